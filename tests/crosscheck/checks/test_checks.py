"""The checks beyond pairs, a table each: text | what is found (None: nothing) | why."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

import claimtrack
from claimtrack.crosscheck import findings_frame, load_reference, run_checks
from claimtrack.crosscheck.checks import swapped_digits

REFERENCE = load_reference()


def article(text: str, doc_id: str = "one", day: str = "2016-09-29") -> pd.DataFrame:
    return claimtrack.extract(claimtrack.Document(text=text, doc_id=doc_id), published=day)


def found(check: str, *articles: pd.DataFrame) -> list[str]:
    """What a check says of the articles."""
    claims = pd.concat(articles, ignore_index=True)
    findings = run_checks(claims, claimtrack.cross_check(claims), REFERENCE)
    return [finding.why for finding in findings if finding.check == check]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The storm killed 1,200 people, including 3,000 children.", "3,000 is a part of 1,200"),
        ("The storm killed 1,200 people, among them 300 children.", None),  # a smaller part
        ("The storm killed at least 1,200 people, including 1,300 children.", None),  # the whole is open above
        ("The storm killed 1,200 people and injured 3,000 children.", None),  # no part
        ("The strike killed 12 people, of whom 20 were soldiers.", "20 is a part of 12"),
    ],
)
def test_part_larger_than_whole(text: str, expected: str | None) -> None:
    assert found("part-larger-than-whole", article(text)) == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The fire killed 30 people: 12 men, 10 women and 9 children.", "12 + 10 + 9 = 31, not 30"),
        ("The fire killed 31 people: 12 men, 10 women and 9 children.", None),  # they sum
        ("The fire killed 40 people, including 12 women and 9 children.", None),  # not all parts are named
        ("The fire killed 20 people, including 12 women and 9 children.", "12 + 9 = 21, not 20"),
        ("The fire killed about 30 people: 12 men, 10 women and 9 children.", None),  # the whole is rounded
    ],
)
def test_parts_do_not_sum(text: str, expected: str | None) -> None:
    assert found("parts-do-not-sum", article(text)) == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In Beirut 28 of the 55 clinics, or 70 percent, are closed.", "28 of 55 is 51 percent, not 70 percent"),
        ("In Beirut 28 of the 55 clinics, or 51 percent, are closed.", None),  # right
        ("In Beirut 28 of the 55 clinics, or half, are closed.", None),  # rounded
        ("In Beirut 28 clinics are closed and 70 percent of doctors left.", None),  # another base
    ],
)
def test_percentage_against_base(text: str, expected: str | None) -> None:
    assert found("percentage-against-base", article(text)) == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("later", "check", "expected"),
    [
        ("4,237", "swapped-digits", True),  # 4,327 → 4,237
        ("4,237", "total-falls", False),
        ("3,100", "total-falls", True),
        ("4,900", "total-falls", False),  # it grows
        ("4,300", "total-falls", False),  # a rounding
    ],
)
def test_a_total_that_falls(later: str, check: str, expected: bool) -> None:
    one = article("The earthquake killed 4,327 people in Nepal, the police said.", "one", "2015-04-28")
    other = article(f"The earthquake killed {later} people in Nepal, the police said.", "other", "2015-04-29")
    assert bool(found(check, one, other)) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (4237, 4327, True),
        (4327, 4237, True),
        (4237, 4238, False),
        (4237, 4237, False),
        (123, 321, False),
        (12, 120, False),
    ],
)
def test_swapped_digits(one: float, other: float, expected: bool) -> None:
    assert swapped_digits(one, other) == expected


WOUNDED = "A rocket hit a synagogue in Ashdod and wounded three civilians."
KILLED = "A rocket that hit a synagogue in Ashdod killed three civilians."


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (WOUNDED, KILLED, True),
        (WOUNDED, "A rocket that hit a synagogue in Ashdod wounded three civilians.", False),
        (WOUNDED, "A bus crash on a mountain road in Peru killed three tourists.", False),
        ("A rocket hit a synagogue in Ashdod and killed three civilians; it wounded three soldiers.", KILLED, False),
    ],
    ids=["another fate", "the same fate", "another event", "both fates in one article"],
)  # fmt: skip
def test_number_under_two_kinds(one: str, other: str, expected: bool) -> None:
    assert bool(found("number-under-two-kinds", article(one), article(other, "other"))) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("An estimated 35 million doctors are left in Aleppo.", True),
        ("An estimated 35 doctors are left in Aleppo.", False),
        ("The flood killed 90 million people in Syria.", True),  # more than there are
        ("About 430,000 people have been killed in Syria.", False),
        ("In Syria 140 percent of the schools are closed.", True),
        ("In Syria prices rose by 140 percent.", False),  # a growth may be
    ],
)
def test_impossible_magnitude(text: str, expected: bool) -> None:
    assert bool(found("impossible-magnitude", article(text))) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hong Kong has 7.4 million inhabitants.", False),
        ("Hong Kong has 74 million inhabitants.", True),
        ("In Syria 250,000 residents are besieged.", False),  # a part of the population
    ],
)
def test_against_reference(text: str, expected: bool) -> None:
    assert bool(found("against-reference", article(text))) == expected


@pytest.mark.parametrize(
    ("headline", "body", "expected"),
    [
        (
            "Flood kills 45 people in Derna",
            "The flood killed 12 people in Derna, the mayor said.",
            "the headline says 45, the text 12",
        ),
        ("Flood kills 45 people in Derna", "The flood killed 45 people in Derna, the mayor said.", None),
        (
            "Flood kills more than 40 people in Derna",
            "The flood killed 45 people in Derna, the mayor said.",
            None,
        ),  # it fits
    ],
)
def test_headline_against_body(headline: str, body: str, expected: str | None) -> None:
    text = f"{headline}\nPublished: 2023-09-15\nBy Ann Example\n\n{body} It was the worst flood in years.\n"
    claims = article(text)
    assert "headline" in set(claims["section"]), "the headline was not read as one"
    assert found("headline-against-body", claims) == ([expected] if expected else [])


def test_the_users_reference_wins(tmp_path: Path) -> None:
    own = tmp_path / "own.csv"
    own.write_text("kind,place,value,origin\ndoctors,Aleppo,35,health directorate\n", encoding="utf-8")
    claims = article("About 350 doctors are left in Aleppo.")
    findings = run_checks(claims, claimtrack.cross_check(claims), load_reference(own))
    assert [finding.why for finding in findings] == ["350 for Aleppo; the reference has 35 (health directorate)"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("kind,place\ndoctors,Aleppo\n", "no column value"),
        ("kind,place,value\ndoctors,Aleppo,many\n", "row 1: value and tolerance must be numbers"),
        ("kind,value\ndoctors,35\n", "row 1: needs a place or a country"),
    ],
)
def test_a_reference_that_cannot_be_used(tmp_path: Path, text: str, message: str) -> None:
    own = tmp_path / "own.csv"
    own.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=message):
        load_reference(own)


def test_findings_are_a_table() -> None:
    claims = article("The storm killed 1,200 people, including 3,000 children.")
    table = findings_frame(run_checks(claims, claimtrack.cross_check(claims), REFERENCE))
    assert table["check"].tolist() == ["part-larger-than-whole"]
    assert len(table["claim_ids"].iloc[0].split()) == 2
