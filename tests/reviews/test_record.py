"""What is recorded stays, what is undone stands no more, on SQLite and on PostgreSQL."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made import claim, decision
from sqlalchemy import text

from claimtrack.reviews import Decision, Record, RecordError, Review, Verdict, open_record
from claimtrack.reviews.engine import connect
from claimtrack.reviews.tables import METADATA

EXAMPLES = count()


def test_a_decision_comes_back_whole(record: Record) -> None:
    before = datetime.now(UTC)
    said = decision(
        verdict=Verdict.WRONG_SOURCE, corrections={"source": "وزارة الصحة", "value": 36.5, "high": None}, grade="fair",
        flagged=True, note="see page 2", evidence="https://example.org/report",
    )  # fmt: skip
    made = record.decide(said)
    assert made.decision == said
    assert record.history(made.claim_id) == [made] == record.standing() == list(record.all_reviews())
    assert before <= record.history(made.claim_id)[0].at <= datetime.now(UTC)
    assert made.at.tzinfo is UTC


def test_the_newest_decision_of_each_reviewer_stands(record: Record) -> None:
    record.decide(decision("a", "Ana", Verdict.UNSURE))
    bens = record.decide(decision("a", "Ben", Verdict.DISPUTED))
    anas = record.decide(decision("a", "Ana", Verdict.CONFIRMED))
    other = record.decide(decision("b", "Ana", Verdict.CONFIRMED))
    assert record.standing() == [bens, anas, other]
    assert record.standing(["a", "never seen"]) == [bens, anas]
    assert record.standing([]) == []
    assert len(record.history("a")) == 3


def test_undo_is_a_row_and_the_decision_before_stands_again(record: Record) -> None:
    first, second = record.decide(decision("a", verdict=Verdict.UNSURE)), record.decide(decision("a"))
    undoing = record.undo("Ana", "a")
    assert undoing is not None
    assert (undoing.undoes, undoing.decision) == (second.review_id, second.decision)
    assert record.standing() == [first]
    assert [(r.review_id, r.undone) for r in record.history("a")] == [
        (first.review_id, False),
        (second.review_id, True),
        (undoing.review_id, False),
    ]
    assert record.undo("Ana", "a").undoes == first.review_id  # type: ignore[union-attr]
    assert record.standing() == []
    assert record.undo("Ana", "a") is None
    assert len(record.history("a")) == 4


def test_nobody_undoes_what_another_decided(record: Record) -> None:
    record.decide(decision("a", "Ana"))
    assert record.undo("Ben", "a") is None
    assert record.undo(" Ana ", "a") is not None


def test_a_claim_that_is_only_flagged_is_not_reviewed(record: Record) -> None:
    record.decide(decision("a", "Ana", None, flagged=True))
    record.decide(decision("b", "Ana"))
    record.decide(decision("c", "Ben"))
    assert record.reviewed_by("Ana") == {"b"}


def test_what_another_program_records_is_seen(record: Record, url: str) -> None:
    other = open_record(url)
    made = other.decide(decision("a", "Ben"))
    assert record.standing() == [made]
    assert other.undo("Ben", "a") is not None
    assert record.standing() == []
    other.close()


def test_the_version_grows_with_every_row(record: Record) -> None:
    versions = [record.version()]
    for _ in range(3):
        record.decide(decision())
        versions.append(record.version())
    record.add_alias("WHO", "World Health Organization", "Ana")
    versions.append(record.version())
    record.set_grades(["good"], "Ana")
    versions.append(record.version())
    record.undo("Ana", decision().claim.claim_id)
    versions.append(record.version())
    assert versions == sorted(set(versions))


def test_an_older_extractor_keeps_its_version(record: Record) -> None:
    record.decide(decision(claim=claim("a", extractor="claimtrack 0.0.1")))
    record.decide(decision(claim=claim("a", extractor="claimtrack 0.2.0"), reviewer="Ben"))
    assert [r.decision.claim.extractor for r in record.standing()] == ["claimtrack 0.0.1", "claimtrack 0.2.0"]


HOSTILE = [
    ("a\0b", "NUL, which PostgreSQL refuses"),
    ("\ud800 and \udfff", "halves of pairs, which UTF-8 cannot write"),
    ("\ud83d\ude00", "two halves that would make one"),
    (r"\u0000 \ud800 \u005c \n", "text that looks like an escape"),
    ("\\\0", "a backslash before NUL"),
    ("\\\\u0000", "two backslashes"),
    ("'; DROP TABLE reviews; --", "SQL"),
    ("%s %(x)s :x ?", "placeholders"),
    ("\u202egnp.exe\u2066", "marks that turn text round"),
    ("<script>alert(1)</script>", "a script"),
    ("\r\n\t\x1b[31m\x7f\ufffe", "control characters"),
    ("😀é" * 500_000, "three megabytes"),
]


@pytest.mark.parametrize(("hostile", "why"), HOSTILE, ids=[why for _, why in HOSTILE])
def test_any_text_comes_back(record: Record, hostile: str, why: str) -> None:
    said = decision(
        claim=claim("a" + hostile[:20], sentence=hostile, doc_id=hostile, source=hostile),
        reviewer="Ana" + hostile[:20], note=hostile, grade=hostile, corrections={"source": f"x{hostile}x"},
    )  # fmt: skip
    made = record.decide(said)
    assert record.history(made.claim_id) == [made], why
    assert made.decision == said
    assert record.undo(said.reviewer, made.claim_id) is not None


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    note=st.text(alphabet=st.characters(exclude_categories=[])), value=st.floats(allow_nan=False, allow_infinity=False)
)
def test_any_note_and_any_number_come_back(record: Record, note: str, value: float) -> None:
    made = record.decide(decision(f"claim {next(EXAMPLES)}", note=note, corrections={"value": value}))
    assert record.history(made.claim_id)[0].decision == made.decision


ACTIONS = st.lists(
    st.tuples(
        st.sampled_from(["Ana", "Ben", "Cy"]), st.sampled_from(["a", "b"]), st.sampled_from([*Verdict, None, "undo"])
    ),
    max_size=25,
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ACTIONS)
def test_any_sequence_of_decisions(record: Record, actions: list[tuple[str, str, Verdict | str | None]]) -> None:
    """The history only grows, and what stands is what a stack for each reviewer and claim says."""
    example = next(EXAMPLES)
    claims = {name: f"{name}{example}" for name in "ab"}
    stacks: dict[tuple[str, str], list[Review]] = {}
    rows = 0
    for who, name, what in actions:
        stack = stacks.setdefault((who, claims[name]), [])
        before = record.history(claims[name])
        if what == "undo":
            undoing = record.undo(who, claims[name])
            assert (undoing is None) == (not stack)
            assert undoing is None or undoing.undoes == stack.pop().review_id
            rows += undoing is not None
        else:
            stack.append(
                record.decide(Decision(claim(claims[name]), who, what and Verdict(what), flagged=what is None))
            )
            rows += 1
        after = record.history(claims[name])
        assert [r.review_id for r in after][: len(before)] == [r.review_id for r in before]
        assert [r.decision for r in after][: len(before)] == [r.decision for r in before]
    stand = sorted((stack[-1] for stack in stacks.values() if stack), key=lambda r: r.review_id)
    assert record.standing(claims.values()) == stand
    assert {r.claim_id for r in stand if r.reviewer == "Ana" and r.decision.verdict} == record.reviewed_by("Ana") & set(
        claims.values()
    )
    assert sum(len(record.history(claim_id)) for claim_id in claims.values()) == rows


CHANGES = [
    "UPDATE {table} SET reviewer = 'Eve'",
    "DELETE FROM {table}",
]


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("table", ["reviews", "group_reviews", "aliases", "grade_lists"])
def test_the_database_itself_refuses_changes(filled: str, table: str, change: str) -> None:
    with pytest.raises(Exception, match="append-only"), connect(filled).begin() as connection:
        connection.execute(text(change.format(table=table)))


def test_sqlite_refuses_a_row_over_a_row(filled: str) -> None:
    engine = connect(filled)
    if engine.dialect.name != "sqlite":
        statement = "TRUNCATE reviews CASCADE"
    else:
        statement = "INSERT OR REPLACE INTO reviews SELECT * FROM reviews WHERE review_id = 1"
    with pytest.raises(Exception, match="append-only"), engine.begin() as connection:
        connection.execute(text(statement))


@pytest.fixture
def filled(record: Record, url: str) -> str:
    """A record with a row in every table."""
    from made import group

    record.decide(decision())
    record.decide_group(group("a", "b"))
    record.add_alias("WHO", "World Health Organization", "Ana")
    record.set_grades(["good"], "Ana")
    with connect(url).connect() as connection:
        assert all(connection.execute(table.select()).first() for table in METADATA.sorted_tables)
    return url


def test_no_row_is_undone_twice(record: Record, url: str) -> None:
    record.decide(decision("a"))
    record.undo("Ana", "a")
    columns = ", ".join(
        f'"{column.name}"' for column in METADATA.tables["reviews"].columns if column.name != "review_id"
    )
    again = f"INSERT INTO reviews ({columns}) SELECT {columns} FROM reviews WHERE undoes IS NOT NULL"
    with pytest.raises(Exception, match=r"append-only|unique"), connect(url).begin() as connection:
        connection.execute(text(again))


def test_an_error_of_the_database_says_what_to_do(sqlite_record: Record) -> None:
    with connect(f"sqlite:///{sqlite_record.place}").begin() as connection:
        connection.execute(text("DROP TABLE reviews"))
    with pytest.raises(RecordError, match=r"only\.reviews\.sqlite cannot be used: no such table: reviews"):
        sqlite_record.decide(decision())
