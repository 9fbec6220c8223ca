"""Articles extracted into a claims file.

Claims of articles that the user named lie in a folder of the user's own (`home`), one for each set of paths, with the
reviews beside them; they are extracted again only when an article, an alias or claimtrack itself has changed. Articles
that are added in the dashboard join the open file.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from claimtrack.attribution.aliases import load_aliases
from claimtrack.batch import Extracted, Stories, run
from claimtrack.dashboard.folders import aliases_file
from claimtrack.export import open_claims, read_claims, read_documents
from claimtrack.model import Document
from claimtrack.pipeline import Options, extractor_name
from claimtrack.reading import Reject, read_all
from claimtrack.schema import documents_frame, rows_frame
from claimtrack.telling import words
from claimtrack.telling.words import Cells

if TYPE_CHECKING:
    import pandas as pd
    from filelock import FileLock

ADDED = "added/"  # the doc_id of an article that was dropped or pasted starts so
STATE = "state.json"  # of the articles that a folder's claims were extracted from
REJECTS = "rejects.jsonl"  # of the inputs that could not be used, as `claimtrack extract` writes it
ROWS_AT_ONCE = 5_000
LONGEST_WAIT = 60  # seconds for another program to finish with the file

Progress = Callable[[int, int], None]  # documents and claims so far


@dataclass(slots=True)
class Tally:
    """What an extraction did."""

    documents: int = 0
    claims: int = 0
    rejects: list[Reject] = field(default_factory=list)


def claims_of_articles(paths: Sequence[str], home: Path, progress: Progress) -> tuple[Path, Tally | None]:
    """The claims file of articles, in a folder of home; extracted where that was not done yet, or something changed.

    Returns what an extraction did, None where the claims were there. Raises OSError where nothing can be written to
    home.
    """
    folder = home / _folder_name(paths)
    target = folder / "claims.parquet"
    folder.mkdir(parents=True, exist_ok=True)
    with _turn_to_write(target):
        state = _state(paths, target)
        if target.exists() and _stored_state(folder) == state:
            return target, None
        tally = _write(target, [*_kept(target), *read_all(paths)], progress)
        _keep_rejects(folder / REJECTS, tally.rejects)
        if tally.documents or not tally.rejects:  # where nothing could be read, it is tried again
            (folder / STATE).write_text(json.dumps(state), "utf-8")
        return target, tally


def add_articles(target: Path, documents: Iterable[Document | Reject], progress: Progress) -> Tally:
    """Extract articles into a claims file that is there already; a text that it has already is left out.

    The file is replaced whole at the end, one writer at a time. Raises OSError, filelock.Timeout where another writer
    holds the file for a minute.
    """
    with _turn_to_write(target):
        claims, texts = read_claims(target), read_documents(target)
        known = set() if texts is None else set(zip(texts["doc_id"], texts["text_hash"], strict=True))
        fresh = (item for item in documents if isinstance(item, Reject) or (item.doc_id, item.text_hash) not in known)
        return _write(target, fresh, progress, (claims, documents_frame(()) if texts is None else texts))


def _options(target: Path) -> Options:
    aliases = aliases_file(target)
    load_aliases.cache_clear()  # the file may have been written anew
    return Options(aliases=str(aliases) if aliases.is_file() else None)


def _turn_to_write(target: Path) -> FileLock:
    """One program at a time replaces a file; another waits, at most so many seconds. Raises filelock.Timeout."""
    from filelock import FileLock

    return FileLock(target.with_name(f".{target.name}.lock"), timeout=LONGEST_WAIT)


def _write(
    target: Path,
    documents: Iterable[Document | Reject],
    progress: Progress,
    there: tuple[pd.DataFrame, pd.DataFrame] | None = None,
) -> Tally:
    tally, stories = Tally(), Stories()
    with open_claims(target) as file:
        if there is not None:
            file.add(*there)
            for document in _documents_of(there[1]):
                stories.of(document)
        for batch in _batches(run(documents, _options(target)), tally, progress):
            rows = [row for extracted in batch for row in stories.marked(extracted.document, extracted.rows)]
            file.add(rows_frame(rows), documents_frame(extracted.document for extracted in batch))
    return tally


def _batches(results: Iterable[Extracted | Reject], tally: Tally, progress: Progress) -> Iterator[list[Extracted]]:
    batch: list[Extracted] = []
    waiting = 0
    for result in results:
        if isinstance(result, Reject):
            tally.rejects.append(result)
            continue
        batch.append(result)
        waiting += len(result.rows)
        tally.documents += 1
        tally.claims += len(result.rows)
        progress(tally.documents, tally.claims)
        if waiting >= ROWS_AT_ONCE:
            yield batch
            batch, waiting = [], 0
    yield batch


def _kept(target: Path) -> list[Document]:
    """The articles that were added to a file of ours in the dashboard: they stay when the rest is extracted anew."""
    texts = read_documents(target) if target.exists() else None
    return [] if texts is None else _documents_of(texts[texts["doc_id"].str.startswith(ADDED)])


def _documents_of(texts: pd.DataFrame) -> list[Document]:
    """The documents of rows of the documents table."""
    return [_document(cells) for cells in words.rows_of(texts.drop(columns="text_hash"))]


def _document(cells: Cells) -> Document:
    """The document of a row of the documents table."""
    days = {name: cells[name] and cells[name].to_pydatetime() for name in ("published", "modified")}
    return Document(**{**cells, **days})


def _keep_rejects(path: Path, rejects: Sequence[Reject]) -> None:
    """Write the rejects of a run beside its claims; no file where there are none."""
    path.unlink(missing_ok=True)
    if rejects:
        path.write_text("".join(json.dumps(asdict(reject), ensure_ascii=False) + "\n" for reject in rejects), "utf-8")


def _folder_name(paths: Sequence[str]) -> str:
    absolute = [str(Path(path).resolve()) if "://" not in path else path for path in paths]
    digest = hashlib.sha256("\0".join(absolute).encode("utf-8", "surrogatepass")).hexdigest()[:8]
    kept = "".join(character if character.isalnum() else "-" for character in Path(absolute[0]).stem)[:40]
    return f"{kept or 'articles'}-{digest}"


def _state(paths: Sequence[str], target: Path) -> dict[str, object]:
    """What the claims depend on: the files and the aliases as they are now, and the version of the extractor."""
    found: dict[str, object] = {"extractor": extractor_name()}
    for path in (*paths, str(aliases_file(target))):
        given = Path(path)
        inside = sorted(given.rglob("*")) if given.is_dir() else [given]
        for file in inside:
            if file.is_file():
                status = file.stat()
                found[str(file.resolve())] = [status.st_mtime_ns, status.st_size]
    return found


def _stored_state(folder: Path) -> object:
    try:
        return json.loads((folder / STATE).read_text("utf-8"))
    except (OSError, ValueError):
        return None
