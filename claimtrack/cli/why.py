"""`claimtrack show --why`: one row, its sentence with the words that it rests on, and what each field comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.cli.table import SHORTEST_ID, load_claims
from claimtrack.cli.terminal import clean, console, say, wrong_usage
from claimtrack.telling import words
from claimtrack.telling.why import Evidence, EvidenceError, evidence_of, fields
from claimtrack.telling.words import Cells

if TYPE_CHECKING:
    import pandas as pd
    from rich.console import Console
    from rich.text import Text

STYLES = {"figure": "bold reverse", "hedge": "bold", "cue": "bold magenta", "source": "bold cyan", "place": "green"}


def explain_claim(path: str, claim_id: str) -> None:
    """Explain the one claim whose id starts with claim_id; ends with a message where there is none, or several."""
    claims = load_claims(path)
    found = claims[claims["claim_id"].str.startswith(claim_id)]
    ids = sorted(set(found["claim_id"]))
    if not ids:
        wrong_usage(f"{path} has no claim whose id starts with {claim_id!r}.")
    if len(ids) > 1:
        length = max(SHORTEST_ID, len(claim_id) + 3)
        wrong_usage(
            f"{len(ids)} claims have ids that start with {claim_id!r}: {', '.join(i[:length] for i in ids[:5])}."
        )
    texts = _texts(path, found)
    out = console()
    for cells in words.rows_of(found):
        try:
            evidence = evidence_of(cells, texts.get((cells["doc_id"], cells["text_hash"])))
        except EvidenceError as error:
            wrong_usage(f"{error}.")
        _explain(out, cells, evidence)


def _texts(path: str, claims: pd.DataFrame) -> dict[tuple[str, str], str]:
    """The texts of the claims' documents, by doc_id and text_hash, as far as they lie beside the claims file."""
    from claimtrack.export import UnreadableClaimsError, claims_path, documents_path, read_documents

    try:
        documents = read_documents(path)
    except (OSError, UnreadableClaimsError) as error:
        say(f"{error}.")
        documents = None
    if documents is None:
        say(f"{documents_path(claims_path(path))} is not there: what follows is without the article's text.")
        return {}
    wanted = documents[documents["doc_id"].isin(claims["doc_id"])]
    keys = zip(wanted["doc_id"], wanted["text_hash"], strict=True)
    return dict(zip(keys, wanted["text"], strict=True))


def _explain(out: Console, cells: Cells, evidence: Evidence) -> None:
    from rich.table import Table
    from rich.text import Text

    origin = [cells["title"] or cells["doc_id"], cells["publisher"]]
    origin.append(words.long_day(cells["published"]) if cells["published"] else None)
    out.print(Text(clean(", ".join(part for part in origin if part)), "bold"))
    out.print()
    out.print(_marked_sentence(cells, evidence))
    out.print()
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True, style="dim")
    table.add_column()
    for name, said in fields(cells, evidence):
        table.add_row(name, Text(clean(said)))
    out.print(table)
    out.print()


def _marked_sentence(cells: Cells, evidence: Evidence) -> Text:
    """The sentence with `[words: what they are]` around each span that lies in it; the first of MARKED win."""
    from rich.text import Text

    if evidence.text is None:
        return Text(clean(cells["sentence"]))
    first, last = evidence.sentence
    shown = Text()
    at = first
    for start, end, name in evidence.marks(first, last):
        shown.append(clean(evidence.text[at:start]))
        shown.append(f"[{clean(evidence.text[start:end])}: {name}]", STYLES.get(name, "underline"))
        at = end
    return shown.append(clean(evidence.text[at:last]))
