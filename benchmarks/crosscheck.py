"""The cross-check beside Splink, on one core: python benchmarks/crosscheck.py [--sizes 10000,1000000] [--plot FILE]

The rows are the claims of the seed reports, repeated in as many made-up worlds as are needed: each world has its own
countries, places, sources, days and numbers, so that blocks stay as small as in the real rows. Splink (DuckDB backend)
gets the same blocks and the same evidence (our features of the claims) as columns. Both are timed from the claims table
to the group of each claim: reading the features (the same for both, as the blocks are made of them), then ours: pairs,
scores, clusters; Splink: training (u by sampling, m by one round of expectation maximisation), predicting, clustering.
What only we do, describing the groups, is timed apart. Times are of the processor, so that a busy machine does not
count; each run is a process of its own on one core. Ours may allocate 4 GB, Splink what it wants (at a million it
needs more).
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd

ROOT = Path(__file__).resolve().parents[1]
SEEDS = ROOT / "seeds"
MEMORY = 4 * 1024**3
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
    for name in ("doc_id", "claim_id", "text_hash", "place", "source", "country"):
        frame[name] = frame[name].astype("string") + "-" + tag
    frame["sentence"] = frame["sentence"].astype("string") + " World " + tag + "."
    return frame


def ours(claims: pd.DataFrame) -> dict[str, Any]:
    from claimtrack.crosscheck.blocking import candidate_pairs
    from claimtrack.crosscheck.clustering import cluster
    from claimtrack.crosscheck.features import read_features
    from claimtrack.crosscheck.grouping import describe_groups
    from claimtrack.crosscheck.scoring import score_pairs

    clock = _Clock()
    features = read_features(claims)
    clock.lap("features")
    first, second = candidate_pairs(features)
    groups = cluster(len(features), first, second, score_pairs(features, first, second))
    clock.lap("grouping")
    table = describe_groups(claims, features, groups)
    clock.lap("describing")
    several = table.loc[table["relation"] != "single", "group_id"].nunique()
    return {"pairs": len(first), "groups": int(several), **clock.laps}


def splink(claims: pd.DataFrame) -> dict[str, Any]:
    import duckdb
    import numpy as np
    import splink.comparison_library as compare
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on

    from claimtrack.crosscheck.blocking import block_keys
    from claimtrack.crosscheck.features import read_features

    clock = _Clock()
    features = read_features(claims)
    clock.lap("features")
    columns: dict[str, Any] = {"unique_id": np.arange(len(claims))}
    for place, (claim, key) in enumerate(block_keys(features)):
        nth = _nth(claim)
        for repeat in range(int(nth.max()) + 1):
            column = np.arange(len(claims), dtype=np.int64) - 2**62 + place
            chosen = nth == repeat
            column[claim[chosen]] = key[chosen]
            columns[f"block_{place}_{repeat}"] = column
    blocks = [name for name in columns if name.startswith("block_")]
    exact = ("kind", "fate", "source", "modality", "incident")
    frame = pd_frame(
        {name: getattr(features, name) for name in exact}
        | {
            "thing": features.heads[:, 0],
            "place": features.places[:, 0],
            "value": features.best,
            "day": features.moment,
        }
        | {
            "words": [row[row > 0].tolist() for row in features.words],
            "story": [row[row > 0].tolist() for row in features.story],
        }
        | columns
    )
    plan = SettingsCreator(
        link_type="dedupe_only",
        blocking_rules_to_generate_predictions=[block_on(name) for name in blocks],
        comparisons=[
            *(compare.ExactMatch(name) for name in (*exact, "thing", "place")),
            compare.CustomComparison(
                output_column_name="value",
                comparison_levels=[
                    {
                        "sql_condition": "value_l IS NULL OR value_r IS NULL",
                        "label_for_charts": "null",
                        "is_null_level": True,
                    },
                    {
                        "sql_condition": "abs(value_l - value_r) <= 0.05 * greatest(abs(value_l), abs(value_r))",
                        "label_for_charts": "near",
                    },
                    {
                        "sql_condition": "abs(value_l - value_r) <= 0.5 * greatest(abs(value_l), abs(value_r))",
                        "label_for_charts": "far",
                    },
                    {"sql_condition": "ELSE", "label_for_charts": "other"},
                ],
            ),
            compare.CustomComparison(
                output_column_name="day",
                comparison_levels=[
                    {
                        "sql_condition": "day_l IS NULL OR day_r IS NULL",
                        "label_for_charts": "null",
                        "is_null_level": True,
                    },
                    {"sql_condition": "abs(day_l - day_r) < 1", "label_for_charts": "same"},
                    {"sql_condition": "abs(day_l - day_r) < 8", "label_for_charts": "week"},
                    {"sql_condition": "ELSE", "label_for_charts": "other"},
                ],
            ),
            compare.ArrayIntersectAtSizes("words", [8, 5, 3]),
            compare.ArrayIntersectAtSizes("story", [8, 5, 3]),
        ],
        retain_intermediate_calculation_columns=False,
        retain_matching_columns=False,
    )
    connection = duckdb.connect()
    connection.execute("SET threads = 1")
    connection.execute("SET preserve_insertion_order = false")
    database = DuckDBAPI(connection=connection)
    linker = Linker(database.register(frame), plan, log_level="ERROR")
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


def one_run(name: str, count: int) -> None:
    """One measurement in this process: a JSON line on stdout."""
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    if name == "claimtrack":
        resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
    claims = made_rows(count)
    result = CONTESTANTS[name](claims)
    seconds = sum(result.get(lap, 0.0) for lap in ("features", "loading", "training", "grouping"))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2
    print(json.dumps({"name": name, "claims": count, "seconds": seconds, "peak_gb": round(peak, 2), **result}))


def measured(name: str, count: int) -> dict[str, Any]:
    """A run in a process of its own. Raises RuntimeError with its last words where it fails."""
    run = subprocess.run(
        [sys.executable, __file__, "--one", name, str(count)], capture_output=True, text=True, check=False, cwd=ROOT
    )
    if run.returncode:
        raise RuntimeError(f"{name} at {count:,}: {run.stderr.strip().splitlines()[-1:]}")
    result: dict[str, Any] = json.loads(run.stdout.strip().splitlines()[-1])
    return result


def plot(results: list[dict[str, Any]], path: Path) -> None:
    """Time against claims, both as multiples of our smallest run."""
    import altair as alt
    import pandas as pd

    first = results[0]
    data = pd.DataFrame(results).assign(times=[r["seconds"] / first["seconds"] for r in results])
    points = alt.Chart(data).encode(
        x=alt.X("claims:Q", scale=alt.Scale(type="log")),
        y=alt.Y("times:Q", scale=alt.Scale(type="log"), title=f"times our run of {first['claims']:,} claims"),
        color="name:N",
    )
    (points.mark_line() + points.mark_point()).properties(width=480, height=320).save(str(path))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", default="10000,100000,1000000")
    parser.add_argument("--plot", type=Path)
    parser.add_argument("--one", nargs=2, metavar=("NAME", "CLAIMS"))
    options = parser.parse_args()
    if options.one:
        one_run(options.one[0], int(options.one[1]))
        return
    results: list[dict[str, Any]] = []
    for count in map(int, options.sizes.split(",")):
        mine, theirs = (measured(name, count) for name in CONTESTANTS)
        results += [mine, theirs]
        ratio = mine["seconds"] / theirs["seconds"]
        rest = mine["grouping"] / (theirs["training"] + theirs["grouping"])
        print(f"{count:>9,} claims: claimtrack takes {ratio:.2f} of Splink's time, {rest:.2f} without the features")
        for said in (mine, theirs):
            print(f"{'':>9} {said['name']:<10} {said['peak_gb']:.2f} GB at most, {said['groups']:,} groups", flush=True)
        share = mine["describing"] / mine["seconds"]
        print(f"{'':>9} describing our groups comes on top: {share:.2f} of our time")
    ours_only = [result for result in results if result["name"] == "claimtrack"]
    for before, after in pairwise(ours_only):
        growth = (after["seconds"] / before["seconds"]) / (after["claims"] / before["claims"])
        print(f"from {before['claims']:,} to {after['claims']:,} claims: time per claim × {growth:.2f}")
    if options.plot:
        plot(results, options.plot)


if __name__ == "__main__":
    main()
