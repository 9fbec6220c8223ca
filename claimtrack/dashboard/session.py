"""What one browser's session has: the open workspace, the record, who reviews, and what is chosen on the screen."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

import pandas as pd
import streamlit as st

from claimtrack.dashboard.marking import plain_html
from claimtrack.dashboard.workspace import Workspace, open_workspace, stamp_of
from claimtrack.reviews import GroupReview, Record, Review, open_record, record_url, visible, visible_groups
from claimtrack.reviews.comparing import differing, is_decided
from claimtrack.reviews.decisions import reviewer_name
from claimtrack.reviews.standing import by_claim

if TYPE_CHECKING:
    from claimtrack.dashboard.options import DashboardOptions

COOKIE, BLIND = "claimtrack_reviewer", "claimtrack_blind"
KEPT = "path=/; max-age=31536000; samesite=lax"  # a year, in this browser
LONGEST_NAME = 80
NO_REVIEWS = pd.DataFrame(
    {
        "claim_id": pd.Series(dtype="string"),
        "verdict": pd.Series(dtype="string"),
        "mine": pd.Series(dtype=bool),
        "flagged": pd.Series(dtype=bool),
    }
)
DISAGREEMENT = "disagreement"


@dataclass(frozen=True)
class Session:
    """What every page is given. reviewer: None until somebody has said who reviews; blind: others' decisions on a claim
    are shown only after one's own."""

    workspace: Workspace
    record: Record
    reviewer: str | None
    blind: bool

    def reviews(self) -> Sequence[Review]:
        """The standing reviews that this reviewer may see."""
        return _visible(self.record, self.record.version(), self.reviewer or "", self.blind)

    def decisions(self) -> list[Review]:
        """Every row of the record that this reviewer may see, oldest first, undone and undoing rows included."""
        decided = self.record.reviewed_by(self.reviewer) if self.reviewer else set()
        return [
            row
            for row in self.record.all_reviews()
            if not self.blind or row.reviewer == self.reviewer or row.claim_id in decided
        ]

    def group_decisions(self) -> list[GroupReview]:
        """Every row about groups that this reviewer may see, oldest first, undone and undoing rows included."""
        return visible_groups(self.record.all_group_reviews(), self.reviewer or "", self.blind)

    def reviewed(self) -> pd.DataFrame:
        """A row a claim that is reviewed, as far as this reviewer may see: claim_id, verdict, mine, flagged."""
        return _reviewed(self.record, self.record.version(), self.reviewer or "", self.blind)


def open_session(path: Path, options: DashboardOptions) -> Session:
    """The session of the browser that asks. Raises what open_workspace and open_record raise."""
    with st.spinner("Opening the claims …"):
        workspace, record = opened(path, options.record)
    blind = st.session_state.setdefault("blind", st.context.cookies.get(BLIND) == "1")
    return Session(workspace, record, current_reviewer(), options.blind or bool(blind))


def opened(path: Path, record: str | None) -> tuple[Workspace, Record]:
    """The claims file and the record of its reviews (the one at this URL, else the file's own); opened once for all
    sessions. Raises what open_workspace and open_record raise."""
    return _workspace(str(path), stamp_of(path)), _record(record or record_url(path))


@st.cache_resource(show_spinner=False, max_entries=4)
def _workspace(path: str, stamp: str) -> Workspace:  # noqa: ARG001  (the stamp tells a changed file from what is cached)
    return open_workspace(Path(path))


@st.cache_resource(show_spinner=False)
def _record(url: str) -> Record:
    return open_record(url)


@st.cache_resource(max_entries=32, show_spinner=False, hash_funcs={Record: id})
def _visible(record: Record, version: int, reviewer: str, blind: bool) -> Sequence[Review]:  # noqa: ARG001
    return tuple(visible(record.standing(), reviewer, blind))


@st.cache_resource(max_entries=32, show_spinner=False, hash_funcs={Record: id})
def _reviewed(record: Record, version: int, reviewer: str, blind: bool) -> pd.DataFrame:
    return reviewed_frame(_visible(record, version, reviewer, blind), reviewer)


def reviewed_frame(reviews: Sequence[Review], reviewer: str) -> pd.DataFrame:
    """A row a claim: claim_id, verdict ("disagreement" where reviewers differ), mine, flagged."""
    rows = [
        (
            claim_id,
            _verdict(standing),
            any(review.reviewer == reviewer and review.decision.verdict is not None for review in standing),
            any(review.decision.flagged for review in standing),
        )
        for claim_id, standing in by_claim(reviews).items()
    ]
    return pd.DataFrame(rows, columns=["claim_id", "verdict", "mine", "flagged"]) if rows else NO_REVIEWS


def _verdict(standing: Sequence[Review]) -> str | None:
    """What the reviews that stand on a claim say together; one who is unsure differs from nobody."""
    if differing(standing):
        return DISAGREEMENT
    verdicts = [review.decision.verdict for review in sorted(standing, key=is_decided, reverse=True)]
    return next((str(verdict) for verdict in verdicts if verdict), None)


def current_reviewer() -> str | None:
    """Who reviews: the login where one is configured, else the name that was given, in this session or before."""
    if getattr(st.user, "is_logged_in", False):
        return reviewer_name(str(st.user.get("email") or st.user.get("name") or st.user.get("sub")))
    if login_configured():
        return None  # a name that the browser says does not stand in for a login
    given = st.session_state.get("reviewer")
    if given is None:
        given = unquote(st.context.cookies.get(COOKIE, ""))
        st.session_state["reviewer"] = given
    return clean_name(given) or None


def clean_name(name: str) -> str:
    """A name in one line, of bounded length, an accent the same however it was typed."""
    return " ".join(unicodedata.normalize("NFC", name).split())[:LONGEST_NAME].strip()


def remember_reviewer(name: str) -> None:
    """Keep the name in this browser, so that it is asked for once."""
    for decided in ("decided", "groups-decided"):  # what another has decided is not this one's to undo
        st.session_state.pop(decided, None)
    st.session_state["reviewer"] = clean_name(name)
    st.session_state["cookie"] = f"{COOKIE}={quote(clean_name(name), safe='')}; {KEPT}"


def remember_blind() -> None:
    """Keep in this browser whether its reviewer is blind."""
    st.session_state["cookie"] = f"{BLIND}={int(st.session_state['blind'])}; {KEPT}"


def keep_cookie() -> None:
    """Hand the browser the cookie that was made to be kept."""
    place = st.empty()  # in every run, so that nothing below it moves
    cookie = st.session_state.pop("cookie", None)
    if cookie:  # percent-encoded: it cannot leave the string
        place.html(f'<script>document.cookie = "{cookie}"</script>', unsafe_allow_javascript=True)


def login_configured() -> bool:
    """Whether `.streamlit/secrets.toml` has an [auth] section (Streamlit's own OIDC login)."""
    try:
        return "auth" in st.secrets
    except FileNotFoundError:
        return False


def reviewer_form(key: str) -> None:
    """Ask who reviews. Shown where a name is needed and none is known."""
    if login_configured():
        st.button("Log in to review", on_click=st.login, key=f"{key}-login", type="primary")
        return
    with st.form(key):
        name = st.text_input("Who reviews?", placeholder="Your name", max_chars=LONGEST_NAME)
        st.caption("It stands beside each of your decisions, and is kept in this browser.")
        if st.form_submit_button("Start reviewing", type="primary") and clean_name(name):
            remember_reviewer(name)
            st.session_state.pop("filters", None)  # a queue of their own begins
            st.rerun()


def reviewer_corner(session: Session) -> None:
    """Who reviews and what is open, in the sidebar."""
    if session.reviewer is None:
        with st.popover("Who reviews?", icon=":material/person:", width="stretch"):
            reviewer_form("who")
    else:
        with st.popover(session.reviewer, icon=":material/person:", width="stretch"):
            if login_configured():
                st.button("Log out", on_click=st.logout)
            else:
                st.button("Somebody else reviews", on_click=remember_reviewer, args=("",))
            st.toggle(
                "Blind: see others' decisions only after mine",
                key="blind",
                on_change=remember_blind,
                disabled=session.blind and not st.session_state.get("blind"),
            )
    path = session.workspace.path
    name = path.parent.name if path.name == "claims.parquet" else path.name
    st.html(
        f'<div class="ct-sub" title="{plain_html(str(path))}">{len(session.workspace.newest):,} claims in '
        f"{plain_html(name)}</div>"
    )
