"""The page of disagreements: the claims and groups on which reviewers differ, and who said what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import streamlit as st

from claimtrack.dashboard import address, links
from claimtrack.dashboard.decisions.differing import chosen, differing_groups, fields_of, reviewers_of
from claimtrack.dashboard.decisions.views import DisagreementsView, disagreements_view, to_address
from claimtrack.dashboard.decisions.words import claim_html, counted, decision_card
from claimtrack.dashboard.groups.state import decisions_of, groups_of
from claimtrack.dashboard.groups.words import decision_in_words, title
from claimtrack.dashboard.marking import plain_html
from claimtrack.dashboard.session import Session, reviewer_form
from claimtrack.reviews import Disagreement, GroupReview, disagreements
from claimtrack.telling import words

PAGE = "disagreements"
SHOWN = 10
ANY = "any"
NAME = '<h1 class="ct-hidden">Disagreements</h1>'  # of the page, where no heading says what is differed about


def show(session: Session) -> None:
    """Show the page."""
    said = address.arrived(PAGE, PAGE)
    if said is not None:
        st.session_state[PAGE] = disagreements_view(said)
    view: DisagreementsView = st.session_state.setdefault(PAGE, DisagreementsView())
    if session.blind and session.reviewer is None:
        st.html(NAME)
        st.info("Blind: you see others' decisions on what you have decided. Who are you?", icon=":material/info:")
        reviewer_form("who-disagreements")
        return
    found = disagreements(session.reviews())
    groups = _groups(session)
    if not found and not groups:
        _nothing(session)
    if found:
        _claims(session, found, view)
    if groups:
        _group_cards(session, groups)
    address.publish(PAGE, to_address(st.session_state[PAGE]))


def _nothing(session: Session) -> None:
    st.html(NAME)
    reviewers = {review.reviewer for review in session.reviews()}
    if len(reviewers) < 2:
        st.info("Nobody differs: there are no decisions of two reviewers to compare yet.", icon=":material/balance:")
    else:
        st.success("Wherever two reviewers have decided, they agree.", icon=":material/check:")
    if session.blind:
        st.caption("Blind: only what you have decided yourself is compared.")


def _claims(session: Session, found: Sequence[Disagreement], view: DisagreementsView) -> None:
    st.html(f'<h1 class="ct-title">Reviewers differ on {counted(len(found), "claim")}</h1>')
    if session.blind:
        st.caption("Blind: only claims that you have decided yourself are compared.")
    _filters(found, view)
    wanted = chosen(found, view)
    if not wanted:
        st.info("On no claim do they differ like this. Choose another field or reviewer.", icon=":material/info:")
        return
    pages = -(-len(wanted) // SHOWN)
    page = min(view.page, pages)
    for one in wanted[(page - 1) * SHOWN : page * SHOWN]:
        _claim(session, one)
    if pages > 1:
        key = f"disagreements-page {page}"
        st.pagination(pages, default=page, key=key, on_change=lambda: _change(page=st.session_state[key]))


def _filters(found: Sequence[Disagreement], view: DisagreementsView) -> None:
    fields, reviewers = fields_of(found), reviewers_of(found)
    about, who = st.columns(2)
    with about:
        _choice("They differ about", "about", view.about, fields)
    with who:
        _choice("Among them", "who", view.who, reviewers)


def _choice(label: str, name: str, value: str | None, counts: dict[str, int]) -> None:
    options = [ANY, *dict.fromkeys([*([value] if value else []), *counts])]
    key = f"disagreements-{name} {value}"

    def take() -> None:
        said = st.session_state[key]
        _change(**{name: None if said == ANY else said, "page": 1})

    st.selectbox(
        label,
        options,
        index=options.index(value) if value else 0,
        format_func=lambda option: option if option == ANY else f"{option} ({counts.get(option, 0):,})",
        key=key,
        on_change=take,
    )


def _claim(session: Session, one: Disagreement) -> None:
    claim = one.reviews[-1].decision.claim
    row = session.workspace.row_of(one.claim_id)
    about = "differ about " + ", ".join(field.replace("_", " ") for field in one.fields)
    head = plain_html(claim.surface)
    if row is not None:
        cells = session.workspace.cells(row)
        what = " ".join(part for part in (words.figure(cells), words.thing(cells)) if part)
        head = plain_html(" · ".join(part for part in (what, words.event(cells), words.where(cells)) if part))
    cards = "".join(decision_card(review, one.fields) for review in one.reviews)
    cards += "".join(map(decision_card, one.undecided))
    with st.container(border=True):
        st.html(
            f'<h2 class="ct-part">{head}</h2><span class="ct-badge">≠ {plain_html(about)}</span>'
            f'{claim_html(claim)}<div class="ct-cards">{cards}</div>'
        )
        if row is None:
            st.caption("This claim is not in the open file any more.")
        else:
            with st.container(horizontal=True):
                links.link(
                    "claims", "Look at the claim, decide again", icon=":material/rate_review:", claim=one.claim_id,
                    status="all", order="article",
                )  # fmt: skip
                links.link(
                    "articles", "In its article", icon=":material/article:", doc=claim.doc_id, claim=one.claim_id
                )


def _groups(session: Session) -> dict[str, list[GroupReview]]:
    """The groups on which reviewers differ; nothing is cross-checked where nobody has decided about a group."""
    if not session.record.standing_groups():
        return {}
    return differing_groups(decisions_of(session).seen)


def _group_cards(session: Session, groups: dict[str, list[GroupReview]]) -> None:
    st.html(
        f'<h1 class="ct-title">Reviewers differ on {len(groups):,} {"group" if len(groups) == 1 else "groups"}</h1>'
    )
    table = groups_of(session.workspace)
    for group_id, reviews in groups.items():
        head = table.head(group_id)
        cards = "".join(
            f'<div class="ct-card">{plain_html(decision_in_words(review, head))}</div>' for review in reviews
        )
        with st.container(border=True):
            st.html(f'<h2 class="ct-part">{plain_html(title(head))}</h2><div class="ct-cards">{cards}</div>')
            links.link(
                "crosscheck", "Look at the group, decide again", icon=":material/compare_arrows:", group=group_id,
                status="all",
            )  # fmt: skip


def _change(**changes: Any) -> None:
    st.session_state[PAGE] = replace(st.session_state[PAGE], **changes)
