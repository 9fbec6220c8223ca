"""Charts as files."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import Any

from claimtrack.crosscheck.charts.drawing import ChartError


def save_chart(chart: Any, path: str | Path) -> None:
    """Write a chart as .html (self-contained where vl-convert is installed) or, with vl-convert, as .png or .svg.

    Raises ChartError, OSError.
    """
    target = Path(path)
    converts = find_spec("vl_convert") is not None
    match target.suffix.lower():
        case ".html":
            target.write_text(chart.to_html(inline=True) if converts else chart.to_html(), encoding="utf-8")
        case ".png" | ".svg" if converts:
            chart.save(str(target))
        case ".png" | ".svg":
            raise ChartError(
                f"{target.suffix} needs vl-convert: pip install 'claimtrack[charts]'; .html works without it"
            )
        case _:
            raise ChartError(f"{target}: a chart ends in .html, .png or .svg")
