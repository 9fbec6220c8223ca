"""`claimtrack dashboard`: checks what is to be opened, then serves the dashboard until Ctrl-C."""

from __future__ import annotations

import errno
import importlib
import os
import socket
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any, NoReturn

from claimtrack.cli.terminal import say, wrong_usage
from claimtrack.dashboard.opening import is_claims_file
from claimtrack.dashboard.options import DashboardOptions
from claimtrack.dashboard.warming import warm_up
from claimtrack.reading import Reject
from claimtrack.reading.paths import find

NEEDED = ("streamlit", "altair", "platformdirs", "filelock")
PROGRAM = "claimtrack.dashboard"
LONGEST_WARMING = 5  # seconds before it is said where the dashboard is served


@dataclass(frozen=True, slots=True)
class Serving:
    """Where the dashboard is served. port: None for the first free one from 8501 on; host: the address to listen on,
    None for this machine alone; browser: open one."""

    port: int | None = None
    host: str | None = None
    browser: bool = True


def serve(options: DashboardOptions, serving: Serving) -> None:
    """Serve the dashboard until it is interrupted. Ends with exit status 2 where it cannot be opened."""
    _check_libraries()
    check_paths(options.paths)
    _check_record(options.record)
    _check_port(serving)
    from streamlit.web import bootstrap

    flags = {name.replace(".", "_"): value for name, value in settings(serving).items()}
    bootstrap.load_config_options(flags)
    warm_up(options, LONGEST_WARMING)
    script = Path(str(files(PROGRAM) / "script" / "dashboard.py"))
    bootstrap.run(str(script), is_hello=False, args=[options.to_argument()], flag_options=flags)


def settings(serving: Serving) -> dict[str, Any]:
    """Streamlit's settings by their dotted names: those of streamlit.toml, and where to serve."""
    told = tomllib.loads(files(PROGRAM).joinpath("streamlit.toml").read_text("utf-8"))
    asked = {
        "global.developmentMode": False,
        "server.fileWatcherType": "none",
        "server.headless": not serving.browser,
        "server.port": serving.port,
        "server.address": serving.host,
    }
    return dict(_dotted(told)) | {name: value for name, value in asked.items() if value is not None}


def check_paths(paths: tuple[str, ...]) -> None:
    """End with a message where a path names nothing, or a claims file stands beside others."""
    for path in paths:
        if "://" in path or is_claims_file(path):
            continue
        for reject in find([path]):
            if isinstance(reject, Reject):
                wrong_usage(str(reject))
    claims = [path for path in paths if is_claims_file(path)]
    if claims and len(paths) > 1:
        wrong_usage(f"{claims[0]} is a claims file: open it alone, or give only articles.")


def _check_record(url: str | None) -> None:
    from claimtrack.reviews import RecordError, open_record

    if url is None:
        return
    try:
        open_record(url).close()
    except RecordError as error:
        wrong_usage(f"--record: {error}.")


def _check_port(serving: Serving) -> None:
    """End with a message where nobody can listen there."""
    where = f"--host {serving.host}" if serving.host else f"--port {serving.port}"
    try:
        places = socket.getaddrinfo(serving.host or "localhost", serving.port or 0, type=socket.SOCK_STREAM)
    except OSError as error:
        wrong_usage(f"{where}: there is no such address ({error.strerror or error}).")
    for family, kind, protocol, _, address in places:
        try:
            with socket.socket(family, kind, protocol) as asked:
                if os.name == "posix":  # a dashboard that has just ended is in nobody's way
                    asked.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                asked.bind(address)
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                wrong_usage(f"--port {serving.port}: something else runs there. Stop it, or choose another port.")
            if serving.host:
                wrong_usage(f"{where}: nobody can listen there ({error.strerror or error}).")


def _check_libraries() -> None:
    for name in NEEDED:
        try:
            importlib.import_module(name)
        except ModuleNotFoundError as error:
            _missing(error.name or name)


def _missing(name: str) -> NoReturn:
    say(f"The dashboard needs {name}, which is not installed here.")
    wrong_usage("install it with: pip install --upgrade claimtrack.")


def _dotted(settings: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, Any]]:
    for name, value in settings.items():
        if isinstance(value, Mapping):
            yield from _dotted(value, f"{before}{name}.")
        else:
            yield f"{before}{name}", value
