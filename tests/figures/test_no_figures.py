"""What only looks like a figure of a claim, by its class, and what looks like that and is a figure all the same."""

from __future__ import annotations

import pytest

from claimtrack.figures import find_figures

# sentence | the excluded numbers in it, by their words | class
EXCLUDED = [
    # points in time (their patterns are the language room's; here only that they reach the figure)
    ("It began in 2015.", ["2015"], "year"),
    ("It began on March 4.", ["4"], "date"),
    ("It began at 9.30pm.", ["9.30"], "clock"),
    ("It began three days ago.", ["three"], "ago"),
    ("Music of the 1990s.", ["1990"], "decade"),
    # ages
    ("A 45-year-old driver.", ["45"], "age"),
    ("A girl 3 months of age.", ["3"], "age"),
    ("Ahmed, 45, fled.", ["45"], "age"),
    ("Sheikh al-Thani, 61, spoke.", ["61"], "age"),
    ("A woman, 32, was hurt.", ["32"], "age"),
    ("A boy aged 7 was hurt.", ["7"], "age"),
    ("Children aged 5 to 12 may enter.", ["5 to 12"], "age"),
    ("Those between the ages of 17 and 20 vote.", ["17", "20"], "age"),
    ("Children under five are at risk.", ["five"], "age"),
    ("Women over the age of 40 are at risk.", ["40"], "age"),
    ("Under-5 mortality fell.", ["5"], "age"),
    ("Over 60s travel free.", ["60"], "age"),
    ("The over-65s travel free.", ["65"], "age"),
    ("He is in his mid-20s.", ["20"], "age"),
    ("She turned 50 on Friday.", ["50"], "age"),
    ("The singer has died at 84.", ["84"], "age"),
    ("He was arrested at 19.", ["19"], "age"),
    ("He was 86.", ["86"], "age"),
    ("Davis, who was 91, left.", ["91"], "age"),
    ("She has climbed since she was 6.", ["6"], "age"),
    ("Ana Ruiz, now 71, is in jail.", ["71"], "age"),
    ("The former mayor, 75, is free.", ["75"], "age"),
    ("Ann Lee, 103, spoke.", ["103"], "age"),
    ("Two men, aged 12, 15 and 40, left.", ["12", "15", "40"], "age"),
    ("A boy of 15.", ["15"], "age"),
    ("He is a 30-something.", ["30"], "age"),
    ("Those 18 and older vote.", ["18"], "age"),
    ("When Lena was 10, they moved.", ["10"], "age"),
    ("I'm 75, he said.", ["75"], "age"),
    ("A 2015 campaign and his 2009 arrest.", ["2015", "2009"], "year"),
    ("Oslo's 2018 budget.", ["2018"], "year"),
    ("The class of '98 met.", ["98"], "year"),
    ("Profit fell in Q3 2019.", ["2019"], "year"),
    ("An hour and a half later.", ["An hour and a half"], "ago"),
    ("It doubled.", ["doubled"], "multiple"),
    # names
    ("They cite Article 5.", ["5"], "name"),
    ("They seek Flight 370 (the Flight 370 search).", ["370", "370"], "name"),
    ("A Boeing 737 and an F-16.", ["737", "16"], "name"),
    ("NBC 12 and a Cessna 120.", ["12", "120"], "name"),
    ("Type 2 diabetes spread.", ["2"], "name"),
    ("The Standard & Poor's 500 index fell.", ["500"], "name"),
    ("COVID-19 spread.", ["19"], "name"),
    ("Talks of the P5+1 began.", ["1"], "name"),
    ("He uses Windows 10 and iOS 9.", ["10", "9"], "name"),
    ("He is No. 10 and number 12.", ["10", "12"], "name"),
    ("In week 3 of the talks.", ["3"], "name"),
    ("On day 12 of the siege.", ["12"], "name"),
    ("They forced a Game 7 on Wednesday.", ["7"], "name"),
    ("In District 12 were found.", ["12"], "name"),
    ("The S&P 500 rose.", ["500"], "name"),
    ("He watched Channel 4 News.", ["4"], "name"),
    ("She reads The Secret Seven Club stories to them.", ["Seven"], "name"),
    ("He lives at 221 Baker Street.", ["221"], "address"),
    ("He drove a Porsche 911 and his Fiat 500.", ["911", "500"], "name"),
    ("A 747 landed.", ["747"], "name"),
    ("The Group of 77 met.", ["77"], "name"),
    ("He told 60 Minutes about it all at last.", ["60"], "name"),
    ("He was in the play 12 Angry Men at first.", ["12"], "name"),
    ("Sales of 3M fell.", ["3M"], "name"),
    ("The Group of Seven met in May.", ["Seven"], "name"),
    ("She won it at Mega Millions last week.", ["Millions"], "name"),
    ("In the years 1999 and 2005 it fell.", ["1999", "2005"], "year"),
    ("A ring of size 20.", ["20"], "name"),
    ("It meets ISO 9001.", ["9001"], "name"),
    ("Shots rang out in the 4200 block of Main Street.", ["4200"], "address"),
    # idioms
    ("A second-half goal.", ["half"], "idiom"),
    ("He made a 180-degree turn.", ["180"], "idiom"),
    ("He had a 9mm pistol.", ["9"], "idiom"),
    ("The shop is open 24/7.", ["24", "7"], "idiom"),
    ("They fight at sixes and sevens, on cloud nine.", ["nine"], "idiom"),
    ("It is a six-figure bill.", ["six"], "idiom"),
    ("It is zero tolerance.", ["zero"], "idiom"),
    ("They won in the second half.", ["half"], "idiom"),
    ("They took one 911 call.", ["911"], "idiom"),
    ("A 12-point plan.", ["12"], "idiom"),
    ("A 5G network.", ["5G"], "idiom"),
    # codes
    ("They called 911.", ["911"], "code"),
    ("They called 1-800-273-8255.", ["1", "800", "273", "8255"], "phone"),
    ("They called 0800 123 456.", ["0800", "123 456"], "phone"),
    ("They called (020) 7946 0958.", ["020", "7946", "0958"], "phone"),
    ("They called +44 20 7946 0958.", ["44", "20", "7946", "0958"], "phone"),
    ("She is younger than 18, so she waits.", ["18"], "age"),
    ("A girl below 18 may not marry.", ["18"], "age"),
    ("He turned pro at 15, long ago.", ["15"], "age"),
    ("They won 3-1.", ["3", "1"], "score"),
    ("She lost 6-1, 3-6, 6-3.", ["6", "1", "3", "6", "6", "3"], "score"),
    ("They beat the Jets 27-3.", ["27", "3"], "score"),
    ("Fans voted it the game of the year, a 27-3 win.", ["27", "3"], "score"),
    ("1. Wash the rice", ["1"], "list"),
    ("Update 1.2.3 is out.", ["1.2", "3"], "code"),
    ("Agent 007 is back.", ["007"], "code"),
    ("He drove the Chrysler 300C home.", ["300"], "code"),
    # what points back, and the third one
    ("The two sides met.", ["two"], "anaphor"),
    ("The other two parties met.", ["two"], "anaphor"),
    ("A third bomb went off.", ["A third"], "ordinal"),
    # who speaks
    ("It shook, says one neighbour.", ["one"], "speaker"),
    ("One doctor told the paper so.", ["One"], "speaker"),
    ("According to one former minister, it fell.", ["one"], "speaker"),
    ("One local who saw it said so.", [], "speaker"),
    ("A flood, one Greek farmer said, took it.", ["one"], "speaker"),
    # years that nothing beside them makes one
    ("Her 2009 memoir and 1,200 letters sold.", ["2009"], "year"),
    ("They rowed in the 1984, 1988 and 1992 races, 2,500 metres each.", ["1984", "1988", "1992"], "year"),
    ("It is much like 1994, when he left.", ["1994"], "year"),
    ("He stood trial for the 2000 murder of a banker.", ["2000"], "year"),
    ("The paintings date to about 1580.", ["1580"], "year"),
    ("The custom goes back to 1710.", ["1710"], "year"),
    # more ages and names
    ("She died on Monday at home aged 84.", ["84"], "age"),
    ("The poet died today at 97 of natural causes.", ["97"], "age"),
    ("They range in age from a toddler to 71.", ["71"], "age"),
    ("He, who was 18 at the time, fled.", ["18"], "age"),
    ("They left because the girl was 14, he said.", ["14"], "age"),
    ("It reached No.1 again.", ["1"], "name"),
    ("He had a .22-caliber rifle.", [".22"], "name"),
    ("Under Articles 60 and 64 he is guilty.", ["60", "64"], "name"),
    ("She told Fox 7 about it.", ["7"], "name"),
    ("He added his two cents.", ["two cents"], "idiom"),
]

# sentence | the figures in it, all of them possible claims | a word on why
FIGURES = [
    ("Each week 40 women die.", ["40"], "a time, no name"),
    ("Each week 40 die of it.", ["40"], "a time, and nothing counted behind"),
    ("On that day 40 were killed.", ["40"], "a time, no name"),
    ("At one point 30 were missing.", ["30"], "a moment, no name"),
    ("By last year 25 had fallen.", ["25"], "a time, no name"),
    ("In the district 12 were killed.", ["12"], "a place, and what happened"),
    ("In case 300 people come.", ["300"], "counted noun"),
    ("The bus 40 passengers took.", ["40"], "counted noun"),
    ("They checked 120 cases.", ["120"], "counted noun"),
    ("The top 10 percent own it.", ["10 percent"], "percent"),
    ("A ten-point lead.", ["ten"], "no plan"),
    ("The index rose 300 points to 25,000.", ["300", "25,000"], "the level of an index"),
    ("Ahmed, 450 men and a tank.", ["450"], "no age"),
    ("Five police, 12 soldiers.", ["Five", "12"], "a list"),
    ("More than 40 died at 84 sites.", ["40", "84"], "counted noun"),
    ("The toll, now 71, is rising.", ["71"], "no person"),
    ("The toll was 86.", ["86"], "no person"),
    ("The victims, 32, were flown out.", ["32"], "persons in plural have no one age"),
    ("A third of the town fled.", ["A third"], "a fraction"),
    ("A third were children.", ["A third"], "a fraction"),
    ("The other half fled.", ["half"], "a share"),
    ("The two brothers died.", ["two"], "named anew"),
    ("A 10-year sentence.", ["10"], "a duration"),
    ("They counted 52-60 tents.", ["52-60"], "a range, no score"),
    ("The Senate voted 52-48.", ["52", "48"], "a tally of votes"),
    ("The 80-19 vote split both parties.", ["80", "19"], "a tally in front of its noun"),
    ("In a surprise 5-4 decision, judges halted it.", ["5", "4"], "judges"),
    ("The motion fell, rejected by lawmakers 48 to 52.", ["48", "52"], "no range"),
    ("The council approved it 7-0.", ["7", "0"], "nobody against"),
    ("Some 2000 people fled.", ["2000"], "no year"),
    ("The money goes to 4000 farmers.", ["4000"], "what goes to them is no date"),
    ("Lawmakers approved 20 to 30 new homes.", ["20 to 30"], "what was approved, and no tally"),
    ("The panel voted 19-15 along party lines.", ["19", "15"], "a tally; the lines are not counted"),
    ("Police said one officer in the unit was killed.", ["one"], "police speak, the officer does not"),
    ("The mayor said one resident was missing.", ["one"], "the mayor speaks"),
    ("A mid-40 percent share.", ["40 percent"], "a prefix, no name"),
    ("It reached 110mph.", ["110"], "a glued unit, no code"),
    ("Its 2014 soldiers left.", ["2014"], "counted noun, no year"),
    ("It has 1950 rooms.", ["1950"], "counted noun, and no number has a comma"),
    ("It has 1,200 beds and killed 1950 people.", ["1,200", "1950"], "persons"),
    ("One doctor told of it was hurt, and 12 died.", ["12"], "whoever speaks, 12 died"),
    ("The fee is two cents.", ["two cents"], "money"),
    ("A racer trying to top 300mph.", ["300"], "a verb, and a unit glued on"),
    ("The Palestinians 40 soldiers shot.", ["40"], "counted noun behind a name"),
    ("It shook for an hour and a half after that.", ["an hour and a half"], "how long"),
    ("In the Philippines 200 died.", ["200"], "a country, and what happened"),
    ("A Beijing-friendly 400-person panel.", ["400"], "a hyphen and what is counted"),
    ("Those between the ages of 13 and 17, and 230 units, took part.", ["230"], "the list of ages is over"),
]

ONE = [
    ("One protester died.", ["One"], "counted"),
    ("Three were hurt and one was killed.", ["Three", "one"], "what happened to it"),
    ("It left one dead.", ["one"], "a state"),
    ("It hurt four, killing one.", ["four", "one"], "the object of killing"),
    ("There was one case of measles.", ["one"], "counted"),
    ("They found that one child was ill.", ["one"], "a clause begins"),
    ("It was that one officer.", [], "that one"),
    ("He got one 90 and over.", ["90"], "before a number"),
    ("Drink one 5-ounce glass.", ["one", "5"], "before a size"),
    ("One wonders why.", [], "people in general"),
    ("One of them fell.", [], "of"),
    ("No one was hurt.", [], "no one, whatever follows"),
    ("That one is new.", [], "that one"),
    ("How does one manage?", [], "people in general"),
    ("One can say so.", [], "people in general"),
    ("The first one, the last one.", [], "which one"),
]

WEB = [
    ("See http://example.org/2016/09/29 for more.", "URL"),
    ("Write to desk24@example.org.", "mail"),
    ("Follow @user_2016 now.", "handle"),
    ("The tag #100days spread.", "hashtag"),
]


@pytest.mark.parametrize(("sentence", "expected", "kind"), EXCLUDED)
def test_excluded(sentence: str, expected: list[str], kind: str) -> None:
    found = [(sentence[f.start : f.end], f.excluded) for f in find_figures(sentence) if f.excluded]
    assert found == [(words, kind) for words in expected]


@pytest.mark.parametrize(("sentence", "expected", "why"), [*FIGURES, *ONE])
def test_figure_all_the_same(sentence: str, expected: list[str], why: str) -> None:
    found = find_figures(sentence)
    assert [sentence[f.start : f.end] for f in found if f.excluded is None] == expected, why


@pytest.mark.parametrize(("sentence", "why"), WEB)
def test_web(sentence: str, why: str) -> None:
    assert find_figures(sentence) == [], why
