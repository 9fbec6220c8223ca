"""Every page by its address: wide and narrow, light and dark, for those who see it and those who hear it."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from visiting import DESKTOP, TABLET, Visitors, expect, without_complaint

from claimtrack.dashboard.app import PLACES
from claimtrack.export import read_claims
from claimtrack.reviews import Decision, ReviewedClaim, Verdict, open_record, record_url

PAGES = [place.name for place in PLACES]
LOOKS = [(DESKTOP, "light"), (TABLET, "dark")]

# what has a role that one can act on, and no name that a screen reader could say
NAMELESS = """() => [...document.querySelectorAll(
    'button, input, select, textarea, a[href], [role=button], [role=combobox], [role=radio], [role=slider], [role=tab]'
)].filter(element => {
    const box = element.getBoundingClientRect();
    if (!box.width || !box.height || element.closest('[aria-hidden=true]') || element.type === 'file') return false;
    const labelled = (element.getAttribute('aria-labelledby') || '').split(' ').map(id => document.getElementById(id));
    const said = [element.getAttribute('aria-label'), element.title, element.textContent, element.alt,
        ...labelled.map(label => label?.textContent), ...[...(element.labels || [])].map(label => label.textContent)];
    return !said.some(words => words && words.trim());
}).map(element => element.outerHTML.slice(0, 200))"""
# levels of the headings in their order: one begins, and none is more than one below the one before it
HEADINGS = (
    """() => [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(heading => Number(heading.tagName[1]))"""
)
OVERFLOW = "() => document.querySelector('[data-testid=stMain]').scrollWidth - innerWidth"
# how what has the focus is drawn, and what lies around it
DRAWN = """element => { const drawn = []; for (let at = element, level = 0; at && level < 5; at = at.parentElement, level++) {
    const style = getComputedStyle(at);
    drawn.push(style.outline, style.boxShadow, style.borderColor, style.backgroundColor, style.textDecoration);
} return drawn.join('|') }"""


@pytest.fixture(scope="module", autouse=True)
def reviews(claims: Path) -> None:
    """Two reviewers who agree once and differ once."""
    record = open_record(record_url(claims))
    first, second = (ReviewedClaim.of_row(row) for _, row in read_claims(claims).head(2).iterrows())
    record.decide(Decision(first, "Ana", Verdict.CONFIRMED))
    record.decide(Decision(first, "Ben", Verdict.CONFIRMED))
    record.decide(Decision(second, "Ana", Verdict.DISPUTED, note="The ministry says another figure."))
    record.decide(Decision(second, "Ben", Verdict.WRONG_EXTRACTION, flagged=True))


@pytest.mark.parametrize(("viewport", "scheme"), LOOKS, ids=["desktop-light", "tablet-dark"])
@pytest.mark.parametrize("page", PAGES)
def test_a_page_by_its_address(visitors: Visitors, page: str, viewport: dict[str, int], scheme: str) -> None:
    ana = visitors.come("Ana", viewport=viewport, color_scheme=scheme)
    with without_complaint(ana):
        ana.open(page)
        expect(ana.page.get_by_test_id("stException")).to_have_count(0)
        assert ana.page.get_by_test_id("stMain").inner_text().strip()
    assert ana.page.evaluate(OVERFLOW) <= 0, "wider than the window"
    assert ana.page.evaluate(NAMELESS) == []
    levels = ana.page.evaluate(HEADINGS)
    assert levels.count(1) == 1, levels
    assert all(below - above <= 1 for above, below in pairwise(levels)), levels
    address = ana.page.url
    ana.reload()
    assert ana.page.url == address


def test_the_bare_address_leads_to_the_claims(visitors: Visitors) -> None:
    ana = visitors.come("Ana")
    with without_complaint(ana):
        ana.open("", kind="doctors")
        expect(ana.page.locator(".ct-big").first).to_contain_text("health workers")
    assert ana.page.url.startswith(ana.dashboard.address("claims"))
    assert ana.address["kind"] == ["doctors"]


def test_an_address_that_says_nonsense(visitors: Visitors) -> None:
    said = {"kind": "no such", "claim": "nobody", "confidence": "a-b", "since": "x", "status": "y", "order": "z",
            "doc": "../../etc/passwd", "group": "-1", "source": "<b>", "part": "99999", "view": "?", "text": "%"}  # fmt: skip
    ana = visitors.come("Ana")
    with without_complaint(ana):
        for page in PAGES:
            ana.open(page, **said)
            expect(ana.page.get_by_test_id("stException")).to_have_count(0)


def test_focus_is_seen_where_the_keyboard_goes(visitors: Visitors) -> None:
    ana = visitors.come("Ana")
    ana.open()
    ana.page.add_style_tag(content="* { transition: none !important; animation: none !important }")
    unseen = []
    for _ in range(25):
        ana.press("Tab")
        element = ana.page.evaluate_handle("() => document.activeElement").as_element()
        assert element is not None
        if element.evaluate("element => element.matches('main, canvas')"):
            continue  # the frame that scrolls, and the table, which draws its cursor itself
        focused = element.evaluate(DRAWN)
        element.evaluate("element => element.blur()")
        if element.evaluate(DRAWN) == focused:
            unseen.append(element.evaluate("element => element.outerHTML.slice(0, 150)"))
        element.focus()
    assert unseen == []


def test_nobody_is_told_apart_by_colour_alone(visitors: Visitors) -> None:
    """A verdict has a sign in the table and a word beside the claim."""
    ana = visitors.come("Eve")
    ana.open(status="all", order="article")
    expect(ana.cell(1, 0)).to_have_text("✔")
    expect(ana.cell(1, 1)).to_contain_text("⚑")
    expect(ana.page.locator(".ct-history")).to_contain_text("confirmed")
