"""Pictures of every page of the dashboard, light and dark, in docs/screenshots: `python docs/screenshots.py`.

Needs the `dev` extra and a Chromium. The claims are those of the seeds, with some decisions of two reviewers.
"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image

from claimtrack.dashboard.opening import claims_file_for
from claimtrack.dashboard.options import DashboardOptions
from claimtrack.dashboard.workspace import open_workspace
from claimtrack.reviews import Decision, GroupDecision, GroupVerdict, ReviewedClaim, Verdict, open_record, record_url

FOLDER = Path(__file__).with_name("screenshots")
sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "browser"))

from serving import serve  # noqa: E402
from visiting import Visitor, Visitors, chromium  # noqa: E402

REVIEWERS = ("Ana", "Ben")
SCHEMES = ("light", "dark")
# picture → page, its address (an article of the seeds by the start of its name)
PICTURES: dict[str, tuple[str, dict[str, str]]] = {
    "claims": ("claims", {"status": "all", "order": "priority"}),
    "crosscheck": ("crosscheck", {"status": "all"}),
    "sources": ("sources", {}),
    "articles": ("articles", {}),
    "article": ("articles", {"doc": "01-aleppo-talks.txt"}),
    "overview": ("overview", {}),
    "disagreements": ("disagreements", {}),
    "record": ("record", {}),
    "add": ("add", {"how": "paste"}),
}


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    with TemporaryDirectory() as home, chromium() as browser:
        if browser is None:
            sys.exit("no Chromium is installed")
        claims, _ = claims_file_for((), Path(home), lambda *_: None)
        _decide(claims)
        dashboard = serve(DashboardOptions(paths=(str(claims),), home=home))
        try:
            visitors = Visitors(browser, dashboard)
            for scheme in SCHEMES:
                visitor = visitors.come(REVIEWERS[0], color_scheme=scheme)
                for name, (page, said) in PICTURES.items():
                    visitor.open(page, **said)
                    visitor.page.wait_for_load_state("networkidle")
                    _keep(visitor, FOLDER / f"{name}-{scheme}.png")
        finally:
            dashboard.stop()


def _decide(claims: Path) -> None:
    """Let both reviewers decide about some of the claims that come first, and one of them about a group."""
    workspace = open_workspace(claims)
    groups = workspace.groups()
    record = open_record(record_url(claims))
    first = groups.sort_values("priority", ascending=False, kind="stable")["claim_id"].drop_duplicates()
    verdicts = [Verdict.CONFIRMED, Verdict.DISPUTED, Verdict.CONFIRMED, Verdict.WRONG_SOURCE, Verdict.UNSURE]
    for number, claim_id in enumerate(first.head(20)):
        claim = ReviewedClaim.of_row(workspace.claims.iloc[workspace.row_of(claim_id)])
        for turn, reviewer in enumerate(REVIEWERS):
            if number % (turn + 2) == 0:
                verdict = verdicts[(number + turn * (number % 4)) % len(verdicts)]
                note = "The agency counts bodies, the ministry burials." if verdict is Verdict.DISPUTED else ""
                record.decide(Decision(claim, reviewer, verdict, note=note, flagged=number == 0))
    group_id = groups["group_id"].iloc[0]
    members = tuple(groups.loc[groups["group_id"] == group_id, "claim_id"])
    reasoning = "Both name their counts; the higher one includes the missing."
    record.decide_group(GroupDecision(group_id, members, REVIEWERS[1], GroupVerdict.CONFLICT, reasoning=reasoning))


def _keep(visitor: Visitor, path: Path) -> None:
    """Write what is seen with 256 colours, which takes a third of the bytes."""
    visitor.page.screenshot(path=path)
    with Image.open(path) as full:
        small = full.convert("RGB").quantize(256)
    small.save(path, optimize=True)


if __name__ == "__main__":
    main()
