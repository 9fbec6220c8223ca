"""What the dashboard has open: a claims file, the texts beside it, and what the cross-check finds in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from claimtrack.telling import words
from claimtrack.telling.words import Cells

if TYPE_CHECKING:
    import pandas as pd

    from claimtrack.crosscheck.checks import Finding
    from claimtrack.dashboard.claim_table import ClaimTable

MOST_RANKED = 20_000  # claims that are cross-checked before the first page is shown; more wait until they are asked for


@dataclass(frozen=True, slots=True)
class Article:
    """A version of a document: its text and what is known of it. text: None where it is not at hand."""

    doc_id: str
    text_hash: str
    text: str | None
    cells: Cells

    @property
    def title(self) -> str:
        return str(self.cells.get("title") or self.doc_id)

    @property
    def origin(self) -> str:
        """Where and when it was published, in a few words."""
        published = self.cells.get("published")
        day = words.long_day(published) if published else None
        return ", ".join(str(part) for part in (self.cells.get("publisher"), day) if part)


class Workspace:
    """An open claims file. What it holds is shared by all sessions and never changed; `stamp` tells one state of the
    file from another."""

    def __init__(self, path: Path, claims: pd.DataFrame, documents: pd.DataFrame | None, stamp: str) -> None:
        from claimtrack.dashboard.claim_table import ClaimTable

        self.path = path
        self.claims = claims
        self.documents = documents
        self.stamp = stamp
        self.table: ClaimTable = ClaimTable(claims)
        self._lock = Lock()
        self._rows_of_id: dict[str, int] = dict(zip(claims["claim_id"].to_list(), range(len(claims)), strict=True))

    def __len__(self) -> int:
        return len(self.claims)

    def row_of(self, claim_id: str) -> int | None:
        """Where a claim stands in the frame (its newest version, where there are several); None where it does not."""
        return self._rows_of_id.get(claim_id)

    @cached_property
    def newest(self) -> pd.DataFrame:
        """The claims, each once: as it stands in the newest version of its article."""
        again = self.claims["claim_id"].duplicated(keep="last")
        return self.claims[~again] if again.any() else self.claims

    def cells(self, row: int) -> Cells:
        """The cells of a row, None for null."""
        return words.rows_of(self.claims.iloc[[row]])[0]

    def article(self, doc_id: str, text_hash: str) -> Article:
        """The document that a claim stands in."""
        row = self._documents.get((doc_id, text_hash))
        if row is None or self.documents is None:
            return Article(doc_id, text_hash, None, self._of_claims(doc_id))
        cells = words.rows_of(self.documents.iloc[[row]])[0]
        return Article(doc_id, text_hash, str(cells["text"]), cells)

    def articles(self) -> list[tuple[str, str]]:
        """(doc_id, text_hash) of every document, in order, those without claims too."""
        claims = self.claims[["doc_id", "text_hash"]].drop_duplicates().itertuples(index=False, name=None)
        return list(dict.fromkeys([*self._documents, *claims]))

    def groups(self) -> pd.DataFrame:
        """The table of groups of the cross-check (docs/crosscheck.md); made once, when it is first asked for."""
        with self._lock:
            return self._groups

    def findings(self) -> list[Finding]:
        """What the checks of single claims and articles found."""
        self.groups()
        with self._lock:
            return self._findings

    @cached_property
    def _groups(self) -> pd.DataFrame:
        from claimtrack.crosscheck import group_claims

        groups = group_claims(self.claims).table
        ranked = groups[["claim_id", "priority"]].drop_duplicates("claim_id")
        self.table.set_priorities(ranked)
        return groups

    @cached_property
    def _findings(self) -> list[Finding]:
        from claimtrack.crosscheck import load_reference, run_checks

        return list(run_checks(self.claims, self._groups, load_reference(None)))

    @cached_property
    def _documents(self) -> Mapping[tuple[str, str], int]:
        if self.documents is None:
            return {}
        keys = zip(self.documents["doc_id"], self.documents["text_hash"], strict=True)
        return {key: row for row, key in enumerate(keys)}

    def _of_claims(self, doc_id: str) -> dict[str, Any]:
        found = self.claims[self.claims["doc_id"] == doc_id].head(1)
        return dict(words.rows_of(found)[0]) if len(found) else {"doc_id": doc_id}


def open_workspace(path: Path) -> Workspace:
    """Read a claims file and the texts beside it.

    Raises OSError, claimtrack.export.UnknownFormatError, claimtrack.export.UnreadableClaimsError.
    """
    from claimtrack.export import claims_path, read_claims, read_documents

    source = claims_path(path)
    stamp = stamp_of(source)
    return Workspace(source, read_claims(source), read_documents(source), stamp)


def stamp_of(path: Path) -> str:
    """Changes when the file is written anew. Raises OSError."""
    state = path.stat()
    return f"{state.st_mtime_ns}-{state.st_size}-{state.st_ino}"
