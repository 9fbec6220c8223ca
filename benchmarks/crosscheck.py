"""The cross-check beside Splink, on one core: python benchmarks/crosscheck.py [--sizes 10000,1000000] [--plot FILE]

The rows are the claims of the seed reports, repeated in as many made-up worlds as are needed: each world has its own
countries, places, sources, days and numbers, so that blocks stay as small as in the real rows. Splink (DuckDB backend)
gets the same blocks and the same evidence (our features of the claims) as columns. Both are timed from the claims table
to the group of each claim: reading the features (the same for both, as the blocks are made of them), then ours: pairs,
scores, clusters; Splink: training (u by sampling, m by one round of expectation maximisation), predicting, clustering.
Splink may use SPLINK_MEMORY and as much disk as it likes; it is stopped after --ceiling times our time, and what it had
used by then is given as what it is, a lower bound.

Then the whole command `claimtrack crosscheck` runs on the same rows in a Parquet file: time, peak memory, and how both
grow. Times are of the processor, so that a busy machine does not count; each run is a process of its own on one core.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd

    from claimtrack.crosscheck.features import Features

ROOT = Path(__file__).resolve().parents[1]
SEEDS = ROOT / "seeds"
SPLINK_MEMORY = "8GB"
LAPS = ("features", "loading", "training", "grouping")
SEED = 20_240_229
WEEKS_A_WORLD = 3  # over so many weeks the worlds are spread: an archive that holds more covers more years


def made_rows(count: int) -> pd.DataFrame:
    """`count` claims: the seeds' rows, world by world."""
    import numpy as np
    import pandas as pd

    import claimtrack
    from claimtrack.crosscheck.features import COLUMNS

    real = claimtrack.extract(claimtrack.read(str(SEEDS)))[list(COLUMNS)]
    worlds = -(-count // len(real))
    rows = np.tile(np.arange(len(real)), worlds)[:count]
    world = np.repeat(np.arange(worlds), len(real))[:count]
    draw = np.random.default_rng(SEED)
    frame = real.iloc[rows].reset_index(drop=True)
    tag = pd.Series(world, dtype="string")
    shift = pd.to_timedelta(draw.integers(0, WEEKS_A_WORLD * 7 * worlds, worlds)[world], unit="D")
    for name in ("published", "as_of"):
        frame[name] = frame[name] + shift
    factor = draw.integers(90, 110, worlds)[world] / 100
    large = frame["value"].abs() > 100
    for name in ("value", "low", "high"):
        frame[name] = frame[name].where(~large, (frame[name] * factor).round())
    for name in ("doc_id", "claim_id", "text_hash", "story_id", "publisher", "wire", "place", "source", "country"):
        frame[name] = frame[name].astype("string") + "-" + tag
    frame["sentence"] = frame["sentence"].astype("string") + " World " + tag + "."
    return frame


def ours(claims: pd.DataFrame) -> dict[str, Any]:
    import numpy as np

    from claimtrack.crosscheck.aligning import align_claims
    from claimtrack.crosscheck.features import read_features

    clock = _Clock()
    features = read_features(claims)
    clock.lap("features")
    groups = align_claims(features)
    clock.lap("grouping")
    sizes = np.bincount(groups)
    return {"groups": int((sizes > 1).sum()), **clock.laps}


def splink(claims: pd.DataFrame) -> dict[str, Any]:
    import duckdb
    import numpy as np
    from splink import DuckDBAPI, Linker, block_on

    from claimtrack.crosscheck.features import read_features

    clock = _Clock()
    features = read_features(claims)
    clock.lap("features")
    blocks = block_columns(features)
    connection = duckdb.connect()
    spill = tempfile.mkdtemp(dir=os.environ["CROSSCHECK_SPILL"])
    connection.execute(f"SET threads = 1; SET memory_limit = '{SPLINK_MEMORY}'; SET temp_directory = '{spill}'")
    connection.execute("SET preserve_insertion_order = false")
    database = DuckDBAPI(connection=connection)
    frame = pd_frame({"unique_id": np.arange(len(claims)), **evidence_columns(features), **blocks})
    linker = Linker(database.register(frame), splink_plan(list(blocks)), log_level="ERROR")
    clock.lap("loading")
    linker.training.estimate_probability_two_random_records_match([block_on("block_0_0", "value")], recall=0.7)
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=SEED)
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("block_0_0"))
    clock.lap("training")
    pairs = linker.inference.predict(threshold_match_probability=0.5)
    clusters = linker.clustering.cluster_pairwise_predictions_at_threshold(pairs, threshold_match_probability=0.9)
    sizes = clusters.as_duckdbpyrelation().aggregate("cluster_id, count(*) as members", "cluster_id")
    groups = sizes.filter("members > 1").aggregate("count(*)").fetchall()
    clock.lap("grouping")
    return {"groups": int(groups[0][0]), **clock.laps}


def block_columns(features: Features) -> dict[str, Any]:
    """Our blocks as columns for Splink: a claim that has no key, or not so many, has a number of its own there."""
    import numpy as np

    from claimtrack.crosscheck.aligning import block_keys

    count = len(features)
    columns: dict[str, Any] = {}
    for place, (claim, key) in enumerate(block_keys(features)):
        nth = _nth(claim)
        for repeat in range(int(nth.max()) + 1):
            column = np.arange(count, dtype=np.int64) - 2**62 + place
            chosen = nth == repeat
            column[claim[chosen]] = key[chosen]
            columns[f"block_{place}_{repeat}"] = column
    return columns


SAME = ("kind", "fate", "source", "modality", "incident")  # features that are compared as they are


def evidence_columns(features: Features) -> dict[str, Any]:
    """Our evidence as columns for Splink."""
    own = {
        "thing": features.heads[:, 0],
        "place": features.places[:, 0],
        "value": features.best,
        "day": features.moment,
        "words": [row[row > 0].tolist() for row in features.words],
        "story": [row[row > 0].tolist() for row in features.story],
    }
    return {name: getattr(features, name) for name in SAME} | own


def splink_plan(blocks: list[str]) -> Any:
    """What Splink compares, and how finely."""
    import splink.comparison_library as compare
    from splink import SettingsCreator, block_on

    apart = "abs(value_l - value_r) <= {} * greatest(abs(value_l), abs(value_r))"
    days = "abs(day_l - day_r) < {}"
    return SettingsCreator(
        link_type="dedupe_only",
        blocking_rules_to_generate_predictions=[block_on(name) for name in blocks],
        comparisons=[
            *(compare.ExactMatch(name) for name in (*SAME, "thing", "place")),
            _levels("value", {"near": apart.format(0.05), "far": apart.format(0.5)}),
            _levels("day", {"same": days.format(1), "week": days.format(8)}),
            compare.ArrayIntersectAtSizes("words", [8, 5, 3]),
            compare.ArrayIntersectAtSizes("story", [8, 5, 3]),
        ],
        retain_intermediate_calculation_columns=False,
        retain_matching_columns=False,
    )


def _levels(name: str, levels: dict[str, str]) -> Any:
    """A comparison of numbers, the nearest level first."""
    import splink.comparison_library as compare

    unknown = {
        "sql_condition": f"{name}_l IS NULL OR {name}_r IS NULL",
        "label_for_charts": "null",
        "is_null_level": True,
    }
    told = [{"sql_condition": condition, "label_for_charts": label} for label, condition in levels.items()]
    other = {"sql_condition": "ELSE", "label_for_charts": "other"}
    return compare.CustomComparison(output_column_name=name, comparison_levels=[unknown, *told, other])


def pd_frame(columns: dict[str, Any]) -> pd.DataFrame:
    import pandas as pd

    return pd.DataFrame(columns)


class _Clock:
    """Seconds of the processor since the last lap, and the peak of memory at the end of each."""

    def __init__(self) -> None:
        self.laps: dict[str, Any] = {}
        self._last = time.process_time()

    def lap(self, name: str) -> None:
        now = time.process_time()
        self.laps[name] = round(now - self._last, 2)
        self._last = now


def _nth(claim: Any) -> Any:
    """How many times each entry's claim has come before."""
    import numpy as np

    order = np.argsort(claim, kind="stable")
    ordered = claim[order]
    starts = np.searchsorted(ordered, ordered)
    nth = np.empty(len(claim), np.int64)
    nth[order] = np.arange(len(claim)) - starts
    return nth


CONTESTANTS: dict[str, Callable[[pd.DataFrame], dict[str, Any]]] = {"claimtrack": ours, "splink": splink}


def one_run(name: str, rows: Path) -> None:
    """One measurement in this process: a JSON line on stdout."""
    from claimtrack.crosscheck.from_parquet import read_claims_in_order

    result = CONTESTANTS[name](read_claims_in_order(rows))
    print(json.dumps({"seconds": sum(result.get(lap, 0.0) for lap in LAPS), **result}))


def measured(arguments: list[str], folder: Path, ceiling: float | None = None) -> dict[str, Any]:
    """A run in a process of its own: its JSON line, if it prints one, the seconds of the processor, and peak_gb.

    ceiling: seconds of the processor after which it is stopped; `finished` says whether it came to its end. Raises
    RuntimeError with its last words where it fails otherwise.
    """

    def prepare() -> None:
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
        if ceiling is not None:
            resource.setrlimit(resource.RLIMIT_CPU, (math.ceil(ceiling), math.ceil(ceiling) + 1))

    with (folder / "out").open("w+") as out, (folder / "err").open("w+") as err:
        run = subprocess.Popen(
            [sys.executable, *arguments], stdout=out, stderr=err, cwd=ROOT, preexec_fn=prepare,
            env={**os.environ, "CROSSCHECK_SPILL": str(folder)},
        )  # fmt: skip
        _, status, usage = os.wait4(run.pid, 0)
        run.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        err.seek(0)
        said, complaint = out.read().strip().splitlines(), err.read().strip().splitlines()
    used = {"cpu": usage.ru_utime + usage.ru_stime, "peak_gb": usage.ru_maxrss / 1024**2}
    if run.returncode in (-signal.SIGXCPU, -signal.SIGKILL) and ceiling is not None:
        return {**used, "finished": False, "seconds": used["cpu"]}
    if run.returncode:
        raise RuntimeError(f"{' '.join(arguments[:3])}: {complaint[-1:]}")
    return {**used, "finished": True, "seconds": used["cpu"], **(json.loads(said[-1]) if said else {})}


def at_size(count: int, ceiling: float, with_splink: bool) -> list[dict[str, Any]]:
    """All runs on so many claims, said as they come."""
    results = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        rows = folder / "claims.parquet"
        measured([__file__, "--make", str(count), str(rows)], folder)
        mine = measured([__file__, "--one", "claimtrack", str(rows)], folder)
        print(
            f"{count:>9,} claims: grouping {mine['seconds']:.1f} s, {mine['groups']:,} groups, {mine['peak_gb']:.2f} GB"
        )
        results.append({"name": "claimtrack: grouping", "claims": count, **mine})
        command = ["-m", "claimtrack", "crosscheck", str(rows), "-o", str(folder / "groups.csv")]
        whole = measured(command, folder)
        print(f"{'':>9} the whole command {whole['seconds']:.1f} s, {whole['peak_gb']:.2f} GB at most", flush=True)
        results.append({"name": "claimtrack: whole command", "claims": count, **whole})
        if with_splink:
            theirs = measured([__file__, "--one", "splink", str(rows)], folder, max(60.0, ceiling * mine["seconds"]))
            print(f"{'':>9} {_beside(theirs, mine)}", flush=True)
            results.append({"name": "Splink", "claims": count, **theirs})
    return results


def _beside(theirs: dict[str, Any], mine: dict[str, Any]) -> str:
    times = theirs["seconds"] / mine["seconds"]
    if not theirs["finished"]:
        return (
            f"Splink had not finished after {times:.1f} × our time ({theirs['peak_gb']:.2f} GB and what it had on disk)"
        )
    rest = (theirs["training"] + theirs["grouping"]) / mine["grouping"]
    groups = f"{theirs['groups']:,} groups, {theirs['peak_gb']:.2f} GB"
    return f"Splink took {times:.1f} × our time, {rest:.1f} × without the features that both read ({groups})"


def plot(results: list[dict[str, Any]], path: Path) -> None:
    """Seconds of the processor against claims; a run that was stopped is an open mark, a lower bound."""
    import altair as alt
    import pandas as pd

    data = pd.DataFrame(results)[["name", "claims", "seconds", "finished"]]
    points = alt.Chart(data).encode(
        x=alt.X("claims:Q", scale=alt.Scale(type="log")),
        y=alt.Y("seconds:Q", scale=alt.Scale(type="log"), title="seconds on one core"),
        color=alt.Color("name:N", title=None),
        shape=alt.Shape("finished:N", title="came to its end"),
    )
    lines = alt.Chart(data).mark_line().encode(x="claims:Q", y="seconds:Q", color="name:N")
    (lines + points.mark_point(size=80)).properties(width=480, height=320).save(str(path))


def say_growth(results: list[dict[str, Any]]) -> None:
    """How the time of one claim changes from size to size; 1.00 is linear growth."""
    for name in dict.fromkeys(result["name"] for result in results):
        ends = [result for result in results if result["name"] == name and result["finished"]]
        for before, after in pairwise(ends):
            growth = (after["seconds"] / before["seconds"]) / (after["claims"] / before["claims"])
            print(f"{name}, from {before['claims']:,} to {after['claims']:,} claims: time a claim × {growth:.2f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", default="10000,100000,1000000")
    parser.add_argument("--ceiling", type=float, default=5.0, help="times our time, after which Splink is stopped")
    parser.add_argument("--no-splink", action="store_true")
    parser.add_argument("--plot", type=Path)
    parser.add_argument("--one", nargs=2, metavar=("NAME", "ROWS"), help=argparse.SUPPRESS)
    parser.add_argument("--make", nargs=2, metavar=("CLAIMS", "FILE"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        one_run(options.one[0], Path(options.one[1]))
    elif options.make:
        made_rows(int(options.make[0])).to_parquet(options.make[1])
    else:
        compare_at_sizes(options)


def compare_at_sizes(options: argparse.Namespace) -> None:
    """All runs, size by size, and how they grow."""
    results: list[dict[str, Any]] = []
    for count in map(int, options.sizes.split(",")):
        results += at_size(count, options.ceiling, not options.no_splink)
    say_growth(results)
    if options.plot:
        plot(results, options.plot)


if __name__ == "__main__":
    main()
