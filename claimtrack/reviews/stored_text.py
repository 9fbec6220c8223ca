r"""Text that every database keeps as it is.

Articles and people bring characters that PostgreSQL (NUL) or UTF-8 (half a surrogate pair) cannot hold. They are kept
as six characters, as in JSON: \u0000, \ud800. A backslash is written so only where it would be taken for one of these:
any text comes back exactly, and ordinary text is stored unchanged.
"""

from __future__ import annotations

import re

CANNOT_BE_KEPT = re.compile(r"[\x00\ud800-\udfff]|\\(?=u[0-9a-f]{4})")
KEPT_AS = re.compile(r"\\u([0-9a-f]{4})")


def storable(text: str) -> str:
    return CANNOT_BE_KEPT.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def restored(stored: str) -> str:
    """The text that storable was given."""
    return KEPT_AS.sub(lambda found: chr(int(found[1], 16)), stored) if "\\u" in stored else stored
