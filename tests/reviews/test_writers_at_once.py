"""Two programs that write at once lose nothing, and what was acknowledged outlives a program that is killed."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from itertools import islice, takewhile
from pathlib import Path
from typing import IO

import pytest
from made import decision
from postgres import Server
from sqlalchemy import text

from claimtrack.reviews import Record, RecordError, open_record
from claimtrack.reviews.engine import connect

WRITER = Path(__file__).with_name("writer.py")
EACH = 1_000
KILLS = 20
ENDLESS = 1_000_000

Acknowledged = dict[int, str]  # review id → note


@contextmanager
def writer(url: str, reviewer: str, decisions: int, lives: int = 1) -> Iterator[IO[str]]:
    """What a program prints that decides on so many claims."""
    arguments = [sys.executable, str(WRITER), url, reviewer, str(decisions), str(lives)]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        assert process.stdout is not None
        try:
            yield process.stdout
        finally:
            process.kill()


def acknowledged(lines: Iterator[str]) -> Acknowledged:
    """The reviews of which a writer has said that they are recorded."""
    numbered = (line.rstrip("\n").split(" ", 1) for line in lines)
    return {int(number): note for number, note in numbered}


def recorded(record: Record) -> Acknowledged:
    return {review.review_id: review.decision.note for review in record.all_reviews()}


def test_two_programs_at_once(record: Record, url: str) -> None:
    with writer(url, "Ana", EACH) as ana, writer(url, "Ben", EACH) as ben, ThreadPoolExecutor() as pool:
        told = [*pool.map(acknowledged, [ana, ben])]
    assert [len(each) for each in told] == [EACH, EACH]
    assert recorded(record) == told[0] | told[1]
    assert len(record.standing()) == 2 * EACH
    assert record.version() == max(recorded(record))


def test_the_threads_of_one_program(record: Record) -> None:
    def decide(number: int) -> int:
        made = record.decide(decision(f"claim {number % 7}", f"reviewer {number}"))
        assert made in record.standing([made.claim_id])
        return made.review_id

    with ThreadPoolExecutor(8) as pool:
        numbers = list(pool.map(decide, range(200)))
    assert len(set(numbers)) == 200
    assert sorted(recorded(record)) == sorted(numbers)
    assert len(record.standing()) == 200  # read all the while: nothing became visible behind what had been read


def test_an_undoing_by_two_at_once_happens_once(record: Record, url: str) -> None:
    others = [open_record(url) for _ in range(4)]
    for number in range(20):
        record.decide(decision(f"claim {number}"))
        with ThreadPoolExecutor(4) as pool:
            undone = list(pool.map(lambda other, n=number: other.undo("Ana", f"claim {n}"), others))
        assert sum(review is not None for review in undone) == 1
    for other in others:
        other.close()


def test_programs_that_open_a_new_record_at_once(url: str) -> None:
    with ThreadPoolExecutor(6) as pool:
        records = list(pool.map(open_record, [url] * 6))
    for number, record in enumerate(records):
        record.decide(decision(f"claim {number}"))
    assert len(records[0].standing()) == 6
    for record in records:
        record.close()


def test_threads_that_open_several_new_records_at_once(tmp_path: Path) -> None:
    """Alembic's own connection is one of the program, not one of the thread."""
    urls = [f"sqlite:///{tmp_path / str(number)}.sqlite" for number in range(12)]
    with ThreadPoolExecutor(6) as pool:
        records = list(pool.map(open_record, urls))
    assert [record.decide(decision()).review_id for record in records] == [1] * 12


def test_a_writer_that_is_killed_twenty_times(record: Record, url: str) -> None:
    chance = random.Random(4)
    told: Acknowledged = {}
    with writer(url, "Ana", ENDLESS, KILLS) as lines:
        for _ in range(KILLS):
            process = int(next(lines).removeprefix("lives "))
            told |= acknowledged(islice(lines, chance.randint(1, 40)))
            os.kill(process, signal.SIGKILL)  # it is writing the next ones
            told |= acknowledged(takewhile(lambda line, last=f"dead {process}\n": line != last, lines))
            assert told.items() <= recorded(record).items()
    record.decide(decision())
    check_sound(url)


def check_sound(url: str) -> None:
    engine = connect(url)
    if engine.dialect.name == "sqlite":
        with engine.connect() as connection:
            assert connection.execute(text("PRAGMA integrity_check")).scalar() == "ok"


def test_a_server_that_crashes(server: Server) -> None:
    url = server.database()
    told: Acknowledged = {}
    record = open_record(url)
    for crash in range(3):
        with writer(url, f"reviewer {crash}", ENDLESS) as lines:
            told |= acknowledged(islice(lines, 50))
            server.stop("immediate")
            told |= acknowledged(lines)
        with pytest.raises(RecordError, match="Is the server running"):
            record.decide(decision())
        server.start()
        assert told.items() <= recorded(record).items()  # on connections that broke and are made anew
    record.close()
