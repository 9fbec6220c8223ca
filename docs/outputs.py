"""Fill the README's outputs with what the commands really print: python docs/outputs.py [--check]

An output stands in a fenced block behind a line `<!-- output: COMMAND -->`, run in the checkout's root.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
BLOCK = re.compile(r"(<!-- output: (?P<command>[^\n]+) -->\n```text\n).*?(```\n)", re.DOTALL)


def filled(text: str) -> str:
    """The text with each output as its command prints it now."""
    return BLOCK.sub(lambda block: block[1] + output(block["command"]) + block[3], text)


def output(command: str) -> str:
    """What the command prints, without spaces at the ends of lines. Raises CalledProcessError when it fails."""
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", "")))
    done = subprocess.run(
        command, shell=True, cwd=ROOT, check=True, capture_output=True, text=True, env={**os.environ, "PATH": path}
    )
    return "".join(f"{line.rstrip()}\n" for line in done.stdout.strip("\n").split("\n"))


if __name__ == "__main__":
    before = README.read_text("utf-8")
    after = filled(before)
    if "--check" in sys.argv:
        sys.exit("README.md is not current: run python docs/outputs.py" if after != before else 0)
    README.write_text(after, "utf-8")
