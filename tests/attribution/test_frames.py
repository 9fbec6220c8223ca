"""How a sentence says whose figure it is: a case for each frame, the number asked about in square brackets."""

from __future__ import annotations

import pytest
from asking import asked, rows

# sentence | source (- = the writer's own voice) | kind | cue | why
CASES = """
# a verb behind its subject
The ministry said [40] people had died. | ministry | indirect | said | plain
The ministry said that at least [40] people had died. | ministry | indirect | said | with "that"
Police have said [40] people were arrested. | Police | indirect | said | auxiliary before the verb
The agency later added that [12] tents had burned. | agency | indirect | added | adverb before the verb
Rescuers told reporters that [9] miners were alive. | Rescuers | indirect | told | the person addressed is passed over
The mayor told residents on Friday that [300] homes had power. | mayor | indirect | told | and the day too
Officials said in a statement on Monday that [60] schools were shut. | Officials | indirect | said | where and when are passed over
The hospital confirmed [14] deaths. | hospital | indirect | confirmed | a noun phrase as content
The bank expects growth of [3] percent. | bank | indirect | expects | expectation
The union claimed [2,000] workers had joined. | union | indirect | claimed | claim
The company denied that [80] workers were dismissed. | company | indirect | denied | denial
The insurer put the damage at [$5 million]. | insurer | indirect | put | put … at
The pilot called for [two] more helicopters. | pilot | indirect | called | call with "for"
The charity appealed for [$5 million]. | charity | indirect | appealed | appeal with "for"
Aid agencies launched an appeal for [$90 million]. | Aid agencies | indirect | launched | a verb with its noun
The ministry agreed that [40] men would leave. | ministry | indirect | agreed | a verb that needs "that"
The critic called it "a night of [40] failures" in a letter. | critic | direct | called | quoted words are what it is called

# a verb behind what it reports
At least [40] people have died, the ministry said. | ministry | indirect | said | at the end
At least [40] people have died, the ministry said on Tuesday. | ministry | indirect | said | and the day
Nearly [40] trucks crossed the border, said Omar Haddad. | Omar Haddad | indirect | said | turned around
Nearly [40] trucks crossed the border, reports the Northern Herald. | Northern Herald | indirect | reports | turned around, the verb a noun too
Rain closed [40] roads, notes the ministry. | ministry | indirect | notes | the same with a common noun
He took the [$13] toll from drivers, who pay less, say police. | police | indirect | say | turned around behind a relative clause
Some [40] trucks, owned by the army, burned, said Omar Haddad. | Omar Haddad | indirect | said | and behind an aside
The blast hurt [12] workers, most of them migrants, said the union. | union | indirect | said | and behind an apposition
The shop sells wool, notes and [40] pens. | - | none | - | notes are goods here
Nearly [40] trucks, the driver said, crossed the border. | driver | indirect | said | inserted behind the figure
The convoy, the driver said, had [40] trucks. | driver | indirect | said | inserted before the figure
Some [700] families have fled, records show. | records | indirect | show | a document closes the sentence
Prices rose by [4] percent, a review of the invoices shows. | review of the invoices | indirect | shows | a document with "of"
Wages fell by [4] percent, the Northern Herald reports. | Northern Herald | indirect | reports | a paper closes the sentence

# according to, citing
According to the ministry, [40] people have died. | ministry | according_to | According to | in front
At least [40] people have died, according to the ministry. | ministry | according_to | according to | behind
At least [40] people, according to the ministry, have died. | ministry | according_to | according to | amid
Turnout was [61] percent, according to figures compiled by the electoral court. | figures compiled by the electoral court | according_to | according to | participle inside the phrase
As reported by Northern Herald, [17] boats sank. | Northern Herald | according_to | As reported by | longer phrase
Reuters reported [40] deaths, citing the health ministry. | health ministry | indirect | citing | the cited one goes before who cites
Spending grew [4] percent, per the Treasury. | Treasury | according_to | per | behind a comma

# polls and other documents
A poll found that [52] percent support the plan. | poll | indirect | found | poll
The Ridgeway poll shows Lang ahead by [4] points. | Ridgeway poll | indirect | shows | a name before the poll
The poll shows him at [44] percent. | poll | indirect | shows | pronoun behind the verb
An average of recent polls shows Lang leading by [4] points. | average of recent polls | indirect | shows | the head stands before "of"
Exit polling shows she won [83] percent of the young. | Exit polling | indirect | shows | polling as a noun
A poll this month found Lang ahead by [4] points. | poll | indirect | found | when it was taken is passed over
A poll released Saturday found that [28] percent were undecided. | poll | indirect | found | and that it was released
In a Ridgeway poll, [28] percent were undecided. | Ridgeway poll | according_to | In | "in" and no verb
Lang leads by [28] points in the Ridgeway poll. | Ridgeway poll | according_to | in | the same at the end
By the news agency's tally, he has [739] votes. | news agency | according_to | By | by a tally: whose it is
By Lang's own admission, [40] letters were lost. | Lang | according_to | By | by an admission
The poll has Lang at [28] percent. | poll | indirect | has | has
A Ridgeway survey released Friday had him at [4] percent. | Ridgeway survey | indirect | had | described in between
The average of three polls taken in June has Lang leading by [20] points. | average of three polls | indirect | has | its head far in front
A Ridgeway poll, taken with the Herald (H), shows Lang with [47] percent. | Ridgeway poll | indirect | shows | behind what describes the poll
In his filings, Lang reports investments worth [$2] million. | Lang | indirect | reports | a verb that is a noun too, behind a name
According to a 52-page complaint filed by the court, [40] firms were looted. | 52-page complaint filed by the court | according_to | According to | a number with a hyphen inside the phrase
Lang leads by [57] percent in the 50-town poll. | 50-town poll | according_to | in | the same behind "in"
A report being printed on Tuesday by a group of nurses shows [40] wards closed. | report | indirect | shows | and a passive
A video by the party references [four] trials. | video by the party | indirect | references | references
Polls have Lang at [28] percent. | Polls | indirect | have | the same in the plural
In a report, [40] firms are named. | report | according_to | In | a report in front
A New Times report that [40] firms closed was wrong. | New Times | indirect | report | a name and a noun that reports
Leaked slides show that [eight] of 10 firms closed. | Leaked slides | indirect | show | anything shows "that"
In a survey of farmers, [31] percent of owners said they would sell. | survey of farmers | according_to | In | those asked are not the source
Data from the Harbour Office show [41] ships left. | Data from the Harbour Office | indirect | show | plural in front of "from"

# nouns that report
The bank's estimate of [40] percent was too high. | bank | indirect | estimate | possessive and noun
Lang's claim that [90] percent had left was wrong. | Lang | indirect | claim | with "that"
Lang's remark about [47] percent of the people was a mistake. | Lang | indirect | remark | with "about"
On Tuesday the bank raised its harbour growth forecast by [0.3] points. | bank | indirect | forecast | a name between owner and noun
Few spend more than the alliance's recommended [2] percent. | alliance | indirect | recommended | a participle between owner and number
The [90] percent figure came from the Lang campaign. | Lang campaign | indirect | came from | where a figure comes from
Lang's "[47] percent" remark was a mistake. | Lang | direct | remark | a number between owner and noun
Lang's view is that [85] percent should go. | Lang | indirect | view | "is that"
It topped the bank's early [$80 million] estimate. | bank | indirect | estimate | and an adjective
Germany's pledge to send [7,000] soldiers was welcomed. | Germany | indirect | pledge | with "to"

# labels
Weather: Storm kills [40] on the coast. | - | none | - | the rubric of a paper
As the Northern Herald reports, [40] people died. | Northern Herald | indirect | reports | "as" and no more
Ministry: [40] people died in the blast. | Ministry | indirect | : | a word for a body
Police: [40] people were hurt. | Police | indirect | : | a usual label
HALL: We lost [40] of our people. | HALL | indirect | : | a transcript
Lang: [547]. | - | none | - | a value and no sentence

# passives
About [40] people are believed to have died. | - | passive | believed | nobody named
The death toll was put at [40] by the ministry. | ministry | passive | put | by whom

# what somebody says of it, in a relative clause
Profit was well above the [$1.11] that analysts expected. | analysts | indirect | expected | behind its number
That is a part of the [$20 million] experts say it costs. | experts | indirect | say | without a pronoun
The union said it lost the [300] jobs that Lang promised. | Lang | indirect | promised | nearer than who reports it all
The law covers [12] men who prosecutors say left. | prosecutors | indirect | say | with "who"
At [86] she still says that it is fair. | - | none | - | a bare number is no noun
The council of [9] reports that police say he left. | - | none | - | "that" opens what is reported
He got the [$2 million] he thought he had won. | - | none | - | thinking is no report here

# purposes
Lang held a briefing to brag that [40] percent of the jobs were new. | Lang | indirect | brag | what the briefing was for
The fire prompted the bank to say that [40] branches would close. | bank | indirect | say | whom it prompted
Lang had no right to say that [40] plants closed. | - | none | - | nothing was said
Many people have heard by now that [20] boats sank. | Many people | indirect | heard | a time before "that"

# subjects that are shared, or stand before a clause
The envoy warned of famine and said [40] children had died. | envoy | indirect | said | "and" shares the subject
The envoy arrived late, and on Monday said [40] children had died. | envoy | indirect | said | a day in between
The envoy spoke in Geneva, adding that [40] children had died. | envoy | indirect | adding | -ing behind a comma
While his rivals want free trade, Mr Lang drew crowds by promising [35] percent tariffs. | Lang | indirect | promising | the nearer subject
Doctors who reached the town say [40] patients are left. | Doctors | indirect | say | relative clause inside the subject
The doctors I met said [40] patients were left. | doctors | indirect | said | relative clause without a pronoun
It was a lecture from the president, who said [six] million jobs depend on trade. | president | indirect | said | who can speak
"""


@pytest.mark.parametrize(("sentence", "source", "kind", "cue", "why"), rows(CASES))
def test_who_is_cited(sentence: str, source: str, kind: str, cue: str, why: str) -> None:
    found, text = asked(sentence)
    said_by = found.cue.of(text) if found.cue else "-"
    assert (found.source or "-", found.kind, said_by) == (source, kind, cue), why


# sentence | source | why
OUTER = """
The ministry said the army believed [40] were dead. | ministry | the report that the article itself makes
The army said [40] died, but the ministry said [none] did. | army | each its own half
Lang said [40] had died; the ministry said nobody had. | Lang | a semicolon and a new speaker
While one bank lists his wealth at $6 billion, another paper says it is [$4] billion. | another paper | the second clause has its own speaker
Earlier studies suggested little - a report by the institute estimated [46,000] accounts. | report by the institute | behind a dash
The firm moved to sell [40] ships, the Northern Herald reported. | Northern Herald | the last word holds it all
The centre says the plan would cost more at first, but would add [$84] million later. | centre | "but" and a verb is still what was said
According to the ministry, the army said [40] fled. | ministry | in front of who speaks
According to the Northern Herald, the army said [40] fled. | army | a paper only passes on what is said
The army said [40] fled, the Northern Herald reports. | army | and behind it
The Northern Herald wrote that the army said [40] fled. | Northern Herald | but not what it writes itself
The army said [40] fled, Harbour Online reports. | army | a name that is no known person's
A study finds that [40] percent agree, reports Harbour Today. | study | a study is told by a paper, too
According to court papers, the firm lost [$40] million, the Northern Herald reports. | court papers | a paper passes on papers
According to Lang, [40] fled, the Northern Herald reports. | Lang | and what a person says
The files were lost, and according to the court, the firm spent [$40] on it. | court | behind "and"
The Northern Herald reports that prices rose by [40] percent. | Northern Herald | nor where nobody else speaks
As reported by the Northern Herald, police found [200] letters. | Northern Herald | the same with "as reported by"
Polls show a close race, with [56] percent for Lang, according to the Herald poll. | Herald poll | who stands behind the figure knows it
The police said they would not show [two] films of it, according to the family's lawyers. | family's lawyers | and of who speaks
The union said one firm lost [40] jobs; a second lost 12, according to tax records. | union | but not over a semicolon
The researchers reported that one firm owes $9 million; a second owes [$3] million. | researchers | a list parted by semicolons
"""


@pytest.mark.parametrize(("sentence", "source", "why"), rows(OUTER))
def test_of_several_reports_the_one_that_reaches_the_figure(sentence: str, source: str, why: str) -> None:
    assert asked(sentence)[0].source == source, why
