"""What a session knows of the sources: the table with the merged names, and the names that look alike, made once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd
import streamlit as st

from claimtrack.dashboard.caching import key_of
from claimtrack.dashboard.session import Session
from claimtrack.dashboard.sources.similar import Likeness, similar_names
from claimtrack.dashboard.sources.table import SourceFacts, SourceTable, facts_of, source_table, with_verdicts
from claimtrack.dashboard.workspace import Workspace
from claimtrack.reviews import Record
from claimtrack.reviews.aliases import AliasStatement, names_now

Aliases = tuple[tuple[str, str], ...]


def statements_of(session: Session) -> Sequence[AliasStatement]:
    """What was said of the sources' names, oldest first. Raises RecordError."""
    return _statements(session.record, session.record.version())


def standing_aliases(statements: Sequence[AliasStatement]) -> Mapping[str, str]:
    """Each alias that stands and the name that it leads to."""
    return names_now((said.name, said.canonical) for said in statements)


def sources_of(session: Session, aliases: Mapping[str, str]) -> SourceTable:
    return _sources(session.workspace, tuple(aliases.items()))


def heads_of(session: Session, aliases: Mapping[str, str]) -> pd.DataFrame:
    """A row a source, with its verdicts as far as the reviewer may see them."""
    return with_verdicts(sources_of(session, aliases), session.workspace.newest, session.reviewed())


def likenesses_of(session: Session, aliases: Mapping[str, str]) -> Sequence[Likeness]:
    return _likenesses(session.workspace, tuple(aliases.items()))


@st.cache_resource(show_spinner=False, max_entries=32, hash_funcs={Workspace: key_of})
def source_facts(workspace: Workspace, names: tuple[str, ...]) -> SourceFacts:
    return facts_of(workspace.newest, names)


@st.cache_resource(show_spinner=False, max_entries=8, hash_funcs={Record: id})
def _statements(record: Record, version: int) -> Sequence[AliasStatement]:  # noqa: ARG001
    return tuple(record.alias_history())


@st.cache_resource(show_spinner="Gathering the sources …", max_entries=8, hash_funcs={Workspace: key_of})
def _sources(workspace: Workspace, aliases: Aliases) -> SourceTable:
    return source_table(workspace.newest, dict(aliases))


@st.cache_resource(show_spinner="Comparing the names …", max_entries=8, hash_funcs={Workspace: key_of})
def _likenesses(workspace: Workspace, aliases: Aliases) -> Sequence[Likeness]:
    heads = _sources(workspace, aliases).heads
    return tuple(similar_names(dict(zip(heads["name"], heads["claims"], strict=True))))
