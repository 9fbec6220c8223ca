"""What the first page would wait for, done before anybody comes."""

from __future__ import annotations

from contextlib import suppress
from importlib import import_module
from threading import Thread
from typing import TYPE_CHECKING

from claimtrack.dashboard.opening import is_claims_file

if TYPE_CHECKING:
    from claimtrack.dashboard.options import DashboardOptions

FIRST_PAGE = "claimtrack.dashboard.pages.claims"


def warm_up(options: DashboardOptions, longest: float) -> None:
    """Open the claims file that the options name, and wait for it, but no longer than so many seconds.

    Articles wait for the first page, which shows how their reading goes on. So does what is wrong with the file.
    """
    opening = Thread(target=_open, args=(options,), daemon=True)
    opening.start()
    opening.join(longest)


def _open(options: DashboardOptions) -> None:
    import_module(FIRST_PAGE)
    from claimtrack.dashboard.session import opened
    from claimtrack.export import claims_path

    if len(options.paths) == 1 and is_claims_file(options.paths[0]):
        with suppress(Exception):  # the page opens it again, and says what is wrong
            opened(claims_path(options.paths[0]), options.record)
