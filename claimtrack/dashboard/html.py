"""Small pieces of HTML in which text is never markup."""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.dashboard.marking import plain_html

ROW = 35  # pixels of a row of a Streamlit table


def bars(counts: Sequence[tuple[str, int]]) -> str:
    """A row a name: the name, a bar as long as its number, and the number."""
    longest = max((many for _, many in counts), default=1)
    rows = "".join(
        f'<tr><th scope="row">{plain_html(name)}</th><td aria-hidden="true"><div class="ct-bar" '
        f'style="width: {100 * many / longest:.1f}%"></div></td><td class="ct-number">{many:,}</td></tr>'
        for name, many in counts
    )
    return f'<table class="ct-bars"><tbody>{rows}</tbody></table>'


def table_height(rows: int, most: int) -> int:
    """The pixels of a Streamlit table that shows so many rows without a gap below them; at most so many pixels."""
    return min(most, ROW * (rows + 1) + 3)
