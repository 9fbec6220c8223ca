"""A dashboard of its own for a test: `streamlit run dashboard.py` on a free port, with claims, record and home in one
folder that nobody else uses."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event, Thread
from urllib.parse import urlencode

from claimtrack.dashboard.options import DashboardOptions
from claimtrack.reviews import Record, open_record, record_url

ROOT = Path(__file__).parents[2]
STARTED = "URL: "  # what Streamlit prints when it listens
LONGEST_START = 60  # seconds


@dataclass
class Dashboard:
    """A running server. said: what it has printed, line by line."""

    options: DashboardOptions
    port: int
    environment: Mapping[str, str] = field(default_factory=dict)
    said: list[str] = field(default_factory=list)
    process: subprocess.Popen[str] | None = None

    @property
    def host(self) -> str:
        return f"http://localhost:{self.port}"

    @property
    def claims(self) -> Path:
        """The claims file that is open."""
        (path,) = self.options.paths
        return Path(path)

    def address(self, page: str = "", **said: str | list[str]) -> str:
        query = urlencode(said, doseq=True)
        return f"{self.host}/{page}{'?' if query else ''}{query}"

    def record(self) -> Record:
        """The record of reviews as another program opens it."""
        return open_record(self.options.record or record_url(self.claims))

    def start(self) -> None:
        """Start the server; it listens when this returns. Raises RuntimeError with what it said where it does not."""
        self.process = subprocess.Popen(
            _command(self.options, self.port),
            cwd=ROOT,
            env={**os.environ, **self.environment},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            errors="replace",
        )
        listens = Event()
        Thread(target=_listen, args=(self.process, self.said, listens), daemon=True).start()
        if not listens.wait(LONGEST_START) or self.process.poll() is not None:
            self.stop()
            raise RuntimeError("the dashboard does not start:\n" + "\n".join(self.said))

    def stop(self, how: signal.Signals = signal.SIGTERM) -> None:
        """End the server and wait until it has ended."""
        if self.process is not None and self.process.poll() is None:
            self.process.send_signal(how)
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()


def serve(options: DashboardOptions, **environment: str) -> Dashboard:
    """Start a dashboard on a port that is free."""
    dashboard = Dashboard(options, _free_port(), environment)
    dashboard.start()
    return dashboard


def _command(options: DashboardOptions, port: int) -> list[str]:
    settings = {
        "server.headless": "true",
        "server.port": str(port),
        "server.fileWatcherType": "none",
        "browser.gatherUsageStats": "false",
    }
    flags = [word for name, value in settings.items() for word in (f"--{name}", value)]
    return [sys.executable, "-m", "streamlit", "run", "dashboard.py", *flags, "--", options.to_argument()]


def _listen(process: subprocess.Popen[str], said: list[str], listens: Event) -> None:
    """Take down what the server says, so that its pipe never fills up."""
    for line in process.stdout or ():
        said.append(line.rstrip())
        if STARTED in line:
            listens.set()
    listens.set()  # it has ended


def _free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])
