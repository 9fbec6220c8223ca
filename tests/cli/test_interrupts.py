"""Ctrl-C and a request to end: no half file, and a word on what was kept."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

Command = Callable[..., subprocess.CompletedProcess[str]]

MANY = 200  # more than what is held back for a chunk of work


def interrupted(folder: Path, number: signal.Signals, *arguments: str) -> tuple[int, str, str]:
    """Run the command on missing files and then standard input, and send the signal while it waits for input."""
    command = [sys.executable, "-m", "claimtrack", *arguments]
    with subprocess.Popen(
        command,
        cwd=folder,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # a background shell has it ignored
    ) as process:
        again = threading.Timer(30, process.send_signal, [number])  # as a person would who sees it go on
        watchdog = threading.Timer(90, process.kill)
        again.start()
        watchdog.start()
        assert process.stderr is not None
        assert process.stdout is not None
        process.stderr.readline()  # the first reject: it is at work
        process.send_signal(number)
        stderr = process.stderr.read()
        again.cancel()
        watchdog.cancel()
        return process.wait(), process.stdout.read(), stderr


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_leaves_no_half_file(folder: Path, jobs: str) -> None:
    missing = [f"none-{number}.txt" for number in range(MANY)]
    status, stdout, stderr = interrupted(
        folder, signal.SIGINT, "extract", *missing, "-", "-o", "claims.csv", "--jobs", jobs
    )
    assert status == 130
    assert stdout == ""
    assert stderr.splitlines()[-1].startswith("Interrupted after 0 documents, 0 claims. Nothing was written")
    assert "Traceback" not in stderr
    assert [path.name for path in folder.iterdir()] == ["articles"]


def test_ctrl_c_keeps_the_former_file(folder: Path, claimtrack: Command) -> None:
    claimtrack("extract", "articles", "-o", "claims.csv")
    before = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    status, _, stderr = interrupted(folder, signal.SIGINT, "extract", "none.txt", "-", "-o", "claims.csv")
    assert status == 130
    assert "claims.csv is still what it was before" in stderr
    assert {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()} == before


COMMANDS = [
    ("extract", "none.txt", "-"),
    ("extract", "none.txt", "-", "-o", "claims.jsonl"),
    ("quantities", "none.txt", "-", "-o", "out.jsonl"),
]


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_nothing_stays_behind(folder: Path, arguments: tuple[str, ...], number: signal.Signals, status: int) -> None:
    found, _, stderr = interrupted(folder, number, *arguments)
    assert found == status
    assert "Traceback" not in stderr
    assert [path.name for path in folder.iterdir()] == ["articles"]
