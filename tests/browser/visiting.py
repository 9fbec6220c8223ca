"""A person at a browser: what is on the screen, and what they press."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from serving import Dashboard

from claimtrack.dashboard.session import COOKIE

pytest.importorskip("playwright.sync_api", reason="the browser tests need the package playwright")

from playwright.sync_api import (
    Browser,
    ConsoleMessage,
    Download,
    Locator,
    Page,
    Route,
    expect,
    sync_playwright,
)

PROGRAMS = ("chromium", "chromium-browser", "google-chrome")
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
DESKTOP, TABLET = {"width": 1280, "height": 900}, {"width": 820, "height": 1180}
HEADER, ROW = 36, 35  # pixels of a line of the table
LONGEST = 20_000  # milliseconds that anything may take
expect.set_options(timeout=LONGEST)


WAITS = count()
# the page is still in so many frames one after the other: between two runs it is, too, but not as long
SETTLED = """wait => {
    const app = document.querySelector('[data-testid=stApp][data-test-connection-state=CONNECTED]');
    const still = app?.dataset.testScriptState === 'notRunning' && !app.querySelector('[data-testid=stSkeleton]');
    const before = window.stillSeen?.wait === wait ? window.stillSeen.frames : 0;
    window.stillSeen = { wait, frames: still ? before + 1 : 0 };
    return window.stillSeen.frames > 6;
}"""


@contextmanager
def chromium() -> Iterator[Browser | None]:
    """A browser; None where none is installed."""
    program = next(filter(None, map(shutil.which, PROGRAMS)), None)
    if program is None:
        yield None
        return
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield browser
        browser.close()


@dataclass
class Visitor:
    """A browser of one person. errors: what a page complained of; outside: requests to anywhere but the dashboard;
    dialogs: what popped up."""

    page: Page
    dashboard: Dashboard
    errors: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)

    def open(self, page: str = "claims", **said: str | list[str]) -> None:
        """Go to a page by its address, and wait until all of it is there."""
        self.page.goto(self.dashboard.address(page, **said))
        self.settled()

    def reload(self) -> None:
        self.page.reload()
        self.settled()

    def settled(self) -> None:
        """Wait until the page's script has run to its end, no other run follows at once, and nothing is only outlined
        any more."""
        self.page.wait_for_function(SETTLED, arg=next(WAITS), timeout=LONGEST)

    @property
    def address(self) -> dict[str, list[str]]:
        """What stands in the address now."""
        return parse_qs(urlsplit(self.page.url).query)

    @property
    def claim(self) -> str:
        return self.address["claim"][0]

    def moved_on(self, claim_id: str) -> None:
        """Wait until another claim than this one is chosen and shown."""
        self.page.wait_for_function(
            "before => { const now = new URL(location).searchParams.get('claim'); return now && now !== before }",
            arg=claim_id,
            timeout=LONGEST,
        )
        self.settled()

    def shows_claim(self, claim_id: str) -> None:
        """Wait until this claim is the chosen one."""
        self.page.wait_for_function(
            "wanted => new URL(location).searchParams.get('claim') === wanted", arg=claim_id, timeout=LONGEST
        )
        self.settled()

    def sees(self, words: str) -> None:
        """Wait until these words stand there, and all else."""
        expect(self.page.get_by_text(words, exact=True).first).to_be_visible()
        self.settled()

    def press(self, key: str) -> None:
        self.page.keyboard.press(key)

    def goes(self, key: str) -> str:
        """Press a key that leads to another claim (a verdict, next, previous); returns the claim before."""
        claim = self.claim
        self.press(key)
        self.moved_on(claim)
        return claim

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=name)

    def told(self, words: str) -> None:
        """Wait until the page says what was done."""
        expect(self.page.locator("[role=status]").filter(has_text=words).first).to_be_visible()

    def fill(self, label: str, said: str) -> None:
        """Write into a field and leave it, as who goes on to the next one."""
        field = self.page.get_by_label(label, exact=True)
        field.fill(said)
        field.blur()

    def filter(self, label: str, value: str) -> None:
        """Choose a value of a filter, by writing it, and wait for what comes of it."""
        box = self.page.get_by_test_id("stSidebar").get_by_role("combobox", name=label, exact=True)
        box.click()
        box.fill(value)
        self.page.get_by_role("option").filter(has_text=value).first.click()
        box.press("Escape")
        box.blur()
        self.settled()

    def write_choice(self, label: str, value: str) -> None:
        """Write something new into a select box of the page that takes it, and wait for what comes of it: between two
        runs that follow each other the page looks settled."""
        box = self.page.get_by_test_id("stMain").get_by_role("combobox", name=label, exact=True)
        box.click()
        box.fill(value)
        box.press("Enter")
        box.blur()
        self.settled()

    # the table

    def cells(self, row: int) -> list[str]:
        """What a row of the table says, in the columns that are on the screen (the first stands for the selection)."""
        return self.page.locator(f"[data-testid^=glide-cell-][data-testid$='-{row}']").all_text_contents()

    def cell(self, column: int, row: int) -> Locator:
        return self.page.get_by_test_id(f"glide-cell-{column}-{row}")

    def select(self, row: int) -> None:
        """Tick a row of the table."""
        grid = self.page.locator("[data-testid=stDataFrame] .dvn-scroller").first
        grid.click(position={"x": HEADER / 2, "y": HEADER + ROW * row + ROW / 2})

    def download(self, button: Locator) -> Download:
        with self.page.expect_download() as coming:
            button.click()
        return coming.value


@dataclass
class Visitors:
    """Those who are in the dashboard during a test."""

    browser: Browser
    dashboard: Dashboard
    present: list[Visitor] = field(default_factory=list)

    def come(self, name: str | None = "Ana", dashboard: Dashboard | None = None, **context: Any) -> Visitor:
        """A person with a browser of their own; name: given before, None for somebody who was never here."""
        dashboard = dashboard or self.dashboard
        context = {"viewport": DESKTOP, "accept_downloads": True, **context}
        own = self.browser.new_context(**context)
        own.set_default_timeout(LONGEST)
        if name is not None:
            own.add_cookies([{"name": COOKIE, "value": quote(name, safe=""), "url": dashboard.host}])
        visitor = Visitor(own.new_page(), dashboard)
        own.route(lambda url: not url.startswith(dashboard.host), lambda route: _refuse(route, visitor))
        visitor.page.on("console", lambda message: _note(message, visitor))
        visitor.page.on("pageerror", lambda error: visitor.errors.append(str(error)))
        visitor.page.on("dialog", lambda dialog: (visitor.dialogs.append(dialog.message), dialog.dismiss()))
        self.present.append(visitor)
        return visitor

    def leave(self) -> None:
        for visitor in self.present:
            visitor.page.context.close()
        self.present.clear()

    def pictures(self, folder: Path) -> Iterator[Path]:
        """What everybody sees, as files."""
        for number, visitor in enumerate(self.present):
            path = folder / f"visitor-{number}.png"
            visitor.page.screenshot(path=path)
            yield path


@contextmanager
def without_complaint(visitor: Visitor) -> Iterator[None]:
    """No page error, no dialog, no request to elsewhere while this lasts."""
    before = len(visitor.errors), len(visitor.dialogs), len(visitor.outside)
    yield
    assert visitor.errors[before[0] :] == []
    assert visitor.dialogs[before[1] :] == []
    assert visitor.outside[before[2] :] == []


def _refuse(route: Route, visitor: Visitor) -> None:
    visitor.outside.append(route.request.url)
    route.abort()


def _note(message: ConsoleMessage, visitor: Visitor) -> None:
    """Streamlit looks for its server beside the page's address first, which is no error; nor is what was refused."""
    url = message.location["url"]
    if message.type == "error" and url.startswith(visitor.dashboard.host) and "/_stcore/" not in url:
        visitor.errors.append(message.text)
