"""Which currency a sign, a code or a name is (currencies.toml): by its own words, by the country that is named near
it, by the country of the outlet."""

from __future__ import annotations

from claimtrack.figures.vocabulary import load

_DATA = load("currencies.toml")
NAMES: dict[str, str] = {name: code for code, names in _DATA["names"].items() for name in names}
PARTS: dict[str, str] = {name: part for part, names in _DATA["parts"].items() for name in names}
_SYMBOLS: dict[str, str] = _DATA["symbols"]
SIGNS = {symbol: code for symbol, code in _SYMBOLS.items() if not symbol[-1].isalpha() and symbol[-1] != "."}
CODES: dict[str, str] = {code: _DATA["codes"].get(code, code) for code in _DATA["codes"]["codes"]}
CODES |= {small: CODES[small.upper()] for small in _DATA["codes"]["any_case"]}
LETTERS: dict[str, str] = CODES | {symbol: code for symbol, code in _SYMBOLS.items() if symbol not in SIGNS}
GLUED: dict[str, str] = _DATA["glued"]
SCALE_LETTERS: dict[str, float] = _DATA["scale_letters"]
NATIONS: dict[str, str] = _DATA["nations"]["words"]
BEFORE_NO_NOUN: list[str] = _DATA["nations"]["before"]
_SHARED: dict[str, dict[str, str]] = _DATA["shared"]
_HOME: dict[str, dict[str, str]] = _DATA["home"]
_NEAR = 2000  # characters on either side in which a country settles whose currency a name is


def currency_of(written: str, code: str, text: str, at: int, outlet: str) -> str:
    """The code of the currency that is written at text[at:], where its words alone would be read as `code`.

    written: the sign or the name, in the singular. outlet: the country (ISO 3166) of the paper, "" where unknown.
    """
    if written in _SHARED and (near := _of_nearest_country(written, text, at)):
        return near
    return _HOME[outlet].get(written, code) if outlet in _HOME else code


def _of_nearest_country(name: str, text: str, at: int) -> str | None:
    """By the last country before that has such a currency, else by the first one behind."""
    before, behind = max(0, at - _NEAR), at + _NEAR
    found = max((text.rfind(country, before, at), code) for country, code in _SHARED[name].items())
    if found[0] >= 0:
        return found[1]
    following = [(text.find(country, at, behind), code) for country, code in _SHARED[name].items()]
    return min((place for place in following if place[0] >= 0), default=(0, None))[1]
