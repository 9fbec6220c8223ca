"""axe-core finds nothing serious on any page, in the light and the dark theme, and in what opens on a page, in the dark one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from visiting import Visitor, Visitors, expect

from claimtrack.dashboard.app import PLACES
from claimtrack.export import read_claims
from claimtrack.reviews import Decision, GroupDecision, ReviewedClaim, Verdict, open_record, record_url

axe = pytest.importorskip("axe_playwright_python.base", reason="needs axe-core, of the package axe-playwright-python")

LOOKS = ("light", "dark")
GRAVE = ("serious", "critical")
STILL = "* { transition: none !important; animation: none !important }"  # what fades in has other colours meanwhile


@pytest.fixture(scope="module", autouse=True)
def reviews(claims: Path) -> None:
    """Decisions of two who differ, on claims and on a group."""
    record, frame = open_record(record_url(claims)), read_claims(claims)
    first, second = (ReviewedClaim.of_row(row) for _, row in frame.head(2).iterrows())
    record.decide(Decision(first, "Ana", Verdict.CONFIRMED, grade="sure", note="Seen in the report."))
    record.decide(Decision(second, "Ana", Verdict.DISPUTED, {"value": 30.0}))
    record.decide(Decision(second, "Ben", Verdict.WRONG_EXTRACTION, flagged=True))
    record.decide_group(
        GroupDecision("g", tuple(frame["claim_id"].head(2)), "Ben", "conflict", 35.0, reasoning="Two counts.")
    )
    record.close()


def grave(visitor: Visitor) -> list[str]:
    """What axe finds that keeps people from reading or acting: rule, element, why."""
    visitor.page.add_style_tag(content=STILL)
    if not visitor.page.evaluate("() => 'axe' in window"):
        visitor.page.evaluate(axe.AXE_SCRIPT)
    found = visitor.page.evaluate("() => axe.run({ resultTypes: ['violations'] })")
    return [
        f"{rule['id']}: {node['html'][:200]} {node['failureSummary']}"
        for rule in found["violations"]
        if rule["impact"] in GRAVE
        for node in rule["nodes"]
    ]


@pytest.mark.parametrize("scheme", LOOKS)
@pytest.mark.parametrize("page", [place.name for place in PLACES])
def test_a_page(visitors: Visitors, page: str, scheme: str) -> None:
    ana = visitors.come("Ana", color_scheme=scheme)
    ana.open(page)
    assert grave(ana) == []


# page | its address | why
VIEWS: list[tuple[str, dict[str, str | list[str]], str]] = [
    ("claims", {"kind": ["deaths"], "status": "all", "qualifier": ["exact"]}, "filters are chosen"),
    ("claims", {"kind": ["no such"]}, "nothing is found"),
    ("articles", {"doc": "01-aleppo-talks.txt"}, "an article"),
    ("crosscheck", {"view": "checks"}, "what the checks found"),
    ("record", {"section": "groups"}, "decisions on groups"),
    ("record", {"section": "grades"}, "the grades"),
    ("record", {"section": "place"}, "where the record lies"),
]


@pytest.mark.parametrize(("page", "said", "why"), VIEWS, ids=[why for *_, why in VIEWS])
def test_a_view(visitors: Visitors, page: str, said: dict[str, str | list[str]], why: str) -> None:
    ana = visitors.come("Ana", color_scheme="dark")
    ana.open(page, **said)
    assert grave(ana) == [], why


def _expanded(*titles: str) -> Callable[[Visitor], None]:
    def open_them(visitor: Visitor) -> None:
        for title in titles:
            visitor.page.get_by_text(title, exact=True).first.click()

    return open_them


def _menu(name: str) -> Callable[[Visitor], None]:
    return lambda visitor: visitor.button(name).first.click()


# page | what is opened on it | what is seen then
OPENED: list[tuple[str, Callable[[Visitor], None], str]] = [
    ("claims", _expanded("Correct, note, grade", "More filters", "Why it says so"), "Link to evidence"),
    ("claims", _menu("Export"), "With each claim's verdict, corrections and notes, and who decided."),
    ("crosscheck", _expanded("Recommend a figure, with the reasoning"), "Reasoning"),
    ("overview", _expanded("As a table"), "As a table"),
]


@pytest.mark.parametrize(("page", "opens", "words"), OPENED, ids=[words for *_, words in OPENED])
def test_what_opens_on_a_page(visitors: Visitors, page: str, opens: Callable[[Visitor], None], words: str) -> None:
    ana = visitors.come("Ana", color_scheme="dark")
    ana.open(page)
    opens(ana)
    expect(ana.page.get_by_text(words).first).to_be_visible()
    ana.settled()
    assert grave(ana) == []
