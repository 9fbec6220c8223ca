"""A reviewer at work on the claims of the seeds."""

from __future__ import annotations

import re

import pytest
from visiting import Visitors, expect, without_complaint

from claimtrack.reviews import Review

VERDICTS = {"1": "confirmed", "2": "wrong extraction", "3": "wrong source", "4": "disputed", "5": "unsure"}


def standing(visitors: Visitors, reviewer: str) -> dict[str, Review]:
    """What the record says that this reviewer thinks of each claim."""
    return {r.claim_id: r for r in visitors.dashboard.record().standing() if r.reviewer == reviewer}


def test_doctors_in_their_article(visitors: Visitors) -> None:
    ana = visitors.come("Doctors")
    ana.open()
    ana.filter("Kind", "doctors")
    ana.sees("1 of 4")
    assert ana.address["kind"] == ["doctors"]
    expect(ana.page.locator("[data-testid^=glide-cell-2-]")).to_have_count(4)
    rows = [ana.cells(row) for row in range(4)]
    assert all("doctors" in row or "health workers" in row or "nurses" in row for row in rows)
    ana.select(next(number for number, row in enumerate(rows) if "~35" in row))
    expect(ana.page.locator(".ct-big")).to_have_text("~35 doctors")
    article = ana.page.get_by_role("region", name="The article")
    for mark, words in (("figure", "35"), ("cue", "said"), ("source", "Ramzy Ezzeldin Ramz")):
        expect(article.locator(f".ct-{mark}").first).to_have_text(words)
        assert article.locator(f".ct-{mark}").first.get_attribute("data-label") == mark
    expect(article.locator("#ct-focus")).to_be_in_viewport()


def test_marks_differ_without_colour(visitors: Visitors) -> None:
    ana = visitors.come("Marks")
    ana.open(kind="doctors")
    shapes = ana.page.evaluate(
        """() => [...new Set([...document.querySelectorAll('.ct-mark')].map(mark => {
            const style = getComputedStyle(mark), label = getComputedStyle(mark, '::after');
            return [style.borderBottomStyle, style.borderBottomWidth, style.outlineStyle, label.content].join(' ');
        }))]"""
    )
    names = ana.page.evaluate("() => new Set([...document.querySelectorAll('.ct-mark')].map(m => m.className)).size")
    assert len(shapes) == names > 2


def test_a_source_is_corrected_and_taken_back(visitors: Visitors) -> None:
    ana = visitors.come("Sources")
    ana.open(kind="health_facilities", status="all")
    claim = ana.claim
    ana.page.get_by_text("Correct, note, grade").click()
    ana.write_choice("Source", "The clinic's own staff")
    ana.fill("Note", "Said by them, not by the agency.")
    ana.button("Wrong source").click()
    ana.told("Wrong source")
    decision = standing(visitors, "Sources")[claim].decision
    assert decision.corrections == {"source": "The clinic's own staff"}
    assert decision.note == "Said by them, not by the agency."

    ana.press("u")
    ana.told("Taken back: wrong source")
    ana.shows_claim(claim)
    assert standing(visitors, "Sources") == {}
    told = ana.page.locator(".ct-history li").all_inner_texts()
    assert [("source → The clinic's own staff" in told[0]), "took back" in told[1]] == [True, True]


def test_twelve_claims_by_keyboard_alone(visitors: Visitors) -> None:
    ana = visitors.come("Twelve")
    with without_complaint(ana):
        ana.open()
        keys = ["12345"[number % 5] for number in range(12)]
        pressed = {ana.goes(key): key for key in keys}
    assert len(pressed) == 12
    said = {claim: review.decision.verdict for claim, review in standing(visitors, "Twelve").items()}
    assert said == {claim: VERDICTS[key] for claim, key in pressed.items()}


def test_moving_and_flagging_by_keyboard(visitors: Visitors) -> None:
    ana = visitors.come("Moves")
    ana.open(status="all", order="article")
    first = ana.claim
    assert ana.goes("j") == first
    second = ana.claim
    ana.press("k")
    ana.shows_claim(first)
    ana.press("f")
    ana.told("Flagged")
    ana.shows_claim(first)
    ana.press("j")
    ana.shows_claim(second)
    (flag,) = standing(visitors, "Moves").values()
    assert (flag.claim_id, flag.decision.flagged, flag.decision.verdict) == (first, True, None)


def test_a_key_pressed_twice_decides_no_claim_unseen(visitors: Visitors) -> None:
    ana = visitors.come("Twice")
    ana.open(order="article")
    claim = ana.claim
    ana.page.evaluate(
        """() => { for (let time = 0; time < 2; time++)
            for (const kind of ['keydown', 'keyup'])
                document.body.dispatchEvent(new KeyboardEvent(kind, {key: '1', code: 'Digit1', bubbles: true})) }"""
    )
    ana.moved_on(claim)
    ana.reload()
    assert set(standing(visitors, "Twice")) == {claim}


def test_a_key_held_down_decides_no_claim_unseen(visitors: Visitors) -> None:
    ana = visitors.come("Held")
    ana.open(order="article")
    claim = ana.claim
    ana.page.keyboard.down("1")
    ana.moved_on(claim)
    for _ in range(5):
        ana.page.keyboard.down("1")  # as it repeats itself
    ana.page.keyboard.up("1")
    ana.settled()
    ana.press("j")  # and what comes after is heard
    ana.settled()
    assert set(standing(visitors, "Held")) == {claim}


def test_digits_in_a_note_are_no_verdicts(visitors: Visitors) -> None:
    ana = visitors.come("Digits")
    ana.open(order="article")
    claim = ana.claim
    ana.page.get_by_text("Correct, note, grade").click()
    ana.page.get_by_label("Note", exact=True).press_sequentially("12 jukf 345")
    ana.page.get_by_label("Note", exact=True).blur()
    ana.press("5")
    ana.moved_on(claim)
    (review,) = standing(visitors, "Digits").values()
    assert (review.decision.verdict, review.decision.note) == ("unsure", "12 jukf 345")


def test_reload_keeps_filter_claim_and_reviews(visitors: Visitors) -> None:
    ana = visitors.come("Reload")
    ana.open(kind="deaths", status="all", order="largest")
    claim = ana.goes("4")
    ana.goes("j")
    assert ana.address["kind"] == ["deaths"]
    before = ana.address, ana.page.locator(".ct-big").inner_text()
    ana.reload()
    assert (ana.address, ana.page.locator(".ct-big").inner_text()) == before
    expect(ana.cell(1, 0)).to_have_text("≠")
    assert standing(visitors, "Reload")[claim].decision.verdict == "disputed"


def test_a_link_opens_the_same_claim_elsewhere(visitors: Visitors) -> None:
    ana = visitors.come("Sender")
    ana.open(status="all")
    ana.filter("Place", "Derna")
    ana.sees("Clear filters")
    ana.goes("j")
    ben = visitors.come("Receiver")
    ben.page.goto(ana.page.url)
    ben.settled()
    assert ben.address == ana.address
    assert ben.page.locator(".ct-big").inner_text() == ana.page.locator(".ct-big").inner_text()
    assert ben.page.locator("#ct-focus").inner_text() == ana.page.locator("#ct-focus").inner_text()


def test_back_leads_to_the_claim_before(visitors: Visitors) -> None:
    ana = visitors.come("Back")
    ana.open(status="all", order="article")
    first = ana.goes("j")
    ana.page.go_back()
    ana.shows_claim(first)


def test_keys_faster_than_the_page(visitors: Visitors) -> None:
    """What a browser sends while it has not heard of the newest address leads nobody back."""
    ana = visitors.come("Fast")
    ana.open(status="all", order="article")
    first = ana.claim
    for key in "jjjjj":
        ana.press(key)
    ana.moved_on(first)
    ana.reload()
    assert ana.claim != first


def test_who_reviews_is_asked_once(visitors: Visitors) -> None:
    new = visitors.come(None)
    new.open(order="article")
    new.page.get_by_label("Who reviews?").first.fill("  Zoë  <b>Q</b> ")
    new.button("Start reviewing").first.click()
    expect(new.button("Zoë <b>Q</b>").first).to_be_visible()
    new.reload()
    claim = new.goes("1")
    assert set(standing(visitors, "Zoë <b>Q</b>")) == {claim}


@pytest.mark.parametrize("blind", [False, True])
def test_a_second_reviewer(visitors: Visitors, blind: bool) -> None:
    """She sees the first one's decision at once, or, blind, only after her own."""
    ana, eve = visitors.come(f"First {blind}"), visitors.come(f"Second {blind}")
    ana.open(kind="displaced", status="all")
    ana.page.get_by_text("Correct, note, grade").click()
    ana.fill("Note", f"seen by the first {blind}")
    claim = ana.goes("2")

    eve.open()
    if blind:
        eve.button(f"Second {blind}").click()
        eve.page.get_by_text("Blind: see others").click()
        eve.press("Escape")
    eve.page.get_by_role("radio", name="All").click()
    eve.filter("Kind", "displaced")
    eve.shows_claim(claim)
    history = eve.page.locator(".ct-history")
    if blind:
        eve.sees("Others have decided; you see it after your own decision (blind).")
        expect(history).to_have_count(0)
        assert "✘" not in eve.cells(0)
        assert eve.goes("1") == claim
        assert eve.goes("k") != claim
    expect(history).to_contain_text(re.compile(f"First {blind}: .*wrong extraction.*“seen by the first {blind}”"))


def test_two_reviewers_at_once_lose_nothing(visitors: Visitors) -> None:
    both = [visitors.come("Left"), visitors.come("Right")]
    for visitor in both:
        visitor.open(order="article", kind="deaths")
    claims: list[list[str]] = [[], []]
    for _ in range(4):
        for visitor, key, seen in zip(both, "14", claims, strict=True):
            seen.append(visitor.claim)
            visitor.press(key)
        for visitor, seen in zip(both, claims, strict=True):
            visitor.moved_on(seen[-1])
    for name, verdict, seen in zip(("Left", "Right"), ("confirmed", "disputed"), claims, strict=True):
        found = {claim: review.decision.verdict for claim, review in standing(visitors, name).items()}
        assert found == dict.fromkeys(seen, verdict)
        assert len(found) == 4
