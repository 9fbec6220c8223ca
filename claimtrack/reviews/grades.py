"""The grades that a record offers before somebody sets others."""

from __future__ import annotations

import tomllib
from importlib.resources import files


def default_grades() -> list[str]:
    text = files("claimtrack.reviews").joinpath("grades.toml").read_text("utf-8")
    grades: list[str] = tomllib.loads(text)["grades"]
    return grades
