"""A claims file of one article, and a record of reviews beside it, for the commands that read both."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
from typer.testing import CliRunner

from claimtrack.cli import app
from claimtrack.export import read_claims
from claimtrack.reviews import Decision, GroupDecision, ReviewedClaim, Verdict, open_record, record_url


def extracted(name: str = "claims.csv") -> pd.DataFrame:
    """The claims of the article: 35 doctors, 12 killed, 90 soldiers, written to name in the current folder."""
    done = CliRunner().invoke(app, ["extract", "articles", "-o", name, "--published", "2016-09-29"])
    assert done.exit_code == 0, done.output
    return read_claims(name)


def review(claims: pd.DataFrame, url: str | None = None, name: str = "claims.csv") -> None:
    """Ana confirms the first claim and flags it; Ben, who says the second's source is another one, takes it back."""
    first, second = (ReviewedClaim.of_row(claims.iloc[row]) for row in (0, 1))
    record = open_record(url or record_url(Path(name)))
    record.decide(Decision(first, "Ana", Verdict.CONFIRMED, flagged=True, note='=HYPERLINK("http://x")'))
    record.decide(Decision(second, "Ben", Verdict.WRONG_SOURCE, {"source": "the army"}))
    record.undo("Ben", second.claim_id)
    record.close()


def review_groups(claims: pd.DataFrame, name: str = "claims.csv") -> None:
    """Ana recommends a figure for a group of the first two claims, Ben is unsure about one of the third."""
    first, second, third = claims["claim_id"]
    record = open_record(record_url(Path(name)))
    record.decide_group(
        GroupDecision("g1", (first, second), "Ana", "conflict", 12.0, high=35.0, reasoning="=the ministry counts")
    )
    record.decide_group(GroupDecision("g2", (third,), "Ben", "unsure"))
    record.close()
