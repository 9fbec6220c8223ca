"""What a path names: files, the files of a folder or a glob, those behind an fsspec URL, or standard input."""

from __future__ import annotations

import glob
import os
import stat
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Any, BinaryIO
from urllib.parse import urlsplit

from claimtrack.reading.rejects import Reject
from claimtrack.reading.stream import unopened

IN_A_FOLDER = (".txt", ".html", ".htm", ".jsonl")
OWN_OUTPUT = "rejects.jsonl"  # lies beside the claims, which may be beside the articles
STDIN = "-"
_WEB = ("http://", "https://")


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read. path: as it is shown; parts: of its full path, what tells it from all others."""

    path: str
    parts: tuple[str, ...]
    open: Callable[[], AbstractContextManager[BinaryIO]]
    url: str | None = None  # of a web page

    @property
    def suffix(self) -> str:
        """Small letters with the dot: ".txt"; empty where there is none."""
        return PurePosixPath(self.parts[-1]).suffix.lower() if self.parts else ""


def find(paths: Iterable[str | os.PathLike[str]]) -> list[Source | Reject]:
    """All that the paths name, in their order and sorted within each; a file that two paths name comes once."""
    found: list[Source | Reject] = []
    seen: set[tuple[str, ...]] = set()
    for path in paths:
        for item in _named_by(os.fspath(path)):
            if isinstance(item, Source):
                if item.parts in seen:
                    continue
                seen.add(item.parts)
            found.append(item)
    return found


def unique_names(sources: Sequence[Source]) -> list[str]:
    """The file name of each, with as many parent folders as tell it from the others; a web page's is its URL."""
    depths = [1] * len(sources)
    while True:
        names = [source.url or "/".join(source.parts[-depth:]) for source, depth in zip(sources, depths, strict=True)]
        alike = defaultdict(list)
        for at, name in enumerate(names):
            alike[name].append(at)
        short = [
            at for group in alike.values() if len(group) > 1 for at in group if depths[at] < len(sources[at].parts)
        ]
        if not short:
            return names
        for at in short:
            depths[at] += 1


def _named_by(path: str) -> Iterator[Source | Reject]:
    if path == STDIN:
        return iter([Source(STDIN, ("stdin",), lambda: nullcontext(sys.stdin.buffer))])
    if not path:
        return iter([Reject(path, "an empty path", None, 'Name a file or folder ("." is this one)')])
    return _remote(path) if "://" in path else _local(path)


def _local(path: str) -> Iterator[Source | Reject]:
    target = Path(path).expanduser() if path.startswith("~/") else Path(path)
    try:
        is_folder = stat.S_ISDIR(target.stat().st_mode)
    except (OSError, ValueError) as error:
        if glob.has_magic(path):
            yield from _matching(path)
        else:
            yield unopened(error).reject(_shown(path))
        return
    if is_folder:
        yield from _folder(target)
    else:
        yield _file(target)


def _folder(folder: Path) -> Iterator[Source | Reject]:
    """Files of the known kinds, at any depth; hidden ones and links to other folders are passed by."""
    errors: list[OSError] = []
    empty = True
    for here, folders, files in os.walk(folder, onerror=errors.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(filter(_belongs_in_a_folder, files)):
            file = Path(here, name)
            if not file.is_fifo():
                empty = False
                yield _file(file)
    for error in errors:
        yield unopened(error).reject(_shown(str(error.filename)))
    if empty and not errors:
        yield _nothing_known(_shown(str(folder)))


def _matching(pattern: str) -> Iterator[Source | Reject]:
    """Files (no folders) that match. Of kinds that are not known, only those whose extension the pattern spells."""
    matches = [Path(match) for match in sorted(glob.glob(pattern, recursive=True))]  # noqa: PTH207 -- absolute patterns
    files = [match for match in matches if not match.is_dir()]
    yield from map(_file, (file for file in files if _wanted(file.name, pattern)))
    if not any(_wanted(file.name, pattern) for file in files):
        yield _nothing_matches(_shown(pattern), some=bool(files))


def _file(file: Path) -> Source:
    parts = tuple(map(_shown, file.absolute().parts[1:]))
    return Source(_shown(str(file)), parts, lambda: file.open("rb"))


def _remote(url: str) -> Iterator[Source | Reject]:
    """fsspec opens it; on the web an address is one page, elsewhere it may be a folder or a glob."""
    import fsspec

    if url.startswith(_WEB):
        path = PurePosixPath(urlsplit(url).path)
        yield Source(url, (url, path.name), partial(fsspec.open, url, "rb"), url)
        return
    try:
        yield from _in_filesystem(url, *fsspec.core.url_to_fs(url))
    except Exception as error:  # each file system raises errors of its own
        yield unopened(error).reject(url)


def _in_filesystem(url: str, filesystem: Any, root: str) -> Iterator[Source | Reject]:
    def source(path: str) -> Source:
        address = str(filesystem.unstrip_protocol(path))
        parts = tuple(part for part in address.split("/") if part)
        return Source(address, parts, partial(filesystem.open, path, "rb"))

    if glob.has_magic(root):
        files = [path for path in sorted(filesystem.glob(root)) if not filesystem.isdir(path)]
        wanted = [path for path in files if _wanted(PurePosixPath(path).name, root)]
        yield from map(source, wanted)
        if not wanted:
            yield _nothing_matches(url, some=bool(files))
    elif filesystem.isdir(root):
        inside = [path for path in sorted(filesystem.find(root)) if _belongs(path.removeprefix(root))]
        yield from map(source, inside)
        if not inside:
            yield _nothing_known(url)
    else:
        yield source(root)


def _belongs(path: str) -> bool:
    *folders, name = PurePosixPath(path).parts
    return _belongs_in_a_folder(name) and not any(folder.startswith(".") for folder in folders)


def _belongs_in_a_folder(name: str) -> bool:
    return name.lower().endswith(IN_A_FOLDER) and not name.startswith(".") and name != OWN_OUTPUT


def _wanted(name: str, pattern: str) -> bool:
    spelled = PurePosixPath(pattern).suffix
    return _belongs_in_a_folder(name) or (
        bool(spelled) and not glob.has_magic(spelled) and name.lower().endswith(spelled.lower())
    )


def _nothing_known(folder: str) -> Reject:
    return Reject(
        folder, f"no {_or(IN_A_FOLDER)} file in the folder", None, "Name files of another kind (.md) one by one"
    )


def _nothing_matches(pattern: str, *, some: bool) -> Reject:
    if some:
        return Reject(pattern, f"it matches no {_or(IN_A_FOLDER)} file", None, "Spell out the extension (*.md)")
    return Reject(pattern, "no file matches", None, "Check the pattern and the folder it is looked up from")


def _or(kinds: Sequence[str]) -> str:
    return f"{', '.join(kinds[:-1])} or {kinds[-1]}"


def _shown(path: str) -> str:
    """A path that can be printed and stored: a name that is no UTF-8 loses what cannot be written."""
    return os.fsencode(path).decode("utf-8", errors="replace")
