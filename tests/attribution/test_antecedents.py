"""Whom a mention means: pronouns, last names, acronyms, "the agency", in articles of two or three sentences."""

from __future__ import annotations

import pytest
from asking import asked, rows

# article | source | source as written | why
CASES = """
# short names
Mayor Elena Lund opened the hall. Lund said [40] people came. | Elena Lund | Lund | last name
Mayor Elena Lund opened the hall. Ms. Lund said [40] people came. | Elena Lund | Ms. Lund | title and last name
Elena Lund and her brother Karl Lund spoke. Lund said [40] people came. | Lund | Lund | two of that name: no guess
The camp was opened by Ramzy Haddad. Haddad said [40] tents burned. | Ramzy Haddad | Haddad | a name from elsewhere
The World Health Organization (WHO) met. The WHO said [40] fell ill. | World Health Organization | The WHO | acronym in parentheses
The Libyan Red Crescent sent boats. The Red Crescent said [40] drowned. | Libyan Red Crescent | The Red Crescent | end of a longer name
"Home at last," Ilves said. Toomas Ilves had been away. He said [40] others were. | Toomas Ilves | He | one word that speaks makes it a person

Readers of the Harbour Herald wrote in. The Harbour Herald said [40] boats sank. | Harbour Herald | The Harbour Herald | its readers are not the paper

# pronouns
Elena Lund runs the clinic. She said [40] patients were left. | Elena Lund | She | she
Karl Rask runs the clinic. He said [40] patients were left. | Karl Rask | He | he
Karl Rask met Elena Lund. She said [40] patients were left. | Elena Lund | She | gender picks one
Elena Lund met Karl Rask. She said [40] patients were left. | Elena Lund | She | not the nearer one
Elena Lund said it rained. Karl Rask agreed. She said [40] boats sank. | Elena Lund | She | the last speaker of that gender
A police spokesman described the raid. He said [40] men were held. | A police spokesman | He | nobody is named
The police spokeswoman spoke first. He said [40] men were held. | He | He | nobody fits
Rescuers said it was hard. They said [40] miners were alive. | Rescuers | They | several
The ministry said it was hard. It said [40] miners were alive. | ministry | It | a body
Elena Lund said it was hard. It said [40] miners were alive. | It | It | a person is no "it"
The campaign said it was hard. He said [40] voters came. | He | He | a body is no "he"
Karl Rask closed the yard. Peter Ilves mocked the plan, which he said cost [40] jobs. | Peter Ilves | he | the subject of its own sentence
Elena Lund spoke. "Karl lost it all that night," she said of Karl Rask. "He lost [40] boats in an hour." | Elena Lund | she | not who is spoken of
Karl Rask met Elena Lund, who said [40] boats sank. | Elena Lund | Elena Lund | a relative pronoun
The bank spoke of hard times. The council raised its estimate by [40] boats. | council | its | a possessive: the sentence's subject
Karl Rask met Peter Ilves. Ilves kept his pledge to hire [40] men. | Peter Ilves | his | and a person's
The yard, which said it would hire [40] men, closed. | yard | The yard | "which" said it

# bodies by a word for them
AFAD, the disaster agency, said it was cold. The agency said [40] died. | AFAD | The agency | named with that role
The Superior Electoral Court met. The court said [40] votes were lost. | Superior Electoral Court | The court | the last word of its name
The UN refugee agency said it was dry. The agency said [40] left. | UN refugee agency | The agency | the phrase with that noun
Hong Kong police said it was calm. The police said [40] were held. | Hong Kong police | The police | and a name in it
The mayor, Elena Lund, said it was dry. The mayor said [40] left. | Elena Lund | The mayor | a person by the role
Derna Police Chief Karl Rask said it was late. The chief said [40] left. | Karl Rask | The chief | or by the title
Sheriff Karl Rask said it was late. Sheriff Peter Ilves said it was dark. The sheriff said [40] left. | sheriff | The sheriff | two of them: no guess
A ministry and a council argued. The agency said [40] died. | agency | The agency | none is named
"""

# "nobody is named": the noun phrase stands for itself, with its article taken off
ARTICLES = ("A ", "The ")


@pytest.mark.parametrize(("article", "source", "written", "why"), rows(CASES))
def test_whom_a_mention_means(article: str, source: str, written: str, why: str) -> None:
    found = asked(article)[0]
    expected = next((source.removeprefix(a) for a in ARTICLES if source.startswith(a)), source)
    assert (found.source, found.source_text) == (expected, written), why


# sentence | source | role | why
ROLES = """
Elena Lund, the mayor of Derna, said [40] boats sank. | Elena Lund | mayor of Derna | apposition behind the name
The mayor of Derna, Elena Lund, said [40] boats sank. | Elena Lund | The mayor of Derna | apposition in front of it
Mayor Elena Lund said [40] boats sank. | Elena Lund | Mayor | title
Carroll County Sheriff Tobe Ilves said [40] boats sank. | Tobe Ilves | Carroll County Sheriff | a title that a place begins
CDC Director Tom Haddad said [40] boats sank. | Tom Haddad | CDC Director | or a body
Secretary of State Elena Lund said [40] boats sank. | Elena Lund | Secretary of State | title of three words
"It is hard," said Elena Lund, the mayor of Derna. "We have lost [40] boats to it." | Elena Lund | mayor of Derna | behind an inverted verb
Some [40] boats sank, said the harbour's spokeswoman, Elena Lund. | Elena Lund | harbour's spokeswoman | the name behind it
Some [40] boats sank, said Elena Lund, a harbour official. | Elena Lund | harbour official | with "a"
The aid chief Elena Lund said [40] boats sank. | Elena Lund | aid chief | a noun side by side with the name
Elena Lund, the harbour's spokeswoman said [40] boats sank. | Elena Lund | harbour's spokeswoman | the second comma is missing
Elena Lund, who owns a boat, said [40] boats sank. | Elena Lund | - | a relative clause is no role
Elena Lund, 52, said [40] boats sank. | Elena Lund | - | nor is an age
"""


@pytest.mark.parametrize(("sentence", "source", "role", "why"), rows(ROLES))
def test_the_role_beside_the_name(sentence: str, source: str, role: str, why: str) -> None:
    found = asked(sentence)[0]
    assert (found.source, found.role or "-") == (source, role.removeprefix("The ")), why


# sentence | via | why
PASSED_ON = """
The Northern Herald reported [40] deaths, citing the ministry. | Northern Herald | cited by a paper
Police said [40] people had died, Reuters reports. | Reuters | told by an agency
According to Reuters, police say [40] people died. | Reuters | in front of it
The ministry reported [40] deaths. | None | nobody in between
"""


@pytest.mark.parametrize(("sentence", "via", "why"), rows(PASSED_ON))
def test_who_passed_it_on(sentence: str, via: str, why: str) -> None:
    assert str(asked(sentence)[0].via) == via, why
