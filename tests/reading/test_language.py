"""Only English is read; where it is hard to say, the text is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimtrack.model import Document
from claimtrack.reading import Reject, language, read_all

ENGLISH = "At least 12 people died when the river rose overnight, and the mayor of the town said that help was coming. "
OTHERS = {
    "de": "Mindestens zwölf Menschen starben, als der Fluss über Nacht anstieg, sagte der Bürgermeister am Dienstag. ",
    "fr": "Au moins douze personnes sont mortes quand la rivière est montée pendant la nuit, a déclaré le maire. ",
    "es": "Al menos doce personas murieron cuando el río creció durante la noche, dijo el alcalde del pueblo. ",
    "nl": "Zeker twaalf mensen kwamen om toen de rivier in de nacht steeg, zei de burgemeester van het dorp. ",
    "ru": "По меньшей мере двенадцать человек погибли, когда река поднялась ночью, сообщил мэр города. ",
    "ar": "قال رئيس البلدية إن اثني عشر شخصا على الأقل لقوا حتفهم عندما ارتفع منسوب النهر خلال الليل. ",
    "zh": "市长表示，河水夜间上涨，至少十二人死亡，还有三人失踪，救援人员仍在搜寻。" * 3,
}


def read_text(tmp_path: Path, text: str) -> Document | Reject:
    file = tmp_path / "a.txt"
    file.write_text(text, encoding="utf-8")
    (item,) = read_all([file])
    return item


@pytest.mark.parametrize("code", OTHERS)
def test_other_languages_are_rejects(tmp_path: Path, code: str) -> None:
    reject = read_text(tmp_path, OTHERS[code] * 4)
    assert isinstance(reject, Reject)
    assert reject.reason.startswith(f"not English (language: {code}, ")
    assert reject.remedy


@pytest.mark.parametrize(
    ("text", "found", "why"),
    [
        (ENGLISH, "en", "plain"),
        (ENGLISH * 50, "en", "long"),
        (ENGLISH * 3 + OTHERS["de"], "en", "a foreign quotation"),
        (OTHERS["de"][:90], None, "too short to refuse"),
        ("Aby 12 Beby 14 Ceby 15 " * 20, None, "only names and numbers"),
        ("12, 14, 15", None, "only numbers"),
    ],
)
def test_read(tmp_path: Path, text: str, found: str | None, why: str) -> None:
    document = read_text(tmp_path, text)
    assert isinstance(document, Document), why
    assert document.language == found, why


def test_the_middle_counts_too(tmp_path: Path) -> None:
    """A page that begins with an English notice and goes on in another language."""
    assert language._sample("a" * 2_000 + "b" * 8_000).count("b") == language.MIDDLE
    assert isinstance(read_text(tmp_path, OTHERS["fr"] * 200), Reject)


def test_english_needs_no_classifier(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unwanted() -> None:
        raise AssertionError("the classifier was asked")

    monkeypatch.setattr(language, "_classifier", unwanted)
    assert isinstance(read_text(tmp_path, ENGLISH), Document)


@pytest.mark.parametrize("declared", ["en", "EN", "en-GB", "en_US", "eng", "English"])
def test_declared_english(declared: str) -> None:
    assert language.declared_english(declared) == "en"
