"""The bytes of an input, piece by piece, and what a format makes of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from typing import BinaryIO, NamedTuple

from claimtrack.model import Document
from claimtrack.reading.rejects import UnreadableError

CHUNK = 256 * 1024
LARGEST = 200 * 1024 * 1024  # bytes of a file, or of one line of a JSONL


class Entry(NamedTuple):
    """A document, or why there is none, and where in the file ("line 3"; None: the whole of it)."""

    place: str | None
    outcome: Document | UnreadableError


def chunks(opener: Callable[[], AbstractContextManager[BinaryIO]]) -> Iterator[bytes]:
    """The bytes, never an empty piece. Raises UnreadableError where opening or reading fails.

    Any exception counts: a remote file system raises those of its own library.
    """
    try:
        with opener() as stream:
            while chunk := stream.read(CHUNK):
                yield chunk
    except Exception as error:
        raise unopened(error) from error


def whole(pieces: Iterable[bytes]) -> bytes:
    """All bytes of a file that is read at once. Raises UnreadableError where they are too many."""
    size, kept = 0, []
    for piece in pieces:
        size += len(piece)
        if size > LARGEST:
            raise UnreadableError(
                f"larger than {LARGEST // 1024**2} MB", "Split it, or make it a .jsonl with one article a line"
            )
        kept.append(piece)
    return b"".join(kept)


def lines(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The lines without their newline, of a file of any size. Raises UnreadableError for a line that is too long."""
    begun: list[bytes] = []
    size = 0
    for piece in pieces:
        first, *others = piece.split(b"\n")
        begun.append(first)
        size += len(first)
        if size > LARGEST:
            raise UnreadableError(f"a line of more than {LARGEST // 1024**2} MB", "Write one article a line")
        if others:
            yield b"".join(begun)
            yield from others[:-1]
            begun, size = [others[-1]], len(others[-1])
    if size:
        yield b"".join(begun)


def unopened(error: Exception) -> UnreadableError:
    """Why a path cannot be opened, in words, and what to do."""
    match error:
        case FileNotFoundError() | NotADirectoryError():
            return UnreadableError("no such file or folder", "Check the spelling and the folder it is looked up from")
        case PermissionError():
            return UnreadableError("not readable (permission denied)", "Change its permissions, or copy it")
        case ImportError():
            return UnreadableError(f"cannot be opened ({error})", "Install that package, or download the file first")
        case OSError(strerror=str(reason)):
            return UnreadableError(f"cannot be opened ({reason})", "Check that it is a file that can be read")
        case _:
            why = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
            return UnreadableError(f"cannot be opened ({why})", "Check the path, or download the file first")
