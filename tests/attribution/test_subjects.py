"""Whose verb it is when much stands between the two, and how far a report reaches: the number asked about in brackets."""

from __future__ import annotations

import pytest
from asking import asked, rows

# sentence | source (- = the writer's own voice) | rule | why
CASES = """
# far from its verb
Paul Porter, a driver from Derna, who is a member of the union, said he had worked [40] hours. | Paul Porter | subject-verb | two descriptions
Sen. Nora Falk (D-Calif.), chair of the water panel, said the dam cost [$40] million. | Nora Falk | long-subject | a party in parentheses
A poll taken by the harbour union, paid for by its members, shows [40] percent are content. | poll taken by the harbour union | long-subject | two participles
Results of surveys made for the bank and the paper show [40] percent lost work. | Results of surveys | long-subject | the head is far to the left
Research conducted for the Harbour Trust showed that [40] boats leaked. | Research | long-subject | a participle with "for"
Advisers who have run the numbers argue that [90] votes are safe. | Advisers | subject-verb | an irregular participle in the relative clause
All the surgeons I met said [40] beds were free. | surgeons | subject-verb | a relative clause without a pronoun
When Lund a month later announced [6,000] new jobs, few believed it. | Lund | long-subject | a time between the two
Cement makers, for instance, argue that imports grew to [40] percent. | Cement makers | subject-verb | no word for a source, but it argues that …
The tale also noted that [12] of the boats were old. | tale | subject-verb | whatever notes that … is the source
The prosecutor, meanwhile, hopes that [40] witnesses will come. | prosecutor | subject-verb | an adverb between commas
Nora Falk, a harbour consultant, notes that [20] percent is enough. | Nora Falk | subject-verb | a verb in -s behind an aside
An average of polls taken over the past two weeks shows Falk at [47] percent. | average of polls | long-subject | the head is singular
A review of newly filed harbour reports shows [40] leaks. | review | long-subject | the same behind a participle
They've suggested that [40] boats leaked. | They | subject-verb | a contraction
Researchers used court records to track [16,000] men. | - | own-voice | "records" is no verb here
The fall was against the will of the voters in [40] towns, Falk said. | Falk | subject-verb | voters are nobody's title

Early results of polls conducted by Harbour Research for the Harbour Bank and radio stations show [40] percent left. | Early results of polls conducted by Harbour Research for the Harbour Bank | long-subject | and behind "and"
Sam Hall, a driver from Ava, Mo., who is a member of the union, said he had [eight] days off. | Sam Hall | long-subject | a town and its state
A report released in June by the Academies of Science, Engineering and Medicine noted that [70] percent agree. | report | long-subject | a name that holds a comma
Now a spokesman for the team investigating the fire says guards left [17] times. | spokesman for the team | long-subject | behind an adverb
The figures released late yesterday show that [535] people fled. | figures | subject-verb | when they were released is no subject
Yet a Harbour poll from October showed [56] percent in favour. | Harbour poll | subject-verb | nor is when it was taken

Sam Hall, who's called for [20,000] guards, left. | Sam Hall | relative-subject | a contraction of "has"
Sam Hall, who predicted about [one-third] of the vote will come, left. | Sam Hall | relative-subject | "about" and a fraction

The envoy said 275,000 people were trapped in the east, where an estimated [35] doctors were left. | envoy | subject-verb | a report of numbers goes on with "where"

# shares of those asked
Nine in [10] registered voters say they are content. | - | own-voice | those asked are not the source
More than half of the [40] voters said they would stay. | - | own-voice | the same with half
Thirty-one percent say they lost [40] days. | - | own-voice | a number in words

# verbs that say, and verbs that act
The ministry agreed to pay [$40] million. | ministry | subject-verb | what somebody will do
The judge ordered the ministry to release [40] letters. | judge | subject-verb | an order
The council voted to hire [40] guards. | council | subject-verb | a vote
Prosecutors charged [two] men with theft. | Prosecutors | subject-verb | a charge
The paper published [40] letters. | paper | subject-verb | what it published
The union claimed [41] percent of the vote. | - | own-voice | won, not said
The firm is recalling [40] toys. | - | own-voice | no memory
Fighters declared war on [40] towns. | - | own-voice | a declaration of war is no report
The singer is known for [12] songs. | - | own-voice | known for, not known to
The lake is known to hold [12] kinds of fish. | - | passive | known to
The mayor told [2,200] people at the hall to go home. | - | own-voice | those who listened are no content
A man claiming allegiance to the group wounded [49] people. | - | own-voice | the verb describes the man
The poll has a margin of error of [4] points. | - | own-voice | has is no report here
The count gives her [1,280] votes. | count | subject-verb | but a count gives

# how far it reaches
The ministry argued the pipeline, which many support, would bring [40] jobs. | ministry | subject-verb | behind the writer's aside what was said goes on
The ministry said the dam is old, even more so than the [40] others, but it holds. | ministry | subject-verb | "even more" is still what was said
The farmers lost 12 goats, records show, and the herders lost [40]. | records | subject-verb | inserted
During that time, harbour records show, the boat sailed [216] hours. | harbour records | subject-verb | inserted behind a lead
A guard who said he saw smoke, left [40] men behind. | - | own-voice | a restrictive clause ends at its comma
The army said 12 died and [40] fled, the ministry reports. | ministry | subject-verb | the last word holds it all
Early polls say little: a survey this month found Falk at [38] percent. | survey | subject-verb | a colon begins a new report
The bank's call for a vote draws [4,000] people to the square. | - | own-voice | a call ends with its phrase
"How can you owe so much money to them?" the mayor told a crowd of [500]. | - | own-voice | those who listened, again
"""


@pytest.mark.parametrize(("sentence", "source", "rule", "why"), rows(CASES))
def test_whose_report_it_is(sentence: str, source: str, rule: str, why: str) -> None:
    found = asked(sentence)[0]
    assert (found.source or "-", found.rule) == (source, rule), why


# sentence | source | cue | why
NOUNS = """
Falk's claims that [40] boats sank were wrong. | Falk | claims | a noun in the plural
The paper checked Falk's claim that [40] boats sank. | Falk | claim | hers, not the check's
Mrs. Falk's plan would cap the tax at [28] percent. | Falk | plan | a plan would do something
The bank raised its forecast by [0.1] points. | bank | forecast | a possessive pronoun
Derna's pledge last month to add [7,000] guards was welcomed. | Derna | pledge | a time behind the noun
In the previous Northern Herald poll, taken in May, Falk led by [5] points. | previous Northern Herald poll | In | an earlier poll with a name
He leads in Northern Herald surveys by [9] points. | Northern Herald surveys | in | several with a name
The club was paid $20; the other was paid [$35]; a third was paid $12, according to tax records. | tax records | according to | a list parted by semicolons
The mayor will spend [$2 million] a year, according to an aide. | aide | according to | who closes the sentence knows it
He held footage of Nora Falk asking, "Why are there [40] boats?" | Nora Falk | asking | a quotation behind the name
"""


@pytest.mark.parametrize(("sentence", "source", "cue", "why"), rows(NOUNS))
def test_reports_without_a_verb(sentence: str, source: str, cue: str, why: str) -> None:
    found, text = asked(sentence)
    assert (found.source, found.cue and found.cue.of(text)) == (source, cue), why
