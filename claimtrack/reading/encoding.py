"""Bytes → text, exactly: only a byte order mark is lost."""

from __future__ import annotations

import codecs

from claimtrack.reading.rejects import UnreadableError

# Longest first: the mark of UTF-32 begins with that of UTF-16.
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
KNOWN_BINARIES = (
    (b"%PDF-", "a PDF", "Save its text as .txt (pdftotext) and read that"),
    (b"PK\x03\x04", "a zip archive or office document", "Unpack it, or save it as .txt or .html"),
    (b"\xd0\xcf\x11\xe0", "an office document", "Save it as .txt or .html"),
    (b"{\\rtf", "an RTF document", "Save it as .txt or .html"),
    (b"\x1f\x8b", "a gzip archive", "Unpack it, or pipe it in: gzip -dc FILE | claimtrack extract -"),
)
CONTROL_BYTES = bytes(set(range(0x20)) - set(b"\t\n\r\f\x1b")) + b"\x7f"
SAMPLE = 50_000  # bytes that the guess of an encoding looks at
MOSTLY = 0.1  # the share of control bytes from which a file is no text


def byte_order_mark(data: bytes) -> tuple[bytes, str] | None:
    """The mark that the bytes begin with and the encoding it names."""
    return next(((mark, name) for mark, name in BYTE_ORDER_MARKS if data.startswith(mark)), None)


def decode(data: bytes, declared: str | None = None) -> str:
    """The text of the bytes: by byte order mark, as UTF-8, as `declared` says, else by charset-normalizer.

    UTF-8 with a few broken bytes stays UTF-8, with U+FFFD for those. Newlines and spaces are left as they are.
    Raises UnreadableError for binary data and for bytes that no encoding fits.
    """
    if marked := byte_order_mark(data):
        mark, name = marked
        return data[len(mark) :].decode(name, errors="replace")
    refuse_binary(data)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    if declared and (text := _decoded(data, declared)) is not None:
        return text
    return _slightly_broken_utf8(data) or _guessed(data)


def refuse_binary(data: bytes) -> None:
    """Raises UnreadableError for a known binary format, a NUL byte, or many control characters."""
    for magic, name, remedy in KNOWN_BINARIES:
        if data.startswith(magic):
            raise UnreadableError(f"{name}, not text", remedy)
    sample = data[:SAMPLE]
    controls = len(sample) - len(sample.translate(None, CONTROL_BYTES))
    if b"\0" in data or controls > MOSTLY * len(sample):
        raise UnreadableError("binary data, not text", "Give a text, HTML or JSON Lines file")


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _slightly_broken_utf8(data: bytes) -> str | None:
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    sound = len(text) - len(text.encode("ascii", errors="ignore")) - broken
    return text if sound >= 4 * broken else None


def _guessed(data: bytes) -> str:
    """What charset-normalizer thinks; where windows-1252 is as good a guess it is taken (£, not Ł, in English)."""
    from charset_normalizer import from_bytes

    matches = list(from_bytes(_sample(data)))
    if matches:
        best = matches[0]
        western = next((match for match in matches if match.encoding == "cp1252"), best)
        if western.chaos <= best.chaos and western.coherence >= best.coherence - 0.1:
            best = western
        for encoding in (best.encoding, *(match.encoding for match in matches)):
            if (text := _decoded(data, encoding)) is not None:
                return text
    raise UnreadableError("the encoding of the text is not known", "Save it as UTF-8")


def _sample(data: bytes) -> bytes:
    """The start of the data and, where it is long, the neighbourhood of its first byte that is not ASCII."""
    first = next((at for at in range(0, len(data), SAMPLE) if not data[at : at + SAMPLE].isascii()), 0)
    return data[first : first + SAMPLE] if first else data[:SAMPLE]
