"""`claimtrack crosscheck`: claims in, groups of claims that speak of one quantity out; and `show` for what it wrote."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimtrack.cli.table import load_claims
from claimtrack.cli.terminal import clean, console, counted, say, wrong_usage
from claimtrack.export.atomic import replacing
from claimtrack.export.csv import to_csv, unguard

if TYPE_CHECKING:
    import pandas as pd
    from rich.console import Console

FORMATS = (".csv", ".jsonl")
STYLES = {"conflict": "bold red", "moved": "bold yellow", "agree": "bold green"}


@dataclass(frozen=True, slots=True)
class Crosscheck:
    """What to check, against what, and where to write. group: of the chart, None for the most pressing one."""

    claims: str
    out: str
    reference: Path | None = None
    chart: Path | None = None
    group: str | None = None


def crosscheck_to_file(job: Crosscheck) -> int:
    """Write the groups, and what the checks found beside them (NAME.checks.csv). Returns the exit status."""
    from claimtrack.crosscheck import ReferenceTableError, findings_frame, group_claims, load_reference, run_checks

    target = _target(job.out)
    try:
        reference = load_reference(job.reference)
    except ReferenceTableError as error:
        wrong_usage(f"--reference {error}.")
    except (OSError, UnicodeDecodeError) as error:
        wrong_usage(f"--reference {job.reference} cannot be read ({getattr(error, 'strerror', None) or error}).")
    claims = _needed_claims(job.claims)
    groups = group_claims(claims).table
    findings = findings_frame(run_checks(claims, groups, reference))
    beside = target.with_name(f"{target.stem}.checks.csv")
    _write(groups, target)
    _write(findings, beside)
    if job.chart is not None:
        _draw(groups, job.group, job.chart)
    say(f"{_tally(groups)} → {target}; {counted(len(findings), 'finding')} → {beside}")
    return 0


def _needed_claims(path: str) -> pd.DataFrame:
    """The claims of a file; of Parquet, which may hold millions, only the columns that are looked at, in order."""
    from claimtrack.export import UnknownFormatError, claims_path

    try:
        source = claims_path(path)
    except UnknownFormatError as error:
        wrong_usage(f"{error}.")
    if source.suffix.lower() != ".parquet" or not source.is_file():
        return load_claims(path)
    import duckdb

    from claimtrack.crosscheck.from_parquet import read_claims_in_order

    try:
        return read_claims_in_order(source)
    except duckdb.Error as error:
        wrong_usage(f"{source} is not a claims table: {str(error).splitlines()[0]}. Give a file that extract wrote.")


def revisions_to_file(claims: str, out: str) -> int:
    """Write what changed between the versions of each article. Returns the exit status."""
    from claimtrack.crosscheck import revisions

    target = _target(out)
    changes = revisions(load_claims(claims))
    _write(changes, target)
    say(f"{counted(len(changes), 'changed figure')} in {counted(changes['doc_id'].nunique(), 'article')} → {target}")
    return 0


def is_groups(path: str) -> bool:
    """Did crosscheck write this file?"""
    file = Path(path)
    if file.suffix.lower() not in FORMATS or not file.is_file():
        return False
    with file.open(encoding="utf-8-sig", errors="replace") as lines:
        return lines.readline(200).startswith(("group_id,", '{"group_id"'))


def read_groups(path: str) -> pd.DataFrame:
    """The table of groups that crosscheck wrote, with the types of GROUP_COLUMNS."""
    import pandas as pd

    from claimtrack.crosscheck import GROUP_COLUMNS

    if Path(path).suffix.lower() == ".jsonl":
        with Path(path).open(encoding="utf-8") as lines:
            cells = pd.DataFrame([json.loads(line) for line in lines], columns=[name for name, _, _ in GROUP_COLUMNS])
    else:
        cells = pd.read_csv(path, dtype="string", keep_default_na=False, na_values=[""], encoding="utf-8-sig")
        cells = cells.map(lambda cell: unguard(cell) if isinstance(cell, str) else cell)
    try:
        cells["stands_out"] = cells["stands_out"].map({"True": True, "False": False, True: True, False: False})
        cells = cells.astype({name: pd.api.types.pandas_dtype(dtype) for name, dtype, _ in GROUP_COLUMNS})
    except (KeyError, ValueError, TypeError) as error:
        wrong_usage(f"{path} is not what crosscheck writes ({error}).")
    return cells


def show_groups(path: str, kind: str | None, limit: int | None) -> None:
    """Show the groups of several claims, the most pressing first."""
    groups = read_groups(path)
    chosen = groups[(groups["relation"] != "single") & ((groups["kind"] == kind) if kind is not None else True)]
    out = console()
    ids = list(dict.fromkeys(chosen["group_id"]))
    for group_id in ids[:limit]:
        _show_group(out, chosen[chosen["group_id"] == group_id])
    alone = int((groups["relation"] == "single").sum())
    left_out = f"; {len(ids) - limit:,} more groups not shown (--limit {limit})" if limit and len(ids) > limit else ""
    say(f"{_tally(groups)}; {counted(alone, 'claim')} alone{left_out}")


def _show_group(out: Console, members: pd.DataFrame) -> None:
    import pandas as pd
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    first: dict[Any, Any] = members.iloc[0].astype(object).to_dict()
    group: dict[str, Any] = {str(name): None if pd.isna(cell) else cell for name, cell in first.items()}
    relation = str(group["relation"])
    span = (
        f"{_number(group['low'])} – {_number(group['best'])} – {_number(group['high'])} {group['unit'] or ''}".rstrip()
    )
    out.print(
        Text.assemble((relation.upper(), STYLES.get(relation, "")), f"  {clean(group['incident'])}: {clean(span)}")
    )
    out.print(Text(clean(group["reason"])))
    facts = f"{counted(int(group['articles']), 'article')}, {counted(int(group['sources']), 'independent source')}"
    out.print(Text(f"{facts}; priority {group['priority']:g}; {group['group_id']}"))
    for name in ("trail", "echo"):
        if group[name]:
            out.print(Text(f"{name}: {clean(group[name])}"))
    table = Table(box=SIMPLE_HEAD, expand=True, pad_edge=False, padding=(0, 2, 0, 0))
    for title, ratio in (("figure", 2), ("as of", None), ("who says so", 4), ("where it stands", 4), ("sentence", 9)):
        table.add_column(title, ratio=ratio, min_width=10)
    for row in members.astype(object).where(members.notna(), None).to_dict("records"):
        who = row["source"] or "the writer"
        cells = (
            f"{row['surface']} {'!' if row['stands_out'] else ''}".rstrip(),
            row["as_of"] or "",
            f"{who}, via {row['via']}" if row["via"] else who,
            row["doc_id"],
            row["sentence"],
        )
        table.add_row(*(Text(clean(cell)) for cell in cells))
    out.print(table)


def _number(value: Any) -> str:
    from claimtrack.telling.words import number

    return "?" if value is None else number(float(value))


def _tally(groups: pd.DataFrame) -> str:
    relation = groups.drop_duplicates("group_id")["relation"].value_counts()
    several = int(relation.drop("single", errors="ignore").sum())
    told = ", ".join(f"{relation[name]:,} {name}" for name in ("conflict", "moved", "agree") if name in relation)
    return f"{counted(len(groups), 'claim')}, {counted(several, 'group')}" + (f" ({told})" if told else "")


def _target(out: str) -> Path:
    target = Path(out)
    if target.suffix.lower() not in FORMATS:
        wrong_usage(f"-o {target}: groups are written to a file that ends in .csv or .jsonl.")
    return target


def _write(frame: pd.DataFrame, target: Path) -> None:
    try:
        if target.suffix.lower() == ".csv":
            to_csv(frame, target)
            return
        plain = frame.astype(object).where(frame.notna(), None).to_dict("records")
        with replacing(target) as (file,):
            file.writelines((json.dumps(row, ensure_ascii=False) + "\n").encode() for row in plain)
    except OSError as error:
        wrong_usage(f"{error.filename or target} cannot be written ({error.strerror or error}).")


def _draw(groups: pd.DataFrame, group: str | None, path: Path) -> None:
    from claimtrack.crosscheck import ChartError, group_chart, save_chart

    if groups.empty:
        wrong_usage("--chart: there are no claims to draw.")
    try:
        save_chart(group_chart(groups, group or str(groups["group_id"].iloc[0])), path)
    except ChartError as error:
        wrong_usage(f"--chart: {error}.")
    except OSError as error:
        wrong_usage(f"{error.filename or path} cannot be written ({error.strerror or error}).")
