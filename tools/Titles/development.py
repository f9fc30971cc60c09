"""The development set (whole occupation codes held out), the figures, BM25, and the linear discriminant on the teacher's vectors."""
import random
from collections import Counter

import numpy as np
import scipy.linalg
import scipy.sparse

import corpus


def unit(rows):
    return rows / np.linalg.norm(rows, axis=1, keepdims=True).clip(1e-9)


class Groups:
    """
    Titles that belong together, and which of them are held out with one part of the codes (`fold`; None: none). A family goes with the code whose
    titles are nearest to its own; families that share two titles go together. No title that is held out stays in a group that is learned from.
    """

    def __init__(self, data, vectors, fold=None):
        self.codes, self.families = corpus.codes(data), corpus.families()
        homes = self._family_codes(vectors)
        self.held_families = [titles for (_, titles), code in zip(self.families, homes) if corpus.fold_of(code) == fold]
        self.held_codes = [titles for code, titles in self.codes.items() if corpus.fold_of(code) == fold]
        self.held_titles = {t for titles in self.held_families + self.held_codes for t in titles}
        kept = [(titles, True) for (_, titles), code in zip(self.families, homes) if corpus.fold_of(code) != fold]
        kept += [(titles, False) for code, titles in self.codes.items() if corpus.fold_of(code) != fold]
        kept = [([t for t in titles if t not in self.held_titles], ours) for titles, ours in kept]
        self.kept = [(titles, ours) for titles, ours in kept if titles]

    def _family_codes(self, vectors):
        terms = [(title, code) for code, titles in self.codes.items() for title in titles]
        matrix = np.stack([vectors[title] for title, _ in terms])
        votes = []
        for _, titles in self.families:
            counted = Counter()
            for row in np.stack([vectors[t] for t in titles]) @ matrix.T:
                best = row.argmax()
                counted[terms[best][1]] += row[best] ** 4
            votes.append(counted)
        together = self._together()
        for number, first in enumerate(together):
            if number != first:
                votes[first].update(votes[number])
        return [votes[first].most_common(1)[0][0] for first in together]

    def _together(self):
        """For each family, the first of those that it shares two titles with, directly or by others."""
        first, shared, seen = list(range(len(self.families))), Counter(), {}

        def root(number):
            while first[number] != number:
                number = first[number]
            return number

        for number, (_, titles) in enumerate(self.families):
            for title in titles:
                for other in seen.setdefault(title, []):
                    shared[other, number] += 1
                seen[title].append(number)
        for (one, other), count in sorted(shared.items()):
            if count > 1:
                one, other = sorted((root(one), root(other)))
                first[other] = one
        return [root(number) for number in range(len(first))]


class Judged:
    """
    Queries drawn from groups, and the corpus of all the groups' other titles; relevant is what shares a group with the query. `queries` and
    `corpus` are titles, `relevant` per query the places in the corpus.
    """

    def __init__(self, groups, queries_per_group, least_relevant, seed=1):
        dice, asked, homes = random.Random(seed), {}, {}
        for number, titles in enumerate(groups):
            for title in titles:
                homes.setdefault(title, []).append(number)
        for titles in groups:
            free = [t for t in titles if t not in asked]
            if len(free) >= queries_per_group + least_relevant:
                asked.update(dict.fromkeys(dice.sample(free, queries_per_group)))
        self.corpus = sorted(homes.keys() - asked.keys())
        at = {t: i for i, t in enumerate(self.corpus)}
        pairs = [(q, {at[t] for home in homes[q] for t in groups[home] if t in at}) for q in sorted(asked)]
        self.queries, self.relevant = [q for q, found in pairs if found], [found for _, found in pairs if found]

    def figures(self, closeness):
        """(MAP, nDCG@10, MRR, P@5) of a matrix of closeness, queries × corpus; of equals the first in the corpus comes first."""
        rows = []
        for scores, relevant in zip(closeness, self.relevant):
            hits = np.isin(np.argsort(-scores, kind="stable"), list(relevant))
            places = np.flatnonzero(hits)
            gain = (hits[:10] / np.log2(np.arange(2, 12))).sum() / (1 / np.log2(np.arange(2, 2 + min(10, len(relevant))))).sum()
            rows.append((((np.arange(len(places)) + 1) / (places + 1)).mean(), gain, 1 / (places[0] + 1), hits[:5].mean()))
        return np.mean(rows, axis=0)

    def write(self, folder, name):
        """As three TSV files for `jobmatch evaluate titles`."""
        with open(folder / f"{name}.queries.tsv", "w") as out:
            out.write("q_id\tjobtitle\n" + "".join(f"q{q}\t{t}\n" for q, t in enumerate(self.queries)))
        with open(folder / f"{name}.corpus.tsv", "w") as out:
            out.write("c_id\tjobtitle\n" + "".join(f"c{i}\t{t}\n" for i, t in enumerate(self.corpus)))
        with open(folder / f"{name}.judgements.tsv", "w") as out:
            for query, relevant in enumerate(self.relevant):
                out.write("".join(f"q{query}\t0\tc{i}\t1\n" for i in sorted(relevant)))


def development(groups):
    return {"families": Judged(groups.held_families, 2, 3), "codes": Judged(groups.held_codes, 1, 3)}


def bm25(asked, titles, k1=1.2, b=0.5):
    """Okapi BM25 on characters and pairs of characters, idf from the corpus `titles`; queries × corpus."""
    bag = lambda t: Counter(list(t.lower()) + [t.lower()[i:i + 2] for i in range(len(t) - 1)])
    bags = [bag(t) for t in titles]
    seen = Counter(g for one in bags for g in one)
    column = {g: i for i, g in enumerate(seen)}
    lengths = np.array([sum(one.values()) for one in bags])

    def matrix(bags, weigh):
        cells = [(i, column[g], weigh(i, g, n)) for i, one in enumerate(bags) for g, n in one.items() if g in column]
        rows, columns, weights = zip(*cells)
        return scipy.sparse.csr_matrix((weights, (rows, columns)), shape=(len(bags), len(column)))

    idf = {g: np.log(1 + (len(bags) - n + 0.5) / (n + 0.5)) for g, n in seen.items()}
    documents = matrix(bags, lambda i, g, n: idf[g] * n * (k1 + 1) / (n + k1 * (1 - b + b * lengths[i] / lengths.mean())))
    return np.asarray((matrix([bag(t) for t in asked], lambda i, g, n: n) @ documents.T).todense())


def ranked(asked, rows, words, neighbours=8, draw=1.0, power=8, around=20, crowd=0.5, share=0.05):
    """
    Queries × corpus as TitleRanking has it: each vector is drawn toward its nearest neighbours in the corpus, by the power of their closeness; what a
    title has in common with its own nearest is taken off; shared wording (`words`: BM25, queries × corpus) counts a little.
    """
    def drawn(some, own):
        closeness = some @ rows.T
        if own:
            np.fill_diagonal(closeness, -np.inf)
        nearest = np.argsort(-closeness, axis=1, kind="stable")[:, :neighbours]
        weights = np.take_along_axis(closeness, nearest, 1).clip(0) ** power
        weights /= weights.sum(1, keepdims=True).clip(1e-9)
        return unit(some + draw * (rows[nearest] * weights[:, :, None]).sum(1))

    corpus_drawn = drawn(rows, own=True)
    each = corpus_drawn @ corpus_drawn.T
    np.fill_diagonal(each, -np.inf)
    crowded = np.sort(each, 1)[:, -around:].mean(1)
    return drawn(asked, own=False) @ corpus_drawn.T - crowd * crowded + share * words / words.max(1, keepdims=True).clip(1e-9)


class Discriminant:
    """
    Fisher's linear discriminant, 512 → size: directions in which groups differ most against the spread inside a group. A group counts by its
    titles, at most eight; our families count three times. `ridge` is a share of the mean variance inside groups.
    """

    def __init__(self, groups, vectors, size=128, ridge=1.5, family_weight=3.0):
        inside, means, weights = np.zeros((512, 512)), [], []
        for titles, is_family in groups:
            if len(titles) < 2:
                continue
            rows = np.stack([vectors[t] for t in titles])
            weight = (family_weight if is_family else 1.0) * min(len(rows), 8)
            mean = rows.mean(0)
            inside += weight * ((rows - mean).T @ (rows - mean)) / (len(rows) - 1)
            means.append(mean)
            weights.append(weight)
        means, weights = np.array(means), np.array(weights)
        inside /= weights.sum()
        self.centre = (means * weights[:, None]).sum(0) / weights.sum()
        between = ((means - self.centre) * weights[:, None]).T @ (means - self.centre) / weights.sum()
        inside += ridge * np.trace(inside) / 512 * np.eye(512)
        values, directions = scipy.linalg.eigh(between, inside)
        values, directions = values[::-1][:size], directions[:, ::-1][:, :size]
        self.directions = directions * np.sqrt(values / (1 + values))

    def __call__(self, rows):
        return unit((rows - self.centre) @ self.directions)
