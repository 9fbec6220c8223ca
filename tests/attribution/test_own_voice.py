"""Figures that the writer gives in an own voice, beside a word that reports something else."""

from __future__ import annotations

import pytest
from asking import asked, rows

# sentence | why
CASES = """
Fire destroyed [40] houses. | nobody is cited
The ministry counts among the largest and has [4,000] staff. | a reporting word in another sense
The army added [160] guards along the route. | adding as an act
He has posted more than [5,000] times since June. | posting as an act
Firms continue to invest [$4] billion each year. | "continue to" is no report
Rescuers continued the search for [40] miners. | nor is continuing something
The man accused of buying [two] guns was held. | a participle that describes
The court put [40] men into prison. | put, but not "at"
"It goes according to age groups," said Nora Falk, who lives [25] miles away. | words in a quotation report nothing outside
Some 40 guards came, said the mayor, [12] of them armed. | behind a speaker who closes the clause
Four shops, the mayor's among them, reported losses in [40] towns. | losses are no speaker
The ministry agreed to [40] changes. | a verb that needs "that"
The voters called themselves the [40] brave. | what they call themselves
He put [$100] million into the fund. | put, but not "at"
The percentage points moved from 3 to [4] percent. | a noun that looks like a verb
He won a record [40] seats. | record as an adjective
The team has record support of [40] percent. | a noun behind "has"
"We are going to win," she told a crowd of [1,300] here. | the audience of a quotation
"It was bad," Mr Hall said in front of about [1,000] students. | where a quotation was said
"I am glad," Hall said, looking at [dozens] of neighbours. | what the speaker did meanwhile
The police say he fled. He's charged with [two] thefts. | a contraction of "is"
It earned [$40] million, with the film, two circus tribute shows, and a book. | shows in the plural are no verb
The ad does not mention Lang, whose party spent [$40] million. | what is not mentioned
The ad doesn't mention [40] deaths. | a negation that is a part of the verb
The [40] percent figure came from high costs. | costs are no source
The army sought the road's closure, and it has [40] trucks there. | a clause of its own behind what is wanted
Experts had predicted that losses would go on; instead, sales rose by [4] percent. | the writer turns against it
Lang described a long case — and the court gave her [$40] million. | the writer goes on behind a dash
Lang saw her son in nearly [two] years of searching and is glad. | seeing is no report
As I mentioned above, [40] people came. | the writer
You could say [40] people came. | the reader
Polls show a close race in the state, which has [18] seats. | the writer's aside
The price was 17 percent, according to the firm, more than the [16] percent of last year. | the writer goes on behind "according to"
Polls show a close race in the north, where [18] seats are open. | the same with "where"
It is worth noting that [40] boats are old. | everybody's thought
Falk was backed by 42 percent of those responding, while Lang had [38] percent. | who responds reports nothing
The firm shut [40] mines, citing high costs. | costs say nothing
The leader spoke of the state's alleged [70] arrests. | whose they are is not who says so
Iowa (93 percent, according to exit polls) and Ohio ([79] percent) top the list. | another pair of parentheses
"""


@pytest.mark.parametrize(("sentence", "why"), rows(CASES))
def test_the_writer_speaks(sentence: str, why: str) -> None:
    found = asked(sentence)[0]
    assert (found.source, found.kind) == (None, "none"), why
