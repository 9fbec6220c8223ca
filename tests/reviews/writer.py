"""A program that decides on claims one after the other and prints the number of each review when it is recorded.

Arguments: the record's URL, the reviewer, how many decisions, and how many lives: where there are several, each is a
process of its own that opens the record anew, prints its process id first, and is expected to be killed.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from made import decision

from claimtrack.reviews import Record, open_record  # Record: with it SQLAlchemy is loaded once for all lives


def main(url: str, reviewer: str, decisions: str, lives: str = "1") -> None:
    if lives == "1":
        return write(url, reviewer, int(decisions))
    for life in range(int(lives)):
        process = os.fork()
        if process == 0:
            print("lives", os.getpid(), flush=True)
            return write(url, f"{reviewer} {life}", int(decisions))
        os.waitpid(process, 0)
        print("dead", process, flush=True)
    return None


def write(url: str, reviewer: str, decisions: int) -> None:
    record: Record = open_record(url)
    for number in range(decisions):
        made = record.decide(decision(f"claim {number}", reviewer, note=f"{reviewer} {number}"))
        print(made.review_id, made.decision.note, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
