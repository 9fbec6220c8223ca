"""Whose words a quotation is, over sentences and paragraphs, with every style of marks. ¶ stands for a new paragraph."""

from __future__ import annotations

import pytest
from asking import asked, rows

# article | source (- = the writer's own voice) | why
CASES = """
# one sentence
"We buried [40] of our neighbours that day," said Elena Lund. | Elena Lund | speaker behind
"We buried [40] of our neighbours that day," Elena Lund said. | Elena Lund | speaker behind, not turned around
Elena Lund said: "We buried [40] of our neighbours that day." | Elena Lund | colon in front
Elena Lund has since apologised for what happened: "We should have sent [40] boats, and we did not." | Elena Lund | a colon, and no verb of saying
Elena Lund said, "We buried [40] of our neighbours that day." | Elena Lund | comma in front
"How could we bury [40] of our neighbours?" asked Elena Lund. | Elena Lund | a question mark ends the sentence
"How could we bury [40] of our neighbours?" Elena Lund asked. | Elena Lund | and the speaker stands before the verb
Karl Rask spoke. "We buried [40] of our neighbours." Elena Lund said it rained. | Elena Lund | the next sentence names a speaker
"Forty of them," Elena Lund said, "and [12] of them were small children." | Elena Lund | the speaker in the middle
According to Elena Lund, "we buried [40] of our neighbours that day." | Elena Lund | according to

# styles of marks
“We buried [40] of our neighbours that day,” said Elena Lund. | Elena Lund | curly
''We buried [40] of our neighbours that day,'' said Elena Lund. | Elena Lund | two apostrophes
``We buried [40] of our neighbours that day,'' said Elena Lund. | Elena Lund | TeX
‘We buried [40] of our neighbours that day,’ said Elena Lund. | Elena Lund | single, British
«We buried [40] of our neighbours that day,» said Elena Lund. | Elena Lund | angled
Elena Lund points out some other figures: ¶ The price is [40] dollars, and rising. | Elena Lund | a colon, and no marks at all
Elena Lund made her case: ¶ “We buried [40] of our neighbours that day.“ | Elena Lund | closed with the wrong mark
"We buried [40] of our neighbours that day,” said Elena Lund. | Elena Lund | opened straight, closed curly
"The mayor said “we lost it all,” and [40] houses with it," said Elena Lund. | Elena Lund | curly within straight

# several sentences and paragraphs
"It was a long night," said Elena Lund. "We buried [40] of our neighbours." | Elena Lund | a second quotation goes on
"It was a long night. We buried [40] of our neighbours," said Elena Lund. | Elena Lund | two sentences in one quotation
"It was long," said Elena Lund. The rain fell. "We buried [40] of our neighbours." | Elena Lund | a sentence in between
"It was a long night," said Elena Lund. ¶ "We buried [40] of our neighbours." | Elena Lund | the next paragraph
"It was a long night," said Elena Lund. "It rained. ¶ "We buried [40] of our neighbours." | Elena Lund | left open on purpose
Elena Lund remembered the night: ¶ "We buried [40] of our neighbours." | Elena Lund | a block quotation behind a colon
Elena Lund spoke first. "We buried [40] of our neighbours that day," she said. | Elena Lund | a pronoun speaks
"It was a long night," said Elena Lund. ¶ Karl Rask said it rained. "We lost [40] of our fishing boats." | Karl Rask | the nearer speaker
"It was a long night," said Elena Lund. ¶ The town has [40] boats. | - | the quotation has ended
The Herald reports: ¶ At least [40] letters were changed. | Herald | a block without marks behind a colon
The Herald reports: ¶ At least [40] letters were changed, Karl Rask said. | Karl Rask | in which somebody speaks
Boats leak - Elena Lund: "We buried [40] of our neighbours that day." | Elena Lund | a name between a dash and a colon

# quoted words
The so-called "[40] club" met on Monday. | - | a quoted name
The mayor called it a "[two]-minute speech" on Monday. | mayor | the report reaches over the quoted words
The road is "[40] miles" long. | - | a quoted measure
"""


@pytest.mark.parametrize(("article", "source", "why"), rows(CASES))
def test_whose_words(article: str, source: str, why: str) -> None:
    found = asked(article.replace(" ¶ ", "\n\n"))[0]
    assert (found.source or "-") == source, why


@pytest.mark.parametrize(
    ("article", "kind"),
    [
        ('"We buried [40] of our neighbours that day," said Elena Lund.', "direct"),
        ("Elena Lund said they buried [40] neighbours that day.", "indirect"),
        ('Elena Lund called it "a night of [40] burials" in a letter.', "direct"),
    ],
)
def test_inside_quotation_marks_is_direct(article: str, kind: str) -> None:
    assert asked(article)[0].kind == kind
