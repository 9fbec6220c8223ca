"""What `claimtrack dashboard` was told, on its way to the script that Streamlit runs."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class DashboardOptions:
    """paths: a claims file or articles, none: the seeds; record: the address of the record of reviews, None for the one
    beside the claims; blind: others' decisions on a claim are shown only after one's own; home: where the claims of
    articles are kept, None for the user's data folder."""

    paths: tuple[str, ...] = ()
    record: str | None = None
    blind: bool = False
    home: str | None = None

    def to_argument(self) -> str:
        return json.dumps(asdict(self))


def from_arguments(arguments: Sequence[str]) -> DashboardOptions:
    """The options of the script's arguments: one JSON object, or paths (`streamlit run dashboard.py -- PATH`)."""
    if len(arguments) == 1 and arguments[0].startswith("{"):
        said = json.loads(arguments[0])
        return DashboardOptions(**{**said, "paths": tuple(said["paths"])})
    return DashboardOptions(paths=tuple(arguments))
