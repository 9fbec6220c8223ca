"""Learn claimtrack/confidence.toml from rows that a reader judged, and say how well it holds for articles not seen.

    python benchmarks/calibrate.py            judged_rows.csv → claimtrack/confidence.toml
    python benchmarks/calibrate.py --check    write nothing; say how sure rows are, and how many of them are right

judged_rows.csv has a line a row: the article's number, the row's signs (claimtrack.confidence.signs_of), and 1 where
every field that was judged is right (that it is a claim, value and bounds, kind, unit, source), else 0.
"""

from __future__ import annotations

import argparse
import csv
from itertools import pairwise
from pathlib import Path

import numpy as np

HERE = Path(__file__).parent
ROWS = HERE / "judged_rows.csv"
WEIGHTS = HERE.parent / "claimtrack" / "confidence.toml"
PENALTY = 2.0  # of the squared log-odds of a sign: few rows move it little
FOLDS, STEPS = 10, 50
BINS = (0.0, 0.4, 0.6, 0.7, 0.8, 0.9, 1.01)
HEADER = """\
# How sure a row is, in log-odds: base, and what each sign of confidence.py adds to it.
# Learnt by benchmarks/calibrate.py from benchmarks/judged_rows.csv; not written by hand.
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing")
    check = parser.parse_args().check
    articles, signs, right = read_rows()
    names = sorted({sign for found in signs for sign in found})
    table = np.array([[1.0, *(float(name in found) for name in names)] for found in signs])
    tell(judged_apart(articles, table, right), right)
    if not check:
        weights = fitted(table, right)
        lines = [f"base = {weights[0]:.2f}", "", "[signs]"]
        lines += [f"{name} = {weight:.2f}" for name, weight in zip(names, weights[1:], strict=True)]
        WEIGHTS.write_text(HEADER + "\n".join(lines) + "\n", "utf-8")


def read_rows() -> tuple[np.ndarray, list[list[str]], np.ndarray]:
    """(article of each row, its signs, whether it is right)."""
    with ROWS.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    articles = np.array([int(row["article"]) for row in rows])
    return articles, [row["signs"].split() for row in rows], np.array([float(row["right"]) for row in rows])


def fitted(table: np.ndarray, right: np.ndarray) -> np.ndarray:
    """Log-odds of a logistic regression with a penalty on all but the first column (Newton's method)."""
    weights = np.zeros(table.shape[1])
    penalty = np.diag([0.0] + [PENALTY] * (table.shape[1] - 1))
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-table @ weights))
        curve = (table.T * (chance * (1 - chance))) @ table + penalty
        weights += np.linalg.solve(curve, table.T @ (right - chance) - penalty @ weights)
    return weights


def judged_apart(articles: np.ndarray, table: np.ndarray, right: np.ndarray) -> np.ndarray:
    """How sure each row is by what was learnt from other articles alone."""
    sure = np.zeros(len(right))
    for fold in range(FOLDS):
        held = articles % FOLDS == fold
        sure[held] = 1 / (1 + np.exp(-table[held] @ fitted(table[~held], right[~held])))
    return sure


def tell(sure: np.ndarray, right: np.ndarray) -> None:
    print(f"{len(right)} rows, {right.mean():.0%} right; by how sure each is from other articles:")
    for low, high in pairwise(BINS):
        inside = (sure >= low) & (sure < high)
        if inside.any():
            means = f"sure {sure[inside].mean():.2f}, right {right[inside].mean():.2f}"
            print(f"  {low:.1f} to {min(high, 1):.1f}: {inside.sum():4} rows, {means}")


if __name__ == "__main__":
    main()
