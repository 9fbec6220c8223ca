"""Where the words for a source begin and end; the number asked about stands in square brackets."""

from __future__ import annotations

import pytest
from asking import asked, rows

# sentence | the source as written | why
CASES = """
# several sources
Aides and lawmakers said [40] bills were lost. | Aides and lawmakers | two nouns that can speak
The town and Lund said [40] boats were lost. | Lund | a town is no second speaker
Forbes and the Post say [40] firms closed. | Forbes and the Post | two names
Some [40] firms closed, said Karl Rask and Elena Lund. | Karl Rask and Elena Lund | behind the verb
Some [40] firms closed, said Karl Rask and left. | Karl Rask | "and" begins another verb
Barnes & Cole said [40] shops closed. | Barnes & Cole | an ampersand

# what describes the source
Officials at the ministry said [40] died. | Officials at the ministry | at
People familiar with the talks said [40] left. | People familiar with the talks | an adjective
The committee that met in Derna said [40] left. | The committee | a clause stands behind
Exit polls taken in Derna found that [40] percent stayed. | Exit polls taken in Derna | a participle
Figures compiled by the ministry show [40] died. | Figures compiled by the ministry | compiled by
The owner of nearly 40 boats said [nine] were lost. | The owner of nearly 40 boats | a number inside
The union representing miners said [40] died. | The union representing miners | -ing
A study from 2011 found that [40] percent left. | A study from 2011 | a year
Some [40] people left, Harbour Today reports. | Harbour Today | "today" in a name
Noting Falk showed no remorse, Judge Sam Hall gave him [40] days, the court said. | the court | an -ing that opens the sentence is no name
The Morning Star reported [40] deaths. | The Morning Star | a time of day in a name
The 19-year-old woman said [40] left. | The 19-year-old woman | an age with hyphens
A 60-page report said [40] left. | A 60-page report | and another number
The report's authors said [40] left. | The report's authors | a possessive
The $20 million fund said [40] firms applied. | fund | money before a noun does not belong

# what does not belong to it
The court on Thursday said [40] votes were lost. | The court | a day
The agency late last month said [40] tents burned. | The agency | a time of three words
A poll released in June found that [40] percent stayed. | A poll | released in
Aides in a statement said [40] left. | Aides | where it was said
In Derna, officials said [40] left. | officials | a place in front
On Monday the ministry said [40] left. | the ministry | a day in front
What Hall called "a night of [40] burials" is over. | Hall | what
Nine in 10 owners say they lost [40] boats. | - | those who were asked

# appositions
Karl Rask, head of Northern Ferries, a shipping firm, said [40] boats sank. | Karl Rask | two of them
Karl Rask, who owns [40] boats, said it rained. | - | the figure is inside the clause
The ministry — the largest of all — said [40] died. | The ministry | dashes
Northern Ferries (which owns most ports) said [40] boats sank. | Northern Ferries | brackets
In Derna, Karl Rask said [40] boats sank. | Karl Rask | a place is no role
"""


@pytest.mark.parametrize(("sentence", "written", "why"), rows(CASES))
def test_the_words_for_a_source(sentence: str, written: str, why: str) -> None:
    assert (asked(sentence)[0].source_text or "-") == written, why
