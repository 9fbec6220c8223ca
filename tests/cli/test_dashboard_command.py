"""`claimtrack dashboard`: what is wrong is told before anything is served; what is right is served until Ctrl-C."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import tomllib
from pathlib import Path
from urllib.request import urlopen

import pytest
from typer.testing import CliRunner

from claimtrack.cli import app
from claimtrack.cli.dashboard import Serving, settings

ROOT = Path(__file__).parents[2]

# arguments | words of the message | why
WRONG = [
    ("none.csv", "none.csv: no such file or folder", "no such file"),
    ("articles/*.html", "no file matches", "a pattern that matches nothing"),
    ("empty", "file in the folder", "a folder without articles"),
    ("claims.parquet articles", "open it alone", "claims beside articles"),
    ("articles --record mysql://x/y", "SQLite or PostgreSQL", "another database"),
    ("articles --record nonsense", "is no URL", "no URL"),
    ("articles --host nowhere.invalid", "no such address", "no such host"),
    ("articles --port 0", "--port", "no port"),
    ("articles --port 70000", "--port", "no port either"),
]


@pytest.mark.parametrize(("arguments", "words", "why"), WRONG, ids=[why for *_, why in WRONG])
def test_what_cannot_be_opened_is_told_at_once(folder: Path, arguments: str, words: str, why: str) -> None:
    (folder / "empty").mkdir()
    (folder / "claims.parquet").touch()
    result = CliRunner().invoke(app, ["dashboard", *arguments.split()])
    assert result.exit_code == 2, why
    assert words in result.output, why
    assert "Traceback" not in result.output


def test_a_port_in_use_is_told_at_once(folder: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        result = CliRunner().invoke(app, ["dashboard", str(folder / "articles"), "--port", str(port)])
    assert result.exit_code == 2
    assert f"--port {port}: something else runs there" in result.output


def test_the_checkout_serves_as_the_command_does() -> None:
    """`streamlit run dashboard.py` reads .streamlit/config.toml, the command its copy in the package."""
    checkout = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))
    package = tomllib.loads((ROOT / "claimtrack" / "dashboard" / "streamlit.toml").read_text("utf-8"))
    assert checkout == package


# what is asked | settings that follow
SETTINGS = [
    (Serving(), {"server.headless": False, "server.address": "localhost", "browser.gatherUsageStats": False}),
    (Serving(port=8080), {"server.port": 8080}),
    (Serving(host="0.0.0.0"), {"server.address": "0.0.0.0"}),
    (Serving(browser=False), {"server.headless": True}),
    (Serving(), {"theme.dark.primaryColor": "#1f7d9c", "server.showEmailPrompt": False}),
]


@pytest.mark.parametrize(("asked", "follow"), SETTINGS)
def test_settings(asked: Serving, follow: dict[str, object]) -> None:
    assert follow.items() <= settings(asked).items()
    assert ("server.port" in settings(asked)) == (asked.port is not None)


@pytest.mark.skipif(os.name == "nt", reason="Ctrl-C is sent another way on Windows")
def test_it_serves_until_it_is_interrupted(folder: Path) -> None:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        port = asked.getsockname()[1]
    command = [sys.executable, "-m", "claimtrack", "dashboard", "articles", "--no-browser", "--port", str(port)]
    with subprocess.Popen(
        command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True
    ) as server:
        said = []
        for line in server.stdout or ():
            said.append(line)
            if "URL:" in line:
                break
        try:
            assert server.poll() is None, "".join(said)
            assert urlopen(f"http://localhost:{port}/_stcore/health").status == 200
        finally:
            server.send_signal(signal.SIGINT)
            rest, _ = server.communicate(timeout=60)
    assert server.returncode == 0, rest
    assert "Traceback" not in rest
