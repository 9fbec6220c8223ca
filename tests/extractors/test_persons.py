"""What figures that count persons say: a line a case, under the kind that it is a case of."""

from __future__ import annotations

import pytest
from framed import frame_of, table

# sentence | figure | kind | unit | counted | predicate (- = none)
CASES = """
# deaths
At least 38 people were killed in the raids. | 38 | deaths | people | people | killed
The blast killed 12 worshippers and wounded 30. | 12 | deaths | people | worshippers | killed
Ten soldiers were killed near the border. | Ten | deaths | people | soldiers | killed
At least 60 refugees drowned off the coast. | 60 | deaths | people | refugees | drowned
Nine of the patients died. | Nine | deaths | people | patients | died
Rescuers pulled 17 bodies from the rubble. | 17 | deaths | people | bodies | -
The death toll rose to 42. | 42 | deaths | people | death toll | toll
The death toll of the quake hit 900. | 900 | deaths | people | death toll | death toll
A bomb killed a provincial governor and three others. | three | deaths | people | - | killed
Some 170,000 people sailed, with as many as 3,500 dying at sea. | 3,500 | deaths | people | people | dying
Some 800 ethnic Mirans were massacred. | 800 | deaths | people | ethnic Mirans | massacred
The number of dead has risen to 310. | 310 | deaths | people | dead | dead
The heatwave caused 1,500 deaths. | 1,500 | deaths | people | deaths | -
A gunman shot dead four people in a bar. | four | deaths | people | people | dead
The storm claimed at least 67 lives. | 67 | deaths | people | lives | claimed
Two hostages were found dead. | Two | deaths | people | hostages | found dead
The crash cost the lives of 11 pilgrims. | 11 | deaths | people | pilgrims | cost the lives of
A car bomb went off in a market, leaving ten dead. | ten | deaths | people | - | dead
More than 5,000 cattle drowned. | 5,000 | deaths | cattle | cattle | drowned
Rangers found 11 dead rhinos. | 11 | deaths | rhinos | dead rhinos | dead
Some 40 prisoners were executed. | 40 | deaths | people | prisoners | executed
Measles killed 142,000 people last year. | 142,000 | deaths | people | people | killed
Twelve people, all from one village, have died. | Twelve | deaths | people | people | died
The man killed his wife and three children. | three | deaths | people | children | killed
Of the 210 cases, 95 have been fatal. | 95 | deaths | people | cases | fatal
Two of the injured have died. | Two | deaths | people | injured | died
Police are investigating the murder of two students. | two | deaths | people | students | murder of
Five miners suffocated. | Five | deaths | people | miners | suffocated
# injured
Seven cyclists were injured in the crash. | Seven | injured | people | cyclists | injured
The tornado injured 62 people. | 62 | injured | people | people | injured
Thirty wounded fighters were brought across the border. | Thirty | injured | people | wounded fighters | wounded
Eight passengers were taken to hospital. | Eight | injured | people | passengers | to hospital
There were 19 injuries. | 19 | injured | people | injuries | -
Two teenagers were stabbed. | Two | injured | people | teenagers | stabbed
More than 100 protesters were hurt. | 100 | injured | people | protesters | hurt
The aftershock injured 11. | 11 | injured | people | - | injured
# missing
Two fishermen are missing. | Two | missing | people | fishermen | missing
About 90 people remain unaccounted for. | 90 | missing | people | people | unaccounted for
More than 30,000 people have disappeared. | 30,000 | missing | people | people | disappeared
Searchers looked for the 13 missing hikers. | 13 | missing | people | missing hikers | missing
# displaced
Floods have displaced 45,000 people. | 45,000 | displaced | people | people | displaced
Half a million people have fled the fighting. | Half a million | displaced | people | people | fled
Some 12,000 residents were evacuated. | 12,000 | displaced | people | residents | evacuated
Turkey shelters 2.7 million refugees. | 2.7 million | displaced | people | refugees | -
The fire left 150 people homeless. | 150 | displaced | people | people | homeless
Sixty people took refuge in a church. | Sixty | displaced | people | people | took refuge
The fire has forced 1,900 people from their homes. | 1,900 | displaced | people | people | from their homes
The coastguard intercepted 86 migrants. | 86 | displaced | people | migrants | -
# detained
Police arrested 43 fans after the derby. | 43 | detained | people | fans | arrested
The gang kidnapped 22 girls from a school. | 22 | detained | people | girls | kidnapped
Five people are in custody. | Five | detained | people | people | in custody
He demanded the release of 1,000 prisoners. | 1,000 | detained | people | prisoners | -
Six hostages were freed. | Six | detained | people | hostages | freed
The president denied that 300 soldiers had been captured. | 300 | detained | people | soldiers | captured
Three men were charged with fraud. | Three | detained | people | men | charged
# population
Some 275,000 people are trapped in the east of the city. | 275,000 | population | people | people | trapped
The town has a population of 31,000. | 31,000 | population | people | population | population of
The plan affects 6,000 residents. | 6,000 | population | people | residents | affects
Drought threatens 2 million people. | 2 million | population | people | people | threatens
Around 3,000 passengers were stranded at the airport. | 3,000 | population | people | passengers | stranded
Some 700,000 people need food. | 700,000 | population | people | people | need
About 1.2 million people live in the province. | 1.2 million | population | people | people | live in
The agency helps 90,000 people. | 90,000 | count | people | people | -
# doctors
An estimated 35 doctors are left in the city. | 35 | doctors | people | doctors | -
It sent 165 health workers to the region. | 165 | doctors | people | health workers | -
Twelve nurses refused to work. | Twelve | doctors | people | nurses | -
Three nurses died. | Three | deaths | people | nurses | died
Two health workers were infected. | Two | cases | people | health workers | infected
# forces
The army sent 400 soldiers to the border. | 400 | forces | people | soldiers | -
Police deployed 60,000 officers. | 60,000 | forces | people | officers | -
Up to 90 fighters took part. | 90 | forces | people | fighters | -
The 5,000-strong peacekeeping force arrived in May. | 5,000 | forces | people | peacekeeping force | -
A garrison of 900 holds the town. | 900 | forces | people | garrison | garrison
About 300 militants hide in the hills. | 300 | forces | people | militants | -
Some 300 police seized the building. | 300 | forces | people | police | -
Twenty gunmen killed three guards. | Twenty | forces | people | gunmen | -
Twenty gunmen killed three guards. | three | deaths | people | guards | killed
# protesters
Some 10,000 people marched through the capital. | 10,000 | protesters | people | people | marched
Police fired tear gas at some 500 protesters. | 500 | protesters | people | protesters | -
About 900 employees went on strike. | 900 | protesters | people | employees | went on strike
Hundreds of thousands took to the streets. | Hundreds of thousands | protesters | people | - | took to the streets
A crowd of 2,000 rallied outside the court. | 2,000 | protesters | people | crowd | rallied
# cases
The number of confirmed cases reaches 42. | 42 | cases | cases | confirmed cases | -
At least 340 people have been infected with cholera. | 340 | cases | people | people | infected
Officials reported 23 new cases. | 23 | cases | cases | new cases | -
Twelve players tested positive. | Twelve | cases | people | players | tested positive
The clinic treats 60 patients a day. | 60 | cases | people | patients | -
Two hundred people are in quarantine. | Two hundred | cases | people | people | in quarantine
Six soldiers are in quarantine. | Six | cases | people | soldiers | in quarantine
The outbreak has sickened 1,200. | 1,200 | cases | cases | - | sickened
Cases surpassed 60,000. | 60,000 | cases | cases | Cases | -
# count
The police rescued 51 women from traffickers. | 51 | count | people | women | rescued
About 12,000 children were vaccinated. | 12,000 | count | people | children | vaccinated
Nearly 900 firefighters are battling the blaze. | 900 | count | people | firefighters | -
A crowd of 54,000 watched the final. | 54,000 | count | people | crowd | watched
Attendance was 31,245. | 31,245 | count | people | Attendance | -
Some 3,000 away fans travelled to the match. | 3,000 | count | people | away fans | -
The bank employs 23,000 people. | 23,000 | count | people | people | -
Three ministers lost their seats. | Three | count | people | ministers | -
Some 10,000 people lost their jobs. | 10,000 | count | people | people | -
Twenty groups claimed the attack. | Twenty | count | groups | groups | -
# animals are no people, families are counted as families
Poachers killed 1,215 rhinos. | 1,215 | deaths | rhinos | rhinos | killed
The ship's crew of 30 was rescued. | 30 | count | people | crew | rescued
Some 200 soldiers' families left. | 200 | count | families | soldiers' families | -
# at the borders
# at the borders
All three victims were hospitalised. | three | injured | people | victims | hospitalised
The three victims were named. | three | deaths | people | victims | -
Two women were taken to a nearby hospital. | Two | injured | people | women | to a nearby hospital
Two men, aged 18 and 19, were in custody. | Two | detained | people | men | in custody
The suspects included two clerks. | two | detained | people | clerks | suspects included
Rescuers looked for six pupils thought to be under the rubble. | six | missing | people | pupils | under the rubble
Some 366 million people now have the disease. | 366 million | cases | people | people | have the disease
Four crew members of a cargo ship were rescued. | Four | count | people | crew members of a cargo ship | rescued
A gang killed two Las Vegas police officers. | two | deaths | people | Las Vegas police officers | killed
For years he watched hundreds, perhaps thousands, of guests. | hundreds | count | people | guests | watched
Ten were sent home, and one stayed in the hospital. | one | injured | people | - | stayed in the hospital
Four more of her 11 children have been arrested. | 11 | count | people | children | -
Marches by 90 protesters and clashes followed. | 90 | protesters | people | protesters | -
The wedding had 18,300 guests, up from 8,000 set in 1978. | 8,000 | count | people | guests | -
Seven people were sentenced to death. | Seven | detained | people | people | sentenced to death
Eighteen men were hanged. | Eighteen | deaths | people | men | hanged
A convoy carrying food for 70,000 people arrived. | 70,000 | population | people | people | food for
More than 2.3 million Venezuelans have left the country. | 2.3 million | displaced | people | Venezuelans | have left
Some 40 relatives buried their dead. | 40 | count | people | relatives | -
Two thousand farmers lost their harvest. | Two thousand | count | people | farmers | -
"""


@pytest.mark.parametrize(("sentence", "figure", "kind", "unit", "counted", "predicate"), table(CASES, columns=6))
def test_person_kinds(sentence: str, figure: str, kind: str, unit: str, counted: str, predicate: str) -> None:
    frame = frame_of(sentence, figure)
    found = (
        frame.kind,
        frame.unit,
        frame.counted or "-",
        frame.predicate.of(sentence) if frame.predicate else "-",
    )
    assert found == (kind, unit, counted, predicate), f"{sentence} [{figure}] by {frame.rules}"
