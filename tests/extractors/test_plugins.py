"""Python plug-ins: found as installed packages, asked first, named when they fail."""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from framed import frame_of

from claimtrack.extractors import RegistryError, load_plugins

DOCS = Path(__file__).parents[2] / "docs" / "kinds.md"
Install = Callable[[str, str], None]


def blocks(language: str) -> list[str]:
    """The code blocks of docs/kinds.md in a language, in order."""
    return re.findall(rf"```{language}\n(.*?)```", DOCS.read_text("utf-8"), re.DOTALL)


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Install]:
    """Puts a package on the path as pip would: its module, and a dist-info folder made from its pyproject.toml."""

    modules: list[str] = []

    def put(module: str, pyproject: str) -> None:
        package = tomllib.loads(pyproject)["project"]
        points = package["entry-points"]["claimtrack.extractors"]
        for target in points.values():
            modules.append(target.split(":")[0])
            (tmp_path / f"{modules[-1]}.py").write_text(module, "utf-8")
        info = tmp_path / f"{package['name'].replace('-', '_')}-{package['version']}.dist-info"
        info.mkdir()
        name, version = package["name"], package["version"]
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n", "utf-8")
        lines = "\n".join(f"{name} = {target}" for name, target in points.items())
        (info / "entry_points.txt").write_text(f"[claimtrack.extractors]\n{lines}\n", "utf-8")
        load_plugins.cache_clear()

    monkeypatch.syspath_prepend(str(tmp_path))
    yield put
    load_plugins.cache_clear()
    for name in modules:
        sys.modules.pop(name, None)


def plugin(name: str, function: str) -> str:
    return (
        f'[project]\nname = "{name}"\nversion = "1.0"\n'
        f'[project.entry-points."claimtrack.extractors"]\n{name} = "{name}_module:{function}"\n'
    )


@pytest.fixture
def documented(install: Install) -> None:
    """The plug-in of docs/kinds.md."""
    (module,) = blocks("python")
    install(module, blocks("toml")[1])


CLINIC = "The clinic treats 60 patients a day, and 12 patients have died."


@pytest.mark.usefixtures("documented")
def test_the_documented_plug_in_frames_its_figure() -> None:
    frame = frame_of(CLINIC, "60")
    assert (frame.kind, frame.unit, frame.value, frame.counted) == ("daily_rate", "patients a day", 60, "patients")
    assert frame.counted_span is not None
    assert frame.counted_span.of(CLINIC) == "patients"
    assert frame.extractor == "claimtrack-rates 0.3"
    assert frame.rules == ("plug-in-daily-rate",)


@pytest.mark.usefixtures("documented")
def test_a_figure_that_it_passes_on_is_framed_as_ever() -> None:
    frame = frame_of(CLINIC, "12")
    assert (frame.kind, frame.extractor) == ("deaths", None)


def test_the_first_by_name_wins(install: Install) -> None:
    module = (
        "from claimtrack.extractors import Frame\n"
        "def frame(view, figure):\n"
        "    return Frame(figure=figure, kind=__name__, value=1.0, low=1.0, high=1.0)\n"
    )
    install(module, plugin("zebra", "frame"))
    install(module, plugin("aardvark", "frame"))
    assert frame_of("The raid killed 12 people.", "12").kind == "aardvark_module"


def test_each_is_imported_once(install: Install) -> None:
    install("print('imported')\ndef frame(view, figure): return None\n", plugin("once", "frame"))
    assert load_plugins() is load_plugins()


@pytest.mark.parametrize(
    ("module", "why"),
    [
        ("import a_library_that_is_not_there\n", "a_library_that_is_not_there"),  # a dependency is missing
        ("def other(view, figure): return None\n", "frame"),  # the function is named wrongly
        ("raise OSError('no licence')\n", "no licence"),  # it fails as it is imported
        ("frame = 12\n", "no function"),  # what is named is nothing to call
    ],
)
def test_what_cannot_be_used_is_named(install: Install, module: str, why: str) -> None:
    install(module, plugin("broken", "frame"))
    with pytest.raises(RegistryError, match=r"extractor broken .*from broken 1\.0") as raised:
        load_plugins()
    assert why in str(raised.value)


def test_an_error_at_work_is_passed_on_with_its_name(install: Install) -> None:
    install("def frame(view, figure): raise ZeroDivisionError('oh')\n", plugin("fragile", "frame"))
    with pytest.raises(ZeroDivisionError, match="oh") as raised:
        frame_of("The raid killed 12 people.", "12")
    assert raised.value.__notes__ == ["raised by the extractor fragile (from fragile 1.0)"]


def test_what_is_no_frame_is_refused(install: Install) -> None:
    install("def frame(view, figure): return 'deaths'\n", plugin("wordy", "frame"))
    with pytest.raises(TypeError, match=r"extractor wordy .* gave a str"):
        frame_of("The raid killed 12 people.", "12")
