"""Articles that come in by the browser: one by paste, and one whose author means harm."""

from __future__ import annotations

from pathlib import Path

import pytest
from serving import ROOT
from visiting import Visitor, Visitors, expect, without_complaint

from claimtrack.export import read_claims

OTHER_SEED = ROOT.parent / "shared" / "seed" / "syria-talks.txt"
SEED = OTHER_SEED if OTHER_SEED.is_file() else ROOT / "seeds" / "01-aleppo-talks.txt"

SCRIPT = "<script>alert(document.domain)</script>"
IMAGE = '<img src="https://harm.example/x.png" onerror="alert(this)">'
LINK = "[Dr Ana Ruiz](javascript:alert(self))"
FORMULA = '=HYPERLINK("https://harm.example/","open")'
TURNED = "\N{RIGHT-TO-LEFT OVERRIDE}gpj.nikcots\N{POP DIRECTIONAL FORMATTING}"
MARKDOWN = "![x](https://harm.example/y.png) $x^n$ :material/warning: </style><style>*{display:none}</style>"
HOSTILE = f"""{FORMULA} {SCRIPT} {MARKDOWN}
Published: 2016-09-29

At least 12 people {SCRIPT} were killed in Aleppo {IMAGE}, {LINK} said on Thursday.

{FORMULA}, {TURNED} and {MARKDOWN}: 35 doctors were left, "Bob {IMAGE}" told reporters.
"""
FILLER = f"Nothing is counted here, {SCRIPT} and nobody says so {IMAGE}.\n\n"
MEGABYTES = 5


def paste(visitor: Visitor, text: str, **said: str) -> None:
    visitor.open("add", how="paste")
    for label, value in {"Text": text, **said}.items():
        visitor.page.get_by_label(label, exact=True).fill(value)
    visitor.button("Find the figures").click()
    expect(visitor.page.get_by_role("status").filter(has_text="1 article")).to_be_visible()
    visitor.settled()


def test_an_article_by_paste(visitors: Visitors) -> None:
    ana = visitors.come("Paste")
    text = SEED.read_text("utf-8")
    with without_complaint(ana):
        paste(ana, text, Published="2016-09-29", Publisher="A Paper")
        ana.page.get_by_role("link", name="Review the new claims").click()
        ana.page.wait_for_url("**article=*")
        ana.settled()
        ana.filter("Kind", "doctors")
        ana.sees("1 of 1")
    expect(ana.page.locator(".ct-big")).to_have_text("~35 doctors")
    expect(ana.page.locator("#ct-focus")).to_have_text("35")
    expect(ana.page.get_by_role("region", name="The article")).to_contain_text(text.strip()[-60:])
    claims = read_claims(visitors.dashboard.claims)
    (row,) = claims[claims["claim_id"] == ana.claim].to_dict("records")
    assert text[row["start"] : row["end"]] == row["surface"]


def test_what_cannot_be_meant_is_told_and_stays(visitors: Visitors) -> None:
    ana = visitors.come("Meant")
    ana.open("add", how="paste")
    ana.page.get_by_label("Text", exact=True).fill("Twelve people died, she said.")
    ana.page.get_by_label("Published", exact=True).fill("the other day")
    ana.button("Find the figures").click()
    expect(ana.page.get_by_role("alert").filter(has_text="is no date")).to_be_visible()
    expect(ana.page.get_by_label("Text", exact=True)).to_have_value("Twelve people died, she said.")
    expect(ana.page.get_by_label("Published", exact=True)).to_have_value("the other day")


@pytest.fixture(scope="module")
def hostile() -> dict[str, str | bytes]:
    filler = FILLER * (MEGABYTES * 1_000_000 // len(FILLER))
    return {
        "name": f"../{IMAGE[:20]}{LINK}.txt",
        "mimeType": "text/plain",
        "buffer": f"{HOSTILE}{filler}{HOSTILE}".encode(),
    }


def harmless(visitor: Visitor) -> None:
    """Nothing of the article has become part of the page."""
    injected = visitor.page.evaluate(
        """() => [...document.querySelectorAll('script, style, iframe, object, img, a, [onerror], [onload]')].filter(e =>
            e.onerror || e.onload || (e.src || e.href || '').startsWith('javascript:')
            || (e.src || e.href || '').includes('//harm.example') || /alert\\(|display:none}/.test(e.textContent)
                && ['SCRIPT', 'STYLE'].includes(e.tagName)
        ).map(e => e.outerHTML.slice(0, 300))"""
    )
    assert injected == []
    assert visitor.page.get_by_test_id("stException").count() == 0


def test_a_hostile_article(visitors: Visitors, hostile: dict[str, str | bytes]) -> None:
    """By file (5 MB) and by paste: nothing runs, nothing is fetched, all of it can be read, on every page."""
    eve = visitors.come(f"Eve {SCRIPT[:40]}")
    with without_complaint(eve):
        eve.open("add")
        eve.page.locator("input[type=file]").set_input_files([hostile])
        eve.button("Find the figures").click()
        expect(eve.page.get_by_role("status").filter(has_text="1 article")).to_be_visible()
        harmless(eve)
        paste(eve, HOSTILE, Title=f"{LINK} {SCRIPT}", Publisher=f"{MARKDOWN} {IMAGE}")
        harmless(eve)
        eve.page.get_by_role("link", name="Review the new claims").click()
        eve.page.wait_for_url("**article=*")
        eve.settled()
        harmless(eve)
        eve.page.get_by_text("Why it says so").click()
        eve.page.get_by_text("Correct, note, grade").click()
        eve.fill("Note", f"{SCRIPT}{IMAGE}{LINK}{MARKDOWN}")
        claim = eve.goes("2")
        harmless(eve)
        article = eve.page.get_by_role("region", name="The article")
        expect(article).to_contain_text(SCRIPT)
        expect(article).to_contain_text("[RLO]gpj.nikcots[PDF]")
        row = read_claims(visitors.dashboard.claims).set_index("claim_id").loc[claim]
        for page, said in {
            "claims": {"claim": claim, "status": "all"},
            "articles": {"doc": row["doc_id"], "claim": claim},
            "sources": {"text": "Ruiz"},
            "crosscheck": {"status": "all", "text": "Aleppo"},
            "disagreements": {},
            "record": {},
            "overview": {},
        }.items():
            eve.open(page, **said)
            harmless(eve)
            assert eve.page.get_by_role("link", name="Claims", exact=True).is_visible()


def test_five_megabytes_stay_usable(visitors: Visitors) -> None:
    """The last figure of the long article is shown in its place, and the page moves on."""
    eve = visitors.come("Long")
    claims = read_claims(visitors.dashboard.claims)
    last = claims.loc[claims["end"].idxmax()]
    if last["end"] < MEGABYTES * 900_000:
        pytest.skip("the long article is added by the test before")
    with without_complaint(eve):
        eve.open(claim=last["claim_id"], article=last["doc_id"], status="all", order="article")
        expect(eve.page.locator("#ct-focus").first).to_be_in_viewport()
        eve.goes("k")
        eve.open("articles", doc=last["doc_id"], claim=last["claim_id"])
        expect(eve.page.locator("#ct-focus").first).to_have_text(last["surface"])


def test_names_of_files_are_no_paths(visitors: Visitors) -> None:
    names = set(read_claims(visitors.dashboard.claims)["doc_id"])
    assert not any(".." in Path(name).parts for name in names)
