"""
`learn.py --data DIR --work DIR encode` cuts all texts into grams, once; `… develop FOLD…` trains without each of these parts of the codes in turn,
prints the figures of REPORT.md and leaves the held-out sets and tables in the folder of work; `… ship OUT` trains on everything and writes the table.
The folder of work holds the texts (see texts.py) base.txt, variants.txt and composed.txt, and known.txt with the teacher's vectors of all of them, known.f32.
"""
import argparse
import json
from pathlib import Path

import numpy as np
import torch

import corpus
import development
import metric
import student

KINDS = ("base", "variants", "composed")
SAMPLES = ["缝纫工", "车工(缝纫)", "高级Java开发工程师", "C++ 软件工程师", "ＰＬＣ编程员", "夜班仓库理货员/打包工", "5G通信工程师", "㈱駅长", "厨", "养老护理员（住家，可接受学徒）", "HR"]


class Learned:
    """All that is learned from: the texts with the teacher's vectors, what kind each is, and their grams."""

    def __init__(self, data, work):
        self.data, self.work, self.texts, self.kinds = data, work, [], []
        for kind, name in enumerate(KINDS):
            lines = (work / f"{name}.txt").read_text().split("\n")[:-1]
            self.texts += lines
            self.kinds += [kind] * len(lines)
        self.kinds, known = np.array(self.kinds), (work / "known.txt").read_text().split("\n")[:-1]
        rows = np.fromfile(work / "known.f32", "<f4").reshape(-1, 512)
        if len(known) != len(rows):
            raise SystemExit(f"known.txt has {len(known)} lines, known.f32 has {len(rows)} vectors")
        place = {text: row for row, text in enumerate(known)}
        self.vectors = rows[[place[text] for text in self.texts]]
        self.at = {}
        for row, text in enumerate(self.texts):
            self.at.setdefault(text, row)
        titles = [t for _, titles in corpus.families() for t in titles] + [t for titles in corpus.codes(data).values() for t in titles]
        missing = {t for title in titles for t in (title, corpus.variant(title))} - self.at.keys()
        if missing:
            raise SystemExit(f"the texts in {work} are older than the lists (no {missing.pop()}): empty the folder and train again")
        self.vector = {t: self.vectors[self.at[t]] for t in titles}
        self.encoded = self._encoded(work / "encoded.npz")

    def _encoded(self, cache):
        """Kept beside the texts: cutting all of them takes minutes."""
        if cache.exists():
            stored = np.load(cache, allow_pickle=False)
            if len(stored["numbers"]) == len(self.texts):
                encoded = student.Encoded([])
                encoded.numbers, encoded.places = stored["numbers"], stored["places"]
                encoded.grams = [None] + str(stored["grams"]).split("\n")
                return encoded
        encoded = student.Encoded(self.texts)
        np.savez(cache, numbers=encoded.numbers, places=encoded.places, grams="\n".join(encoded.grams[1:]))
        return encoded


class Lesson:
    """One training: the groups that are learned from, the target, how much each text counts, and the student that comes of it."""

    def __init__(self, learned, groups, chosen):
        self.learned, self.groups, self.chosen = learned, groups, chosen
        self.metric = metric.Metric(groups.kept, learned.vector, several=chosen.several)
        self.targets = np.concatenate([self.metric(learned.vectors[s:s + 20000]).astype(np.float16) for s in range(0, len(learned.texts), 20000)])
        self.weights = self._weights()
        self.kept, self.pair = learned.encoded.frequent(self.weights, chosen.grams)
        self.members = [self._members(titles, ours) for titles, ours in groups.kept]

    def _weights(self):
        at, held = self.learned.at, self.groups.held_titles
        weights = np.array([2.0, 2.0, 1.0])[self.learned.kinds]
        weights[[at[t] for titles, _ in self.groups.kept for t in titles]] = self.chosen.title_weight
        hidden = set(held) | {corpus.variant(t) for t in held}
        weights[[i for i, text in enumerate(self.learned.texts) if hides(text, hidden, self.learned.kinds[i])]] = 0
        return weights

    def _members(self, titles, ours):
        at = self.learned.at
        both = [at[t] for t in titles] + ([at[v] for v in map(corpus.variant, titles)] if self.chosen.variants else [])
        return [row for row in corpus.unique(both) if self.weights[row] > 0], (self.chosen.family_weight if ours else 1.0) * min(len(titles), 12) ** 0.5

    def train(self, seed):
        chosen = self.chosen
        torch.manual_seed(seed)
        model = student.Student(len(self.kept) - 1, hidden=chosen.hidden)
        print(f"{int((self.weights > 0).sum())} texts, {len(self.learned.encoded.grams)} grams, {len(self.kept) - 1} kept", flush=True)
        report = lambda line: print(line, flush=True)
        for course in (student.Course(chosen.steps, 3e-3, hidden=chosen.hide),
                       student.Course(chosen.telling, 2e-3, batch=512, pairs=chosen.pairs, contrast=chosen.contrast, temperature=chosen.temperature, hidden=chosen.hide)):
            if course.steps > 0:
                student.train(model, self.pair, self.targets, self.weights, self.members, course, seed=seed, report=report)
        return model

    def vectors(self, model, titles):
        return model.vectors(*(side[[self.learned.at[t] for t in titles]] for side in self.pair))


def hides(text, held, kind):
    """Whether a text gives a held-out title away: it is one, or it was composed with one of five characters or more."""
    if text in held:
        return True
    return KINDS[kind] == "composed" and any(text[a:b] in held for a in range(len(text)) for b in range(a + 5, len(text) + 1))


def show(name, judged, closeness):
    """One line of the report; closeness: part → matrix."""
    cells = [name.ljust(34)]
    for part, one in judged.items():
        cells.append(f"{part} " + " ".join(f"{figure:.4f}" for figure in one.figures(closeness(part))))
    print(" | ".join(cells), flush=True)


def develop(learned, fold, chosen):
    groups = development.Groups(learned.data, learned.vector, fold)
    judged = development.development(groups)
    print(f"part {fold}: families {len(groups.families)}, held out {len(groups.held_families)}; codes {len(groups.codes)}, held out {len(groups.held_codes)}; MAP, nDCG@10, MRR, P@5")
    for part, one in judged.items():
        print(f"{part}: {len(one.queries)} queries over {len(one.corpus)} titles, {np.mean([len(r) for r in one.relevant]):.1f} relevant to each")
        one.write(learned.work, f"held-{fold}-{part}")
    usual = {entry["code"]: entry["llm_typical_titles"] for entry in learned.data.written}
    with open(learned.work / f"held-{fold}-occupations.jsonl", "w") as out:
        for code, titles in groups.codes.items():
            if corpus.fold_of(code) == fold:
                out.write("".join(json.dumps({"title": t, "codes": [code]}, ensure_ascii=False) + "\n" for t in titles if t in usual.get(code, [])))
    lesson = Lesson(learned, groups, chosen)
    teacher = {part: [np.stack([learned.vector[t] for t in side]) for side in (one.queries, one.corpus)] for part, one in judged.items()}
    target = {part: [lesson.metric(side) for side in sides] for part, sides in teacher.items()}
    words = {part: development.bm25(one.queries, one.corpus) for part, one in judged.items()}
    show("BM25, characters and pairs", judged, words.get)
    linear = {part: [lesson.metric.discriminant(side) for side in sides] for part, sides in teacher.items()}
    for name, sides in (("teacher", teacher), ("teacher, discriminant", linear), ("the target", target)):
        show(name, judged, lambda part: sides[part][0] @ sides[part][1].T)
    show("the target, ranked as TitleRanking", judged, lambda part: development.ranked(*target[part], words[part]))
    models = [lesson.train(7 + number) for number in range(chosen.students)]
    ours = {part: [development.unit(sum(lesson.vectors(model, side) for model in models)) for side in (one.queries, one.corpus)] for part, one in judged.items()}
    show("student", judged, lambda part: ours[part][0] @ ours[part][1].T)
    show("student, ranked as TitleRanking", judged, lambda part: development.ranked(*ours[part], words[part]))
    np.savez(learned.work / f"held-{fold}.npz", **{f"{part}-{side}": rows for part, sides in ours.items() for side, rows in zip(("queries", "corpus"), sides)})
    models[0].export(learned.work / f"held-{fold}.bin", lesson.kept)


def ship(learned, out, chosen):
    lesson = Lesson(learned, development.Groups(learned.data, learned.vector), chosen)
    model = lesson.train(7)
    print(f"{model.export(out, lesson.kept)} bytes")
    out.with_suffix(".samples.tsv").write_text(model.samples(SAMPLES, lesson.kept))


def main():
    options = argparse.ArgumentParser()
    for name in ("--data", "--work"):
        options.add_argument(name, required=True, type=Path)
    options.add_argument("what", choices=["encode", "develop", "ship"])
    options.add_argument("where", nargs="*", help="parts of the codes to hold out in turn, or the table to write")
    for name, usual in (("grams", 52000), ("hidden", 256), ("students", 1), ("several", 2), ("steps", 8000), ("telling", 4000), ("pairs", 256), ("variants", 1)):
        options.add_argument(f"--{name}", type=int, default=usual)
    for name, usual in (("contrast", 0.3), ("temperature", 0.07), ("family-weight", 1.5), ("title-weight", 6.0), ("hide", 0.1)):
        options.add_argument(f"--{name}", type=float, default=usual)
    chosen = options.parse_args()
    torch.set_num_threads(1)
    learned = Learned(corpus.Data(chosen.data), chosen.work)
    if chosen.what == "ship":
        ship(learned, Path(chosen.where[0]), chosen)
    elif chosen.what == "develop":
        for fold in map(int, chosen.where):
            develop(learned, fold, chosen)


if __name__ == "__main__":
    main()
