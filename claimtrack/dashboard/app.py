"""The script that Streamlit runs: opens what was asked for, and shows the page that the address names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from pathlib import Path

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from claimtrack.dashboard import links
from claimtrack.dashboard.folders import home_folder
from claimtrack.dashboard.marking import harmless
from claimtrack.dashboard.notices import failed_for_now
from claimtrack.dashboard.opening import claims_file_for
from claimtrack.dashboard.options import DashboardOptions, from_arguments
from claimtrack.dashboard.session import Session, keep_cookie, open_session, reviewer_corner
from claimtrack.export import UnknownFormatError, UnreadableClaimsError
from claimtrack.reviews import RecordError

MOST_TOLD = 5  # inputs that could not be read and are named one by one
STYLE = Path(__file__).with_name("style.css")
KEYS = Path(__file__).with_name("keys.js")
ICON = Path(__file__).with_name("icon.svg")  # a symbol's name would be fetched from elsewhere


@dataclass(frozen=True, slots=True)
class Place:
    """A page: its name in the address, which is that of its module, its title and its symbol."""

    name: str
    title: str
    icon: str

    def show(self, session: Session) -> None:
        import_module(f"claimtrack.dashboard.pages.{self.name}").show(session)  # only what is looked at is imported


PLACES = (
    Place("claims", "Claims", ":material/checklist:"),
    Place("crosscheck", "Cross-check", ":material/compare_arrows:"),
    Place("sources", "Sources", ":material/record_voice_over:"),
    Place("articles", "Articles", ":material/article:"),
    Place("overview", "Overview", ":material/dashboard:"),
    Place("disagreements", "Disagreements", ":material/balance:"),
    Place("record", "Record", ":material/history:"),
    Place("add", "Add", ":material/note_add:"),
)


def main(arguments: Sequence[str]) -> None:
    """Show the dashboard. arguments: those of the script (options.from_arguments)."""
    st.set_page_config(page_title="claimtrack", page_icon=ICON, layout="wide")
    st.html(f"<style>{STYLE.read_text('utf-8')}</style>")
    keep_cookie()
    # in a frame of its own: what comes and goes above inputs would make them anew, and empty, while one types
    with st.container(key="opening"):
        session = _session(from_arguments(arguments))
    pages = {
        place.name: st.Page(partial(_show, place, session), title=place.title, icon=place.icon, url_path=place.name)
        for place in PLACES
    }
    links.know(pages)
    # the page at the bare address would have no name in it: it leads to the first one
    bare = st.Page(_lead_on, title="claimtrack", url_path="start", default=True, visibility="hidden")
    page = st.navigation([bare, *pages.values()], position="top")
    with st.sidebar:
        reviewer_corner(session)
    page.run()
    st.html(f"<script>{KEYS.read_text('utf-8')}</script>", unsafe_allow_javascript=True)


def _lead_on() -> None:
    links.go(PLACES[0].name, **{name: st.query_params.get_all(name) for name in st.query_params})


def _show(place: Place, session: Session) -> None:
    try:
        place.show(session)
    except RecordError as error:
        failed_for_now(f"{error}. Nothing is recorded until it can be used again; what you have typed is kept.")


def _session(options: DashboardOptions) -> Session:
    """Open what the options name; where that fails, say what to do, and show nothing else."""
    try:
        return open_session(_claims_file(options), options)
    except (UnknownFormatError, UnreadableClaimsError, RecordError, ValueError) as error:
        failed_for_now(f"This cannot be opened: {error}.")
    except OSError as error:
        failed_for_now(
            f"{error.filename or 'The file'} cannot be opened ({error.strerror or error}). Start the dashboard with a "
            "file that claimtrack extract wrote, or with articles."
        )
    return st.stop()


def _claims_file(options: DashboardOptions) -> Path:
    """The claims file to open; articles are extracted when the first session comes, with words that move on."""
    wanted = (options.paths, str(home_folder(options.home)))
    opened = _opened()
    if wanted not in opened:
        place = st.empty()
        with st.spinner("Reading the articles …"):
            opened[wanted], tally = claims_file_for(options.paths, Path(wanted[1]), partial(_say_progress, place))
        place.empty()
        for reject in tally.rejects[:MOST_TOLD] if tally else ():
            st.toast(harmless(f"{reject.path}: {reject.reason}"), icon=":material/warning:")
    return opened[wanted]


def _say_progress(place: DeltaGenerator, documents: int, claims: int) -> None:
    place.caption(f"{documents:,} articles read, {claims:,} claims found")


@st.cache_resource(show_spinner=False)
def _opened() -> dict[tuple[tuple[str, ...], str], Path]:
    """What this server has opened: (paths, home) → the claims file."""
    return {}
