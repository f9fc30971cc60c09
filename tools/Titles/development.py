"""The development set (whole occupation codes held out), the figures, BM25, and the linear discriminant on the teacher's vectors."""
import random
from collections import Counter

import numpy as np
import scipy.linalg
import scipy.sparse

import corpus

HELD_FOLD = 0


def unit(rows):
    return rows / np.linalg.norm(rows, axis=1, keepdims=True).clip(1e-9)


class Groups:
    """Titles that belong together, and which of them are held out: a family goes with the code whose titles are nearest to its own."""

    def __init__(self, data, vectors):
        self.codes, self.families = corpus.codes(data), corpus.families()
        family_codes = self._family_codes(vectors)
        self.kept, self.held_families, self.held_codes = [], [], []
        for (_, titles), code in zip(self.families, family_codes):
            if corpus.fold_of(code) == HELD_FOLD:
                self.held_families.append(titles)
            else:
                self.kept.append((titles, True))
        for code, titles in self.codes.items():
            if corpus.fold_of(code) == HELD_FOLD:
                self.held_codes.append(titles)
            else:
                self.kept.append((titles, False))
        self.all = [(titles, True) for _, titles in self.families] + [(titles, False) for titles in self.codes.values()]
        known = {t for titles, _ in self.kept for t in titles}
        self.held_titles = {t for titles in self.held_families + self.held_codes for t in titles} - known

    def _family_codes(self, vectors):
        terms = [(title, code) for code, titles in self.codes.items() for title in titles]
        matrix = np.stack([vectors[title] for title, _ in terms])
        out = []
        for _, titles in self.families:
            closeness = np.stack([vectors[t] for t in titles]) @ matrix.T
            votes = Counter()
            for row in closeness:
                best = row.argmax()
                votes[terms[best][1]] += row[best] ** 4
            out.append(votes.most_common(1)[0][0])
        return out


class Judged:
    """Queries drawn from groups; the corpus is all the groups' titles; relevant is what shares a group with the query."""

    def __init__(self, groups, queries_per_group, least_relevant, seed=1):
        dice = random.Random(seed)
        self.titles = sorted({t for titles in groups for t in titles})
        at = {t: i for i, t in enumerate(self.titles)}
        homes = {}
        for number, titles in enumerate(groups):
            for title in titles:
                homes.setdefault(title, set()).add(number)
        self.queries = []
        for titles in groups:
            if len(titles) <= least_relevant:
                continue
            for query in dice.sample(titles, min(queries_per_group, len(titles))):
                relevant = {at[t] for home in homes[query] for t in groups[home]} - {at[query]}
                self.queries.append((at[query], relevant))

    def figures(self, closeness):
        """(MAP, nDCG@10, MRR, P@5) of a matrix of closeness, titles × titles; the query itself is left out."""
        rows = []
        for query, relevant in self.queries:
            scores = closeness[query].copy()
            scores[query] = -np.inf
            hits = np.isin(np.argsort(-scores, kind="stable")[:-1], list(relevant))
            places = np.flatnonzero(hits)
            gain = (hits[:10] / np.log2(np.arange(2, 12))).sum() / (1 / np.log2(np.arange(2, 2 + min(10, len(relevant))))).sum()
            rows.append((((np.arange(len(places)) + 1) / (places + 1)).mean(), gain, 1 / (places[0] + 1), hits[:5].mean()))
        return np.mean(rows, axis=0)

    def write(self, folder, name):
        """As three TSV files for `jobmatch evaluate titles`."""
        used = {query for query, _ in self.queries}
        with open(folder / f"{name}.queries.tsv", "w") as out:
            out.write("q_id\tjobtitle\n" + "".join(f"q{q}\t{self.titles[q]}\n" for q in sorted(used)))
        with open(folder / f"{name}.corpus.tsv", "w") as out:
            out.write("c_id\tjobtitle\n" + "".join(f"c{i}\t{t}\n" for i, t in enumerate(self.titles)))
        with open(folder / f"{name}.judgements.tsv", "w") as out:
            for query, relevant in sorted(self.queries):
                out.write("".join(f"q{query}\t0\tc{i}\t1\n" for i in sorted(relevant)))


def development(groups):
    return {"families": Judged(groups.held_families, 4, 4), "codes": Judged(groups.held_codes, 1, 3)}


def bm25(titles, k1=1.2, b=0.5):
    """Okapi BM25 on characters and pairs of characters, idf from the corpus itself."""
    bags = [Counter(list(t.lower()) + [t.lower()[i:i + 2] for i in range(len(t) - 1)]) for t in titles]
    seen = Counter(g for bag in bags for g in bag)
    lengths = np.array([sum(bag.values()) for bag in bags])
    column = {g: i for i, g in enumerate(seen)}
    rows, columns, weights, counts = [], [], [], []
    for i, bag in enumerate(bags):
        for g, n in bag.items():
            idf = np.log(1 + (len(bags) - seen[g] + 0.5) / (seen[g] + 0.5))
            rows.append(i)
            columns.append(column[g])
            weights.append(idf * n * (k1 + 1) / (n + k1 * (1 - b + b * lengths[i] / lengths.mean())))
            counts.append(n)
    shape = (len(bags), len(column))
    documents = scipy.sparse.csr_matrix((weights, (rows, columns)), shape=shape)
    queries = scipy.sparse.csr_matrix((counts, (rows, columns)), shape=shape)
    return np.asarray((queries @ documents.T).todense())


def drawn(rows, neighbours=5, draw=1.5):
    """Each row drawn toward its nearest neighbours, weighted by the square of their closeness, as TitleRanking does."""
    closeness = rows @ rows.T
    np.fill_diagonal(closeness, -np.inf)
    nearest = np.argsort(-closeness, axis=1, kind="stable")[:, :neighbours]
    weights = np.take_along_axis(closeness, nearest, 1).clip(0) ** 2
    weights /= weights.sum(1, keepdims=True).clip(1e-9)
    return unit(rows + draw * (rows[nearest] * weights[:, :, None]).sum(1))


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
