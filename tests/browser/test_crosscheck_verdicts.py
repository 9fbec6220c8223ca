"""Deciding on groups of claims that speak of one quantity."""

from __future__ import annotations

from visiting import LONGEST, Visitors, expect, without_complaint

from claimtrack.reviews import GroupReview


def standing(visitors: Visitors, reviewer: str) -> list[GroupReview]:
    return [r for r in visitors.dashboard.record().standing_groups() if r.decision.reviewer == reviewer]


def test_a_verdict_with_a_recommended_figure(visitors: Visitors) -> None:
    ana = visitors.come("Groups")
    with without_complaint(ana):
        ana.open("crosscheck")
        group = ana.address["group"][0]
        ana.page.get_by_text("Recommend a figure, with the reasoning").click()
        ana.page.get_by_role("textbox", name="Low").fill("3,000")
        ana.page.get_by_role("textbox", name="Best").fill("4,000")
        ana.fill("Reasoning", "Bodies that were counted, until the Monday.")
        ana.button("They conflict").click()
        ana.page.wait_for_function(
            "before => new URL(location).searchParams.get('group') !== before", arg=group, timeout=LONGEST
        )
        ana.settled()
    (review,) = standing(visitors, "Groups")
    decision = review.decision
    assert (decision.group_id, decision.verdict) == (group, "conflict")
    assert (decision.low, decision.recommended, decision.high) == (3000.0, 4000.0, None)
    assert decision.reasoning == "Bodies that were counted, until the Monday."

    ben = visitors.come("Other")
    ben.open("crosscheck", group=group, status="all")
    expect(ben.page.get_by_test_id("stMain")).to_contain_text("Bodies that were counted, until the Monday.")

    ana.press("u")
    ana.told("Taken back")
    assert standing(visitors, "Groups") == []


def test_from_a_group_to_its_claims(visitors: Visitors) -> None:
    ana = visitors.come("Links")
    ana.open("crosscheck", status="all")
    ana.page.get_by_test_id("stMain").get_by_role("link", name="claim").first.click()
    ana.page.wait_for_url("**claim=*")
    ana.settled()
    expect(ana.page.locator(".ct-big").first).to_be_visible()
