"""The country of a paper, by its address: it says whose dollars "$" are where the text does not."""

from __future__ import annotations

from urllib.parse import urlsplit

_OTHERWISE = {"UK": "GB"}  # the domains that are no ISO 3166 code


def outlet_country(url: str | None) -> str:
    """ISO 3166 code by the domain of the paper's country (".com.au" is AU), "" where the address does not say it."""
    try:
        host = urlsplit(url or "").hostname or ""
    except ValueError:
        return ""
    last = host.rpartition(".")[2].upper()
    return _OTHERWISE.get(last, last) if len(last) == 2 and last.isalpha() else ""
