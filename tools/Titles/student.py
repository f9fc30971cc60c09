"""The student: grams of a title → direction. Shapes are in src/JobMatch/Occupations/Titles/TitleTable.cs, which reads what `export` writes."""
import struct
import time

import numpy as np
import torch
import torch.nn.functional as functional
from torch import nn

import grams as cut


class Encoded:
    """Texts as padded arrays of gram numbers (0: none) and places, over all grams that occur."""

    def __init__(self, texts):
        self.grams, number = [None], {}
        self.numbers = np.zeros((len(texts), cut.MOST_GRAMS), np.int32)
        self.places = np.zeros((len(texts), cut.MOST_GRAMS), np.uint8)
        for row, text in enumerate(texts):
            for column, (gram, place) in enumerate(cut.grams(text)):
                if gram not in number:
                    number[gram] = len(self.grams)
                    self.grams.append(gram)
                self.numbers[row, column], self.places[row, column] = number[gram], place

    def frequent(self, weights, most):
        """The grams that weigh most over the texts: (their list, numbers and places with all others blotted out). Weight 0 hides a text."""
        counts = np.zeros(len(self.grams))
        for column in range(cut.MOST_GRAMS):
            counts += np.bincount(self.numbers[:, column], weights, len(self.grams))
        counts[0] = 0
        kept, hashes = [None], set()
        renumbered = np.zeros(len(self.grams), np.int32)
        for number in np.argsort(-counts, kind="stable"):
            if len(kept) > most or counts[number] == 0:
                break
            value = cut.fnv(self.grams[number])
            if value not in hashes:  # the rarer of two grams with one hash is left out
                hashes.add(value)
                renumbered[number] = len(kept)
                kept.append(self.grams[number])
        numbers = renumbered[self.numbers]
        return kept, (numbers, np.where(numbers > 0, self.places, 0))


class Student(nn.Module):
    def __init__(self, grams, width=128, heads=3, hidden=256, size=128):
        super().__init__()
        self.rows, self.head_weights = nn.Embedding(grams + 1, width), nn.Embedding(grams + 1, heads)
        self.places = nn.Embedding(cut.PLACES, heads)
        self.linear, self.inner, self.outer = nn.Linear(heads * width, size), nn.Linear(heads * width, hidden), nn.Linear(hidden, size, bias=False)
        nn.init.normal_(self.rows.weight, 0, 0.3)
        nn.init.zeros_(self.head_weights.weight)
        nn.init.normal_(self.places.weight, 0, 0.3)
        nn.init.normal_(self.outer.weight, 0, 0.02)

    def forward(self, numbers, places, rows, head_weights):
        """`rows` and `head_weights` are the part of the tables that `numbers` points into."""
        logits = functional.embedding(numbers, head_weights) + self.places(places)
        pooling = torch.softmax(logits.masked_fill((places == 0).unsqueeze(-1), -1e4), 1)
        pooled = torch.bmm(pooling.transpose(1, 2), functional.embedding(numbers, rows)).flatten(1)
        return functional.normalize(self.linear(pooled) + self.outer(functional.relu(self.inner(pooled))))

    def vectors(self, numbers, places):
        with torch.no_grad():
            return np.concatenate([
                self(*_batch(numbers[s:s + 2000], places[s:s + 2000]), self.rows.weight, self.head_weights.weight).numpy() for s in range(0, len(numbers), 2000)])

    def samples(self, titles, kept):
        """TSV of titles and the first eight numbers of their vectors: what the product's reading of the table is tested against."""
        number = {gram: at for at, gram in enumerate(kept)}
        lines = []
        for title in titles:
            found = [(number[gram], place) for gram, place in cut.grams(title) if gram in number]
            if not found:  # the product says nothing of a title in which it knows nothing
                lines.append("\t".join([title] + ["0"] * 8))
                continue
            numbers, places = np.array([[n for n, _ in found]]), np.array([[p for _, p in found]])
            lines.append("\t".join([title] + [f"{value:.4f}" for value in self.vectors(numbers, places)[0][:8]]))
        return "\n".join(lines) + "\n"

    def export(self, path, kept):
        """Writes the table of the grams `kept` (None first, as `Encoded.frequent` gives them); returns its size in bytes."""
        hashes = np.array([0] + [cut.fnv(gram) for gram in kept[1:]], "<u4")
        numbers = 1 + np.argsort(hashes[1:])
        rows = self.rows.weight.detach().numpy()[numbers]
        scales = (np.abs(rows).max(1) / 127).clip(1e-7).astype("<f2")
        quantised = np.clip(np.rint(rows / scales.astype(np.float32)[:, None]), -127, 127).astype(np.int8)
        halves = lambda tensor: tensor.detach().numpy().astype("<f2").tobytes()
        width, heads = rows.shape[1], self.places.weight.shape[1]
        hidden, size = self.inner.weight.shape[0], self.linear.weight.shape[0]
        data = b"".join([
            b"JMT1", struct.pack("<6i", len(numbers), width, heads, hidden, size, cut.PLACES),
            hashes[numbers].tobytes(), scales.tobytes(), quantised.tobytes(),
            self.head_weights.weight.detach().numpy()[numbers].astype("<f2").tobytes(), halves(self.places.weight),
            halves(self.linear.weight), halves(self.linear.bias), halves(self.inner.weight), halves(self.inner.bias), halves(self.outer.weight)])
        path.write_bytes(data)
        return len(data)


def _batch(numbers, places):
    longest = 1 + int(np.flatnonzero(places.any(0)).max(initial=0))
    return torch.from_numpy(numbers[:, :longest].astype(np.int64)), torch.from_numpy(places[:, :longest].astype(np.int64))


class TableOptimiser:
    """Adam on the rows that a batch touches only: the tables are far larger than what one step needs."""

    def __init__(self, tables, first=0.9, second=0.99):
        self.tables, self.decays, self.steps = tables, (first, second), 0
        self.moments = [(torch.zeros_like(t), torch.zeros_like(t)) for t in tables]

    def step(self, touched, parts, rate):
        self.steps += 1
        first, second = self.decays
        for table, (mean, square), part in zip(self.tables, self.moments, parts):
            m = mean[touched] * first + part.grad * (1 - first)
            s = square[touched] * second + part.grad ** 2 * (1 - second)
            mean[touched], square[touched] = m, s
            table[touched] -= rate * (m / (1 - first ** self.steps)) / ((s / (1 - second ** self.steps)).sqrt() + 1e-8)
            table[0] = 0


class Course:
    """One stretch of training: how many steps, how large, how fast, and how much telling groups apart counts (0: not at all), and
    what share of the grams of two and three tokens is hidden, as rare ones will be in titles that were never seen."""

    def __init__(self, steps, rate, batch=1024, pairs=256, contrast=0.0, temperature=0.07, alike=0.7, hidden=0.0):
        self.steps, self.rate, self.batch, self.pairs, self.hidden = steps, rate, batch, pairs, hidden
        self.contrast, self.temperature, self.alike = contrast, temperature, alike


def train(student, encoded, targets, weights, groups, course, seed=7, report=None):
    """
    Minimises 1 − cosine to the target + the squared error of the cosines between texts of a batch + `contrast` × the error of telling, among
    `pairs` pairs of one group each, which belong together. Groups are (members, weight), drawn by weight; titles of two groups whose targets
    are closer than `alike` are not held against each other, since one occupation may stand in several groups. Texts are drawn by weight; the rate
    warms up for a tenth of the steps, then falls linearly.
    """
    torch.manual_seed(seed)
    dice = np.random.default_rng(seed)
    numbers, places = encoded
    tables = [student.rows.weight.data, student.head_weights.weight.data]
    tables[0][0] = 0
    layers = torch.optim.Adam([p for name, p in student.named_parameters() if not name.startswith(("rows", "head_weights"))], betas=(0.9, 0.99))
    optimiser = TableOptimiser(tables)
    texts, pairs = _Texts(dice, weights, (places > 0).sum(1), course.batch), Pairs(dice, groups, course.pairs)
    start, half, warm = time.time(), course.batch // 2, max(1, min(200, course.steps // 10))
    for step in range(course.steps):
        now = course.rate * min(1, (step + 1) / warm) * (0.02 + 0.98 * (1 - step / course.steps))
        layers.param_groups[0]["lr"] = now
        chosen = texts.next()
        together = pairs.next() if course.contrast > 0 else chosen[:0]
        sides = [_hide(*_batch(numbers[rows], places[rows]), course.hidden) for rows in (chosen, together) if len(rows)]
        touched, local = torch.unique(torch.cat([n.flatten() for n, _ in sides]), return_inverse=True)
        parts = [table[touched].requires_grad_() for table in tables]
        local = local.split([n.numel() for n, _ in sides])
        outs = [student(where.view(n.shape), p, *parts) for where, (n, p) in zip(local, sides)]
        mixed = torch.randperm(course.batch)
        ours, theirs = outs[0][mixed], torch.from_numpy(targets[chosen].astype(np.float32))[mixed]
        loss = 1 - (ours * theirs).sum(1).mean() + 10 * ((ours[:half] @ ours[half:].T - theirs[:half] @ theirs[half:].T) ** 2).mean()
        if course.contrast > 0:
            loss = loss + course.contrast * telling(outs[1], torch.from_numpy(targets[together].astype(np.float32)), course)
        layers.zero_grad()
        loss.backward()
        layers.step()
        optimiser.step(touched, parts, now)
        if report and (step % max(1, course.steps // 4) == 0 or step == course.steps - 1):
            report(f"step {step} of {course.steps}, {time.time() - start:.0f} s, {time.process_time():.0f} s of processor, loss {loss.item():.4f}")


def _hide(numbers, places, share):
    if share == 0:
        return numbers, places
    return numbers, places.masked_fill((places > 8) & (torch.rand(places.shape) < share), 0)


def telling(ours, theirs, course):
    """Cross entropy, both ways, of finding each title's companion among those of all pairs. Rows: first titles, then their companions."""
    first, second = ours.chunk(2)
    one, other = theirs.chunk(2)
    likeness = first @ second.T / course.temperature
    same = torch.arange(len(first))
    blind = (one @ other.T > course.alike) & ~torch.eye(len(first), dtype=torch.bool)
    likeness = likeness.masked_fill(blind, -1e4)
    return (functional.cross_entropy(likeness, same) + functional.cross_entropy(likeness.T, same)) / 2


class _Texts:
    """Batches of texts drawn by weight; texts of one length come together, which makes small batches."""

    def __init__(self, dice, weights, lengths, batch, ahead=100):
        self.dice, self.share, self.lengths, self.batch, self.ahead, self.left = dice, weights / weights.sum(), lengths, batch, ahead, []

    def next(self):
        if len(self.left) == 0:
            drawn = self.dice.choice(len(self.share), self.ahead * self.batch, p=self.share)
            drawn = drawn[np.argsort(self.lengths[drawn], kind="stable")].reshape(self.ahead, self.batch)
            self.dice.shuffle(drawn)
            self.left = list(drawn)
        return self.left.pop()


class Pairs:
    """Two titles of each of some groups: the first of all pairs, then their companions."""

    def __init__(self, dice, groups, pairs):
        groups = [(np.array(members), weight) for members, weight in groups if len(members) > 1]
        self.dice, self.groups, self.pairs = dice, [members for members, _ in groups], pairs
        weights = np.array([weight for _, weight in groups], float)
        self.share = weights / weights.sum()

    def next(self):
        chosen = self.dice.choice(len(self.groups), self.pairs, replace=False, p=self.share)
        return np.array([self.dice.choice(self.groups[g], 2, replace=False) for g in chosen]).T.flatten()
