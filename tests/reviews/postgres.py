"""A PostgreSQL server in a folder of its own, reached through a socket there: nothing else on the machine is touched."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import pytest

DEBIAN = Path("/usr/lib/postgresql")
SERVERS_USER = "postgres"
NUMBERS = count()


def programs() -> Path | None:
    """The folder of initdb and pg_ctl, None where no server is installed."""
    found = shutil.which("initdb")
    folders = [Path(found).resolve().parent] if found else sorted(DEBIAN.glob("*/bin"), reverse=True)
    return next((folder for folder in folders if (folder / "initdb").exists()), None)


def users() -> dict[str, str]:
    """The user that runs the server: it refuses to be run by root."""
    return {"user": SERVERS_USER, "group": SERVERS_USER} if os.geteuid() == 0 else {}


@contextmanager
def running_server() -> Iterator[Server]:
    """A server while this lasts; where the machine has none, the test skips and says why."""
    folder = programs()
    if folder is None:
        pytest.skip("no PostgreSQL server is installed (initdb, pg_ctl)")
    if os.geteuid() == 0 and SERVERS_USER not in {user.pw_name for user in pwd.getpwall()}:
        pytest.skip(f"PostgreSQL does not run as root, and there is no user {SERVERS_USER}")
    server = Server.made(folder)
    yield server
    server.remove()


@dataclass(frozen=True)
class Server:
    programs: Path
    folder: Path

    @classmethod
    def made(cls, programs: Path) -> Server:
        folder = Path(tempfile.mkdtemp(prefix="claimtrack-"))  # short: the path of a socket has at most 107 characters
        if users():
            shutil.chown(folder, **users())
        server = cls(programs, folder)
        server.run("initdb", "-U", "reviewers", "-A", "trust", "-E", "UTF8", "--locale=C", "-D", server.data)
        server.start()
        return server

    @property
    def data(self) -> str:
        return str(self.folder / "data")

    def start(self) -> None:
        options = f"-k {self.folder} -c listen_addresses='' -c max_connections=40"
        self.run("pg_ctl", "-D", self.data, "-w", "-l", str(self.folder / "log"), "-o", options, "start")

    def stop(self, how: str = "fast") -> None:
        """how: immediate is what a crash is: nothing is written out, nobody is told."""
        self.run("pg_ctl", "-D", self.data, "-w", "-m", how, "stop")

    def remove(self) -> None:
        self.stop("immediate")
        shutil.rmtree(self.folder)

    def fresh(self) -> str:
        """The URL of an empty schema: much quicker to make than a database."""
        name = f"fresh_{next(NUMBERS)}"
        self.sql(f"CREATE SCHEMA {name}")
        return f"postgresql://reviewers@/postgres?host={self.folder}&options=-csearch_path%3D{name}"

    def database(self, options: str = "") -> str:
        """The URL of a new database."""
        name = f"reviews_{next(NUMBERS)}"
        self.sql(f"CREATE DATABASE {name} {options}")
        return f"postgresql://reviewers@/{name}?host={self.folder}"

    def sql(self, statement: str) -> None:
        self.run("psql", "-h", str(self.folder), "-U", "reviewers", "-d", "postgres", "-q", "-c", statement)

    def run(self, program: str, *arguments: str) -> None:
        done = subprocess.run(
            [str(self.programs / program), *arguments],
            **users(),  # type: ignore[arg-type]
            cwd=self.folder, env={"PATH": os.environ["PATH"], "LC_ALL": "C"}, stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE if program != "pg_ctl" else subprocess.DEVNULL, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, f"{program} {' '.join(arguments)}: {done.stderr}"
