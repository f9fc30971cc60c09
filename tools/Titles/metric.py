"""The target that the student learns: the teacher's 512 numbers bent so that titles of one group lie close, 512 → 128."""
import numpy as np
import torch
import torch.nn.functional as functional
from torch import nn

import development
import student


class Bent(nn.Module):
    """The linear discriminant with a layer of rectified units beside it."""

    def __init__(self, discriminant, hidden):
        super().__init__()
        size = discriminant.directions.shape[1]
        self.centre = torch.tensor(discriminant.centre, dtype=torch.float32)
        self.linear, self.inner, self.outer = nn.Linear(512, size, bias=False), nn.Linear(512, hidden), nn.Linear(hidden, size, bias=False)
        self.linear.weight.data = torch.tensor(6 * discriminant.directions.T.copy(), dtype=torch.float32)
        nn.init.normal_(self.outer.weight, 0, 0.01)

    def forward(self, rows):
        rows = functional.dropout(rows - self.centre, 0.2, self.training)
        inner = functional.dropout(functional.relu(self.inner(8 * rows)), 0.3, self.training)
        return functional.normalize(self.linear(rows) + self.outer(inner))


class Metric:
    """
    `several` networks of that kind, each taught by its own draws of pairs to tell groups apart, and held to the discriminant's own cosines between
    pairs; what they agree on is kept by the first `size` principal directions of all their outputs side by side.
    """

    def __init__(self, groups, vectors, size=128, several=2, steps=450, pairs=320, hidden=512, family_weight=2.0):
        self.discriminant = development.Discriminant(groups, vectors, size)
        titles = sorted({t for titles, _ in groups for t in titles})
        rows = np.stack([vectors[t] for t in titles]).astype(np.float32)
        at = {t: i for i, t in enumerate(titles)}
        members = [([at[t] for t in titles], (family_weight if ours else 1.0) * min(len(titles), 12) ** 0.5) for titles, ours in groups]
        self.networks = [self._taught(rows, members, steps, pairs, hidden, seed) for seed in range(several)]
        side = self._side(rows)
        _, directions = np.linalg.eigh(side.T @ side)
        self.directions = directions[:, ::-1][:, :size]

    def _taught(self, rows, members, steps, pairs, hidden, seed, rate=1e-3):
        torch.manual_seed(seed)
        network = Bent(self.discriminant, hidden)
        optimiser = torch.optim.AdamW(network.parameters(), lr=rate, weight_decay=1e-3)
        draws = student.Pairs(np.random.default_rng(seed), members, pairs)
        told = torch.tensor(self.discriminant(rows), dtype=torch.float32)
        rows = torch.tensor(rows)
        course = student.Course(steps, rate)
        for step in range(steps):
            optimiser.param_groups[0]["lr"] = rate * (1 - step / steps)
            chosen = draws.next()
            out, plain = network(rows[chosen]), told[chosen]
            loss = student.telling(out, plain, course)
            loss = loss + 10 * ((out[:pairs] @ out[pairs:].T - plain[:pairs] @ plain[pairs:].T) ** 2).mean()
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
        return network.eval()

    def _side(self, rows):
        with torch.no_grad():
            return np.concatenate([network(torch.tensor(rows)).numpy() for network in self.networks], 1)

    def __call__(self, rows):
        return development.unit(self._side(np.asarray(rows, np.float32)) @ self.directions)
