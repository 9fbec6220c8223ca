"""Who stands behind a figure: bodies and those who speak for them, agencies, near-copies, and the chain of echoes."""

from __future__ import annotations

import pytest

from claimtrack.crosscheck.groups.bodies import body_of
from claimtrack.crosscheck.groups.sources import Voice, echo_chain, origins


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (("Rema Hamad", "health minister"), ("health ministry", None), True),
        (("Rema Hamad", "minister of health"), ("the Ministry of Health", None), True),
        (("Rema Hamad", "Libya's health minister"), ("Libyan health ministry", None), True),
        (("Ann Lee", "WHO director-general"), ("World Health Organization", None), True),
        (("Ann Lee", "spokeswoman for the UN refugee agency"), ("UNHCR", None), True),
        (("Tawfik Shukri", "spokesman for the Libyan Red Crescent"), ("Libyan Red Crescent", None), True),
        (("UN officials", None), ("United Nations", None), True),
        (("defense ministry of Ukraine", None), ("Ukraine's defence ministry", None), True),
        (("Russian defence ministry", None), ("Ukrainian defence ministry", None), False),  # two countries
        (("Ann Lee", "interior minister"), ("Rema Hamad", "health minister"), False),
        (("Ann Lee", "mayor of London"), ("London police", None), False),  # the town is no body
    ],
)
def test_one_body(one: tuple[str, str | None], other: tuple[str, str | None], same: bool) -> None:
    left, right = body_of(*one), body_of(*other)
    assert (left is not None and right is not None and left.may_be(right)) is same


@pytest.mark.parametrize("role", ["Prime Minister", "president", "spokesman", "law professor", "resident of Derna"])
def test_roles_that_name_no_body(role: str) -> None:
    assert body_of("Ann Lee", role) is None


def voices(*cells: tuple[str, dict[str, str | None]]) -> list[Voice]:
    return [
        Voice(at, 120.0, article, known.get("source"), known.get("via"), known.get("wire"), known.get("role"), known.get("story"))
        for at, (article, known) in enumerate(cells)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("cells", "sources", "echo"),
    [
        (
            [("a", {"source": "health ministry"}), ("b", {"source": "Rema Hamad", "role": "health minister"})],
            1, "health ministry → 2 articles (by Rema Hamad)",
        ),
        (
            [("a", {"source": "the ministry", "via": "Reuters"}), ("b", {"source": "the ministry"})],
            1, "the ministry → 2 articles (via Reuters)",
        ),
        ([("a", {"wire": "Reuters"}), ("b", {"wire": "Reuters"})], 1, "Reuters → 2 articles"),
        ([("a", {"wire": "Reuters"}), ("b", {"wire": "Associated Press"})], 2, None),
        ([("a", {"story": "s1"}), ("b", {"story": "s1"})], 1, "the writer of a → 2 articles (2 near-copies)"),
        ([("a", {"story": "s1"}), ("b", {"story": "s2"})], 2, None),
        (
            [("a", {"source": "the mayor", "wire": "Reuters"}), ("b", {"source": "the mayor", "wire": "Reuters"})],
            1, "the mayor → 2 articles (wire of Reuters)",
        ),
        # "defence ministry" may be either of the two that are named: it is taken for neither
        (
            [("a", {"source": "Russian defence ministry"}), ("b", {"source": "Ukrainian defence ministry"}),
             ("c", {"source": "defence ministry"})],
            3, None,
        ),
    ],
)  # fmt: skip
def test_independent_sources(cells: list[tuple[str, dict[str, str | None]]], sources: int, echo: str | None) -> None:
    told = voices(*cells)
    behind = origins(told, [])
    assert len(set(behind)) == sources
    assert echo_chain(told, behind, []) == echo


def test_a_long_chain_names_the_first_few() -> None:
    told = [Voice(2 * at + twice, 120.0 + at, f"{at}-{twice}", "the mayor") for at in range(40) for twice in (0, 1)]
    echo = echo_chain(told, origins(told, []), [])
    assert echo is not None
    assert echo.count("→") == 5
    assert echo.endswith(" · 35 more")


def test_each_figure_of_a_source_is_an_echo_of_its_own() -> None:
    told = [
        Voice(at, number, str(at), "the mayor", surface=f"{number:.0f}")
        for at, number in enumerate([42.0, 42.0, 57.0, 57.0])
    ]
    assert echo_chain(told, origins(told, []), []) == "the mayor: 42 → 2 articles · the mayor: 57 → 2 articles"


def test_a_denial_is_no_echo() -> None:
    told = [Voice(0, 120.0, "a", "the mayor"), Voice(1, 120.0, "b", "the mayor", denied=True)]
    assert echo_chain(told, origins(told, []), []) is None
