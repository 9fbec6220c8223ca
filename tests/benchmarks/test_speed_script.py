"""benchmarks/speed.py says how many times, never how long."""

from __future__ import annotations

import importlib.util
import json
import math
import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).parents[2] / "benchmarks" / "speed.py"
TEXTS = (
    "At least 35 doctors were left in Aleppo, the envoy said. They sleep in the wards.",
    "The flood killed 120 people in Derna, officials said on Monday. The road is closed.",
    "The bank lent $2.5 million, up 12 percent. Nobody at the bank would comment.",
)
TIME = re.compile(r"\d\s?(?:ns|µs|us|ms|s|sec|seconds?|minutes?)\b|\bper second\b|/s\b")


@pytest.fixture(scope="module")
def speed() -> ModuleType:
    spec = importlib.util.spec_from_file_location("speed", SCRIPT)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["speed"] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    path = tmp_path / "texts.jsonl"
    path.write_text("".join(json.dumps({"text": text}) + "\n" for text in TEXTS), encoding="utf-8")
    return path


def output_of(*arguments: str | Path) -> str:
    """A process of its own: the script keeps its process to one core."""
    done = subprocess.run([sys.executable, SCRIPT, *arguments], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_prints_ratios_and_no_times(texts: Path) -> None:
    printed = output_of(texts)
    assert not TIME.search(printed), printed
    for words in (
        "extract is … times as fast as quantulum3",
        "extract is … times as fast as dateparser search",
        "figure finder is … times as fast as quantulum3",
        "figure finder costs … times digit pattern",
    ):
        assert re.search(rf"{re.escape(words)} +[\d.,]+ +[\d.,]+ +[\d.,]+ .* 3$", printed, re.MULTILINE), words
    assert ("as fast as spaCy small" in printed) != ("skipped (pip install 'claimtrack[benchmarks]')" in printed), (
        "spaCy is compared, or said to be skipped"
    )


def test_growth_prints_exponents_and_no_times(texts: Path, tmp_path: Path) -> None:
    plot = tmp_path / "growth.html"
    printed = output_of(texts, "--growth", "--largest", "20000", "--rounds", "1", "--plot", plot)
    assert not TIME.search(printed), printed
    assert len(re.findall(r"^exponent +\S+ +\S+", printed, re.MULTILINE)) == 2, "with length, and with figures"
    assert plot.exists() != ("no plot" in printed), "a plot, or a word on why not"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["nowhere.jsonl"], "nowhere.jsonl"),
        (["--growth", "--largest", "10"], "--largest"),
        (["--rounds", "0"], "--rounds"),
    ],
)
def test_wrong_usage_is_named(
    arguments: list[str], says: str, speed: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        speed.main(arguments)
    assert stopped.value.code == 2
    assert says in capsys.readouterr().err


@pytest.mark.parametrize(
    ("amounts", "costs", "slope"),
    [
        ((1, 10, 100), (1, 10, 100), 1.0),  # proportional
        ((1, 10, 100), (1, 100, 10_000), 2.0),  # quadratic
        ((1, 4, 16), (1, 2, 4), 0.5),  # ever cheaper
        ((1, 10, 100), (1, -0.1, 100), 1.0),  # noise below zero has no logarithm
    ],
)
def test_exponent(amounts: tuple[float, ...], costs: tuple[float, ...], slope: float, speed: ModuleType) -> None:
    assert speed.exponent(amounts, costs) == pytest.approx(slope)


def test_exponent_of_one_point_is_unknown(speed: ModuleType) -> None:
    assert math.isnan(speed.exponent((10,), (1,)))


def test_a_ratio_is_taken_on_the_texts_that_both_read(speed: ModuleType) -> None:
    slow = speed.Turn(seconds=(6.0, 9.0), documents=8, raised=0)
    fast = speed.Turn(seconds=(1.0, 2.0, 40.0), documents=12, raised=0)
    assert speed.ratio(slow, fast) == 5.0


def test_no_text_is_read_twice(speed: ModuleType) -> None:
    documents = [speed.Document(text=str(i), doc_id=str(i)) for i in range(25)]
    read: list[str] = []
    rounds = speed.run_rounds({"any": lambda document: read.append(document.text)}, documents, 20, 1.0)
    assert sorted(map(int, read)) == list(range(25))
    assert len(rounds) == 6  # a block of four each, at least


def test_errors_are_counted(speed: ModuleType) -> None:
    documents = [speed.Document(text=text, doc_id=text) for text in ("1", "x", "2", "y", "3")]
    turn = speed.take_turn(lambda document: int(document.text), documents, 1.0)
    assert (turn.documents, turn.raised) == (5, 2)


@pytest.mark.parametrize("share", [0.0, 0.25, 1.0])
def test_figures_are_spread_evenly(share: float, speed: ModuleType) -> None:
    document = speed.mixed(["Seven left."], ["They slept."], share, 4000)
    sentences = re.findall(r"Seven|They", document.text)
    assert abs(sentences.count("Seven") - share * len(sentences)) <= 1
    assert len(document.text) >= 4000
