"""
`learn.py --data DIR --work DIR develop` trains on all groups but the held-out ones and prints the figures of REPORT.md;
`learn.py --data DIR --work DIR ship OUT` trains on everything and writes the table. The folder of work holds base.txt and
composed.txt (see texts.py) and the teacher's vectors of both, base.f32 and composed.f32.
"""
import argparse
from pathlib import Path

import numpy as np
import torch

import corpus
import development
import student


TOGETHER = 350.01  # batches of the second stage, which learns what belongs together
SAMPLES = ["缝纫工", "车工(缝纫)", "高级Java开发工程师", "C++ 软件工程师", "ＰＬＣ编程员", "夜班仓库理货员/打包工", "5G通信工程师", "㈱駅长", "厨", "养老护理员（住家，可接受学徒）", "HR"]


def show(name, judged, closeness):
    """One line of the report; closeness: titles → matrix."""
    cells = [name.ljust(34)]
    for part, one in judged.items():
        cells.append(f"{part} " + " ".join(f"{figure:.4f}" for figure in one.figures(closeness(part))))
    print(" | ".join(cells), flush=True)


def main():
    options = argparse.ArgumentParser()
    for name in ("--data", "--work"):
        options.add_argument(name, required=True, type=Path)
    options.add_argument("what", choices=["develop", "ship"])
    options.add_argument("out", nargs="?", type=Path)
    options.add_argument("--grams", type=int, default=52000)
    options.add_argument("--epochs", type=float, default=6)
    options.add_argument("--contrast", type=float, default=0.3)
    options.add_argument("--hidden", type=int, default=256)
    options.add_argument("--students", type=int, default=1)
    chosen = options.parse_args()
    torch.set_num_threads(1)

    data = corpus.Data(chosen.data)
    texts, vectors, composed = read(chosen.work)
    at = {}
    for row, text in enumerate(texts):
        at.setdefault(text, row)
    missing = {t for titles in [t for _, t in corpus.families()] + list(corpus.codes(data).values()) for t in titles} - at.keys()
    if missing:
        raise SystemExit(f"base.txt and base.f32 are older than the catalogue (no {missing.pop()}): remove them and encoded.npz, and train again")
    vector = {t: vectors[at[t]] for titles in [t for _, t in corpus.families()] + list(corpus.codes(data).values()) for t in titles}
    groups = development.Groups(data, vector)
    develop = chosen.what == "develop"
    used = groups.kept if develop else groups.all
    metric = development.Discriminant(used, vector)
    targets = np.concatenate([metric(vectors[s:s + 20000]).astype(np.float16) for s in range(0, len(texts), 20000)])
    judged = development.development(groups) if develop else {}
    if develop:
        print(f"families {len(groups.families)}, held out {len(groups.held_families)}; codes {len(groups.codes)}, held out {len(groups.held_codes)}")
        for part, one in judged.items():
            print(f"{part}: {len(one.queries)} queries over {len(one.titles)} titles; MAP, nDCG@10, MRR, P@5")
            one.write(chosen.work, part)
        teacher = {part: np.stack([vector[t] for t in one.titles]) for part, one in judged.items()}
        plain = {part: development.unit(rows) for part, rows in teacher.items()}
        aimed = {part: metric(rows) for part, rows in teacher.items()}
        show("BM25, characters and pairs", judged, lambda part: development.bm25(judged[part].titles))
        show("teacher", judged, lambda part: plain[part] @ plain[part].T)
        show("teacher, discriminant (the target)", judged, lambda part: aimed[part] @ aimed[part].T)
        show("the target, drawn", judged, lambda part: development.drawn(aimed[part]) @ development.drawn(aimed[part]).T)

    titles = {t for titles, _ in used for t in titles}
    weights = np.where(composed, 1.0, 2.0)
    weights[[at[t] for t in titles]] = 6.0
    if develop:
        weights[[i for i, text in enumerate(texts) if hides(text, groups.held_titles, composed[i])]] = 0
    cache = chosen.work / "encoded.npz"
    encoded = load(cache, texts)
    kept, pair = encoded.frequent(weights, chosen.grams)
    members = [[at[t] for t in titles] for titles, _ in used]
    print(f"{int((weights > 0).sum())} texts, {len(encoded.grams)} grams, {len(kept) - 1} kept", flush=True)
    outs = {part: [] for part in judged}
    for seed in range(chosen.students):
        torch.manual_seed(7 + seed)
        model = student.Student(len(kept) - 1, hidden=chosen.hidden)
        report = lambda line: print(line, flush=True)
        student.train(model, pair, targets, weights, members, chosen.epochs, contrast=0, seed=7 + seed, report=report)
        few = TOGETHER * 512 / len(texts)
        student.train(model, pair, targets, weights, members, few, rate=1.5e-3, batch=512, contrast=chosen.contrast, seed=70 + seed, report=report)
        for part, one in judged.items():
            outs[part].append(model.vectors(*(side[[at[t] for t in one.titles]] for side in pair)))
    if not develop:
        print(f"{model.export(chosen.out, kept)} bytes")
        chosen.out.with_suffix(".samples.tsv").write_text(model.samples(SAMPLES, kept))
        return
    ours = {part: development.unit(sum(rows)) for part, rows in outs.items()}
    np.savez(chosen.work / "held-out.npz", **ours)
    show("student", judged, lambda part: ours[part] @ ours[part].T)
    show("student, drawn", judged, lambda part: development.drawn(ours[part]) @ development.drawn(ours[part]).T)


def read(work):
    """(texts, the teacher's vectors, whether each text was composed)"""
    texts, vectors, composed = [], [], []
    for name in ("base", "composed"):
        lines = (work / f"{name}.txt").read_text().split("\n")[:-1]
        rows = np.fromfile(work / f"{name}.f32", "<f4").reshape(-1, 512)
        if len(lines) != len(rows):
            raise SystemExit(f"{name}.txt has {len(lines)} lines, {name}.f32 has {len(rows)} vectors")
        texts += lines
        vectors.append(rows)
        composed += [name == "composed"] * len(lines)
    return texts, np.concatenate(vectors), np.array(composed)


def hides(text, held, composed):
    """Whether a text gives a held-out title away: it is one, or it was composed with one of five characters or more."""
    if text in held:
        return True
    return composed and any(text[a:b] in held for a in range(len(text)) for b in range(a + 5, len(text) + 1))


def load(cache, texts):
    """The encoded texts, kept beside them: cutting half a million takes minutes."""
    if cache.exists():
        stored = np.load(cache, allow_pickle=False)
        if len(stored["numbers"]) == len(texts):
            encoded = student.Encoded([])
            encoded.numbers, encoded.places = stored["numbers"], stored["places"]
            encoded.grams = [None] + str(stored["grams"]).split("\n")
            return encoded
    encoded = student.Encoded(texts)
    np.savez(cache, numbers=encoded.numbers, places=encoded.places, grams="\n".join(encoded.grams[1:]))
    return encoded


if __name__ == "__main__":
    main()
