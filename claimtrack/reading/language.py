"""Is this text English? Cheap evidence first, the classifier only where that is not enough."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from claimtrack.reading.rejects import UnreadableError

START, MIDDLE = 2_000, 1_000  # characters looked at
ENOUGH_LETTERS = 200  # from which a text may be refused
LIKELY = 0.5  # of the other language: Chinese shares its probability with Wu, Arabic with its dialects
RULED_OUT = 1e-5  # of English: bare names and numbers leave it at 0.01 and more


def english_or_unsure(text: str) -> str | None:
    """ "en" where the text is English, None where it is too short or too mixed to say.

    Raises UnreadableError where it is another language beyond doubt.
    """
    sample = _sample(text)
    if _looks_english(sample):
        return "en"
    ranking = _classifier().rank(sample)
    language, probability = ranking[0]
    if language == "en":
        return "en"
    sure = probability >= LIKELY and dict(ranking)["en"] < RULED_OUT
    if sure and sum(map(str.isalpha, sample)) >= ENOUGH_LETTERS:
        raise not_english(f"{language}, {int(probability * 100) / 100:.2f}")
    return None


def declared_english(language: str) -> str:
    """ "en" for a language said to be English ("en", "en-GB", "eng", "English"); raises UnreadableError for others."""
    first = re.split(r"[-_]", language.strip().lower())[0]
    if first in {"en", "eng", "english"}:
        return "en"
    raise not_english(f"{language}, as the document says")


def not_english(language: str) -> UnreadableError:
    return UnreadableError(
        f"not English (language: {language}); only English is read",
        "Leave it out, or give an English translation",
    )


def _sample(text: str) -> str:
    if len(text) <= START + MIDDLE:
        return text
    middle = max(START, (len(text) - MIDDLE) // 2)
    return f"{text[:START]} {text[middle : middle + MIDDLE]}"


def _looks_english(sample: str) -> bool:
    words = sample.lower().split()
    frequent, share = _english()
    return sum(map(frequent.__contains__, words)) >= share * max(len(words), 1)


@cache
def _english() -> tuple[frozenset[str], float]:
    data = tomllib.loads(Path(__file__).with_name("english.toml").read_text(encoding="utf-8"))
    return frozenset(data["words"]), data["share"]


@cache
def _classifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
