"""Files that are there whole or not at all."""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import BinaryIO


@contextmanager
def replacing(*paths: Path) -> Iterator[list[BinaryIO]]:
    """Files to write that take the places of the paths, all of them, when the block ends well.

    Until then they have temporary names in the same folders (which are made if they are not there). On any error, an
    interrupt included, the temporary files are removed and the paths stay what they were. A link is followed, and
    the permissions of a former file are kept. Raises OSError.
    """
    targets = [Path(os.path.realpath(path)) for path in paths]
    temporaries = [target.with_name(f".{target.name}.{secrets.token_hex(4)}.part") for target in targets]
    try:
        with ExitStack() as stack:
            files: list[BinaryIO] = []
            for temporary in temporaries:
                temporary.parent.mkdir(parents=True, exist_ok=True)
                files.append(stack.enter_context(temporary.open("xb")))
            yield files
            for file in files:
                file.flush()
                os.fsync(file.fileno())
        for target, temporary in zip(targets, temporaries, strict=True):
            if target.exists():
                shutil.copymode(target, temporary)
            temporary.replace(target)
    finally:
        for temporary in temporaries:
            temporary.unlink(missing_ok=True)
