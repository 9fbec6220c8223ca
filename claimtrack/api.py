"""The calls of the Python API that are more than a room's own: documents in, claims out; claims in, groups out."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from os import PathLike, fspath
from pathlib import Path
from typing import TYPE_CHECKING

from claimtrack.batch import Stories
from claimtrack.model import Document
from claimtrack.pipeline import Options, extract_claims
from claimtrack.reading import parse_date
from claimtrack.schema import Row, claim_row, rows_frame

if TYPE_CHECKING:
    import pandas as pd

LONGEST_PATH = 255


def extract(
    text_or_documents: str | Document | Iterable[Document],
    *,
    published: str | date | None = None,
    kinds: Sequence[str | PathLike[str]] = (),
    aliases: str | PathLike[str] | None = None,
    min_confidence: float = 0.0,
) -> pd.DataFrame:
    """Every numeric claim of a text or of documents as a table, a row each (docs/data-dictionary.md).

    text_or_documents: a str is the text itself, not the name of a file; files are read with claimtrack.read.
    published: the day that "yesterday" is counted from, of the documents that name none ("2016-09-29", a date or a
    datetime). kinds: TOML files with more kinds of claims. aliases: a CSV of source names and what they stand for.
    min_confidence: leave out the rows below it (0 to 1). Raises ValueError for a date or a file that cannot be read.

    >>> import claimtrack
    >>> text = "An estimated 35 doctors are left in Aleppo, Staffan de Mistura said."
    >>> claims = claimtrack.extract(text, published="2016-09-29")
    >>> claims.loc[0, ["surface", "qualifier", "counted", "place", "source"]].to_list()
    ['35', 'approximate', 'doctors', 'Aleppo', 'Staffan de Mistura']
    """
    moment = _moment(published)
    options = Options(
        kinds=tuple(fspath(path) for path in kinds),
        aliases=None if aliases is None else fspath(aliases),
        min_confidence=min_confidence,
    )
    rows: list[Row] = []
    stories = Stories()
    for document in _documents(text_or_documents):
        dated = document if document.published or moment is None else replace(document, published=moment)
        rows += stories.marked(dated, [claim_row(claim) for claim in extract_claims(dated, options)])
    return rows_frame(rows)


def cross_check(claims: pd.DataFrame) -> pd.DataFrame:
    """The claims in groups that speak of one quantity, a row a claim, the most pressing first (docs/crosscheck.md).

    claims: the claims table. Each row says what its group's relation is (agree, moved, conflict; single for a claim
    that is alone), its low, best and high, how many articles and independent sources tell of it, and why. Raises
    KeyError where a column of the claims table is missing.

    >>> import claimtrack
    >>> texts = ["At least 38 people died in the Baghdad blasts.", "The Baghdad blasts killed at least 28 people."]
    >>> documents = [claimtrack.Document(text=text, doc_id=text[:8]) for text in texts]
    >>> groups = claimtrack.cross_check(claimtrack.extract(documents, published="2005-08-17"))
    >>> groups[["relation", "low", "high", "sources"]].drop_duplicates().values.tolist()
    [['conflict', 28.0, 38.0, 2]]
    """
    from claimtrack.crosscheck import group_claims

    return group_claims(claims).table


def _documents(text_or_documents: str | Document | Iterable[Document]) -> Iterable[Document]:
    if isinstance(text_or_documents, Document):
        return [text_or_documents]
    if not isinstance(text_or_documents, str):
        return text_or_documents
    if len(text_or_documents) <= LONGEST_PATH and "\0" not in text_or_documents and Path(text_or_documents).exists():
        warnings.warn(
            f"{text_or_documents!r} is taken as a text; to read that file: extract(read({text_or_documents!r}))",
            stacklevel=3,
        )
    return [Document(text=text_or_documents, doc_id="text")]


def _moment(published: str | date | None) -> datetime | None:
    if published is None:
        return None
    moment = parse_date(published if isinstance(published, str) else published.isoformat())
    if moment is None:
        raise ValueError(f"published: {published!r} is no date; write it as 2016-09-29")
    return moment
