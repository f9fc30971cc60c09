"""Learns which adverts read like those that cheat: `learn.py develop` tells the figures on what was held out, `learn.py ship` writes the table."""
import argparse
import csv
import json
import math
import random
from collections import Counter
from pathlib import Path

from compose import HERE, composed, plain_under
from reading import windows

ROOT = HERE.parent.parent
CASES = sorted((ROOT / "tests/JobMatch.Tests/Postings").glob("bait-cases*.jsonl"))
SAMPLES = ROOT / "tests/JobMatch.Tests/Postings/lure-reader.samples.tsv"
TABLE = ROOT / "src/JobMatch/Postings/lure-weights.txt"
EACH = 12  # composed adverts of a line
UNDER = 3  # plain adverts under the titles of a line
LEAST = 3  # adverts that hold a gram
ROUNDS = 12
STEP = 0.3
SHRINK = 1e-4


class Advert:
    def __init__(self, title, text, lure, weight=1.0):
        self.title, self.text, self.lure, self.weight = title, text, lure, weight


def of_cases(file):
    rows = map(json.loads, file.read_text("utf-8").splitlines())
    return [Advert(row["title"], row["text"], row.get("bait", False), 2.0) for row in rows]


def of_lines():
    made = [Advert(title, text, name == "lures.txt") for name in ("lures.txt", "honest.txt") for title, _, text in composed(name, EACH)]
    return made + [Advert(title, text, False) for title, text in plain_under("lures.txt", UNDER)]


def of_boards(folder, other=False):
    """Adverts of real boards, honest all: half of the county's and a fifteenth of the city's; or the half and some that are not learned from."""
    county = [json.loads(line) for line in (folder / "wuming_local_jobs_sample.jsonl").read_text("utf-8").splitlines()]
    city = list(csv.DictReader((folder / "zhaopin2024_sample.csv").read_text("utf-8").splitlines()))
    own = [Advert(row["title"], row["description"] or "", False) for row in county[int(other) :: 2]]
    return own + [Advert(row["title"], row["tags"].replace("|", "，"), False) for row in city[int(other) :: 15]]


class Reader:
    """A logistic regression over the grams of a window; an advert is what its worst window is."""

    def __init__(self, adverts):
        bags = [(windows(advert.title, advert.text), advert) for advert in adverts]
        bags = [(bag, advert) for bag, advert in bags if bag]
        held = Counter(gram for bag, _ in bags for gram in set().union(*bag))
        self.grams = {gram: at for at, gram in enumerate(sorted(gram for gram, count in held.items() if count >= LEAST))}
        self.weights, self.bias = [0.0] * len(self.grams), 0.0
        numbered = [([self.numbers(window) for window in bag], advert) for bag, advert in bags]
        self.train([each for bag, advert in numbered for each in self.all_windows(bag, advert)])
        self.train([each for bag, advert in numbered for each in self.worst_windows(bag, advert)])

    @staticmethod
    def all_windows(bag, advert):
        share = advert.weight / (len(bag) if advert.lure else math.sqrt(len(bag)))
        return [(window, advert.lure, share) for window in bag]

    def worst_windows(self, bag, advert):
        """A lure is one in its worst window; an honest advert in none, of which the worst teach the most."""
        worst = sorted(bag, key=self.of, reverse=True)
        return [(worst[0], True, advert.weight)] if advert.lure else [(window, False, advert.weight / min(2, len(bag))) for window in worst[:4]]

    def train(self, examples):
        weights, bias, squares = [0.0] * len(self.grams), 0.0, [0.01] * len(self.grams)
        chance, order = random.Random(1), list(range(len(examples)))
        for _ in range(ROUNDS):
            chance.shuffle(order)
            for at in order:
                window, lure, share = examples[at]
                if not window:
                    continue
                scale = len(window) ** -0.5
                score = bias + scale * sum(weights[gram] for gram in window)
                wrong = share * (1 / (1 + math.exp(-max(-30.0, min(30.0, score)))) - lure)
                bias -= 0.02 * wrong
                for gram in window:
                    slope = wrong * scale + SHRINK * weights[gram]
                    squares[gram] += slope * slope
                    weights[gram] -= STEP * slope / math.sqrt(squares[gram])
        self.weights, self.bias = weights, bias

    def numbers(self, window):
        return [self.grams[gram] for gram in window if gram in self.grams]

    def of(self, window):
        return self.bias + (len(window) ** -0.5 * sum(self.weights[gram] for gram in window) if window else 0.0)

    def score(self, advert):
        return max((self.of(self.numbers(window)) for window in windows(advert.title, advert.text)), default=self.bias)

    def rounded(self):
        """As the table holds it: thousandths."""
        self.bias, self.weights = round(self.bias * 1000) / 1000, [round(weight * 1000) / 1000 for weight in self.weights]
        return self

    def table(self):
        rows = [f"{gram}\t{round(self.weights[at] * 1000)}" for gram, at in self.grams.items()]
        return "\n".join([f"{round(self.bias * 1000)}", *rows]) + "\n"


def figures(name, reader, adverts):
    """At the product's threshold and around it: lures and honest adverts above it."""
    lures, honest = ([reader.score(advert) for advert in adverts if advert.lure is kind] for kind in (True, False))
    at = (f"{bar:5}: {sum(score > bar for score in lures)}/{len(lures)} {sum(score > bar for score in honest)}/{len(honest)}" for bar in (0, 0.5, 1, 1.5, 2))
    print(f"{name:24}" + " | ".join(at), flush=True)


def develop(boards):
    """Each file of cases is read by what was learned without it; the boards' other half by what was learned from all of them."""
    cases = {file.name: of_cases(file) for file in CASES}
    learned = of_lines() + (of_boards(boards) if boards else [])
    for held, adverts in cases.items():
        figures(held, Reader(learned + [advert for file, rows in cases.items() if file != held for advert in rows]), adverts)
    if boards:
        figures("boards, other half", Reader(learned + [advert for rows in cases.values() for advert in rows]), of_boards(boards, other=True))


def ship(boards):
    reader = Reader(of_lines() + of_boards(boards) + [advert for file in CASES for advert in of_cases(file)]).rounded()
    TABLE.write_text(reader.table(), "utf-8")
    samples = of_lines()[::61]
    SAMPLES.write_text("".join(f"{advert.title}\t{advert.text}\t{reader.score(advert):.4f}\n" for advert in samples), "utf-8")
    print(f"{len(reader.grams)} grams, {TABLE.stat().st_size} bytes")


if __name__ == "__main__":
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("what", choices=["develop", "ship"])
    asked.add_argument("--boards", type=Path, help="folder of the two real boards' files; they are learned from as honest adverts")
    given = asked.parse_args()
    if given.what == "ship" and not given.boards:
        asked.error("ship needs --boards: without them the table is another")
    (ship if given.what == "ship" else develop)(given.boards)
