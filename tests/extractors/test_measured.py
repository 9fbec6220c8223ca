"""Money, shares, durations and measurements: what is measured, and in which unit."""

from __future__ import annotations

import pytest
from framed import frame_of, table

# sentence | figure | kind | unit | counted | predicate (- = none)
CASES = """
# money
Revenue rose to €4.6 billion. | €4.6 billion | money | EUR | Revenue | -
The jockey was fined $5,000. | $5,000 | money | USD | - | -
It unveiled a $900 billion relief package. | $900 billion | money | USD | relief package | -
The storm caused $475,000 in property damages. | $475,000 | money | USD | property damages | -
Thieves took $20,000 worth of loot. | $20,000 | money | USD | loot | -
It spent $3 million in Syria. | $3 million | money | USD | - | -
One child in three is stunted. | One child in three | share | percent | - | -
A ticket costs 50 cents. | 50 cents | money | USD | - | -
The damage is put at $900 million. | $900 million | money | USD | damage | -
The price is £2,000. | £2,000 | money | GBP | price | -
It set up a $1 billion fund paying the poor. | $1 billion | money | USD | fund | -
It lost a $5 million potential 2013 sponsor. | $5 million | money | USD | potential 2013 sponsor | -
# share
Turnout was 67 percent. | 67 percent | share | percent | Turnout | -
Some 60 percent of patients are children. | 60 percent | share | percent | patients | -
Another poll found that 71% of voters want change. | 71% | share | percent | voters | -
Half of all Americans use vitamins. | Half | share | percent | Americans | -
Half the country's drivers ignore it. | Half | share | percent | country's drivers | -
Half the country now lives in towns. | Half | share | percent | country | -
They aim to cut the suicide rate by 10 percent. | 10 percent | share | percent | suicide rate | -
A third of the 3.5 million residents fled. | A third | share | percent | residents | -
One in three voters stayed at home. | One in three | share | percent | voters | -
The fund owns a 9.9 percent stake. | 9.9 percent | share | percent | stake | -
With 98 percent of the votes counted, he had 51.2 percent. | 51.2 percent | share | percent | votes | -
Unemployment fell to 4.1 percent. | 4.1 percent | share | percent | Unemployment | -
The fatality rate is 4.2 percent. | 4.2 percent | share | percent | fatality rate | -
The lake has shrunk by 90 percent. | 90 percent | share | percent | lake | -
Elephants declined by 30 percent. | 30 percent | share | percent | Elephants | -
Shares were trading 2 percent higher. | 2 percent | share | percent | - | -
The vaccine protected nine out of ten monkeys. | nine out of ten | share | percent | monkeys | -
The agency put the fatality rate at 42 percent. | 42 percent | share | percent | fatality rate | -
Retail sales increased by 0.4 percentage points. | 0.4 percentage points | share | percentage point | Retail sales | -
# duration
A 12-hour ceasefire began on Tuesday. | 12 | duration | hour | ceasefire | -
He was sentenced to 12 years in prison. | 12 | duration | year | years | -
More than 30 centimetres of rain fell in 24 hours. | 24 | duration | hour | hours | -
They queued for up to six hours. | six | duration | hour | hours | -
He has nine more years to look for them. | nine | duration | year | more years | -
After 50 years of doing all that, he left. | 50 | duration | year | years | -
She gave a 12-minute speech. | 12 | duration | minute | speech | -
The battle ended a six-year civil war. | six | duration | year | civil war | -
# measurement
The convoy carried 29 tonnes of rice. | 29 | measurement | tonne | tonnes of rice | -
Winds of 120 kilometres per hour tore roofs off. | 120 | measurement | kilometre per hour | kilometres per hour | -
The quake struck 40 kilometres west of the town. | 40 | measurement | kilometre | kilometres | -
Temperatures reached 41 degrees Celsius. | 41 | measurement | degree Celsius | Temperatures | -
The fire has burned 14,000 hectares. | 14,000 | measurement | hectare | hectares | -
Inventories stood at 420 million barrels. | 420 million | measurement | barrel | Inventories | -
The guards found a 40-metre tunnel. | 40 | measurement | metre | tunnel | -
The river rose by four metres. | four | measurement | metre | river | -
The reactor produces 1,600 megawatts. | 1,600 | measurement | megawatt | megawatts | -
Police seized 300 kilograms of cocaine. | 300 | measurement | kilogram | kilograms of cocaine | -
The swimmer is 1.9 metres tall. | 1.9 | measurement | metre | swimmer | -
# what a share is of
A third of the ward's 90 beds were full. | A third | share | percent | beds | -
Two thirds of the country's hospitals have closed. | Two thirds | share | percent | country's hospitals | -
About 75 percent of the 1.1 million pupils passed. | 75 percent | share | percent | pupils | -
The company would cut one in five jobs. | one in five | share | percent | jobs | -
Unemployment among the young stands at 41 percent. | 41 percent | share | percent | Unemployment | -
"""


@pytest.mark.parametrize(("sentence", "figure", "kind", "unit", "counted", "predicate"), table(CASES, columns=6))
def test_measured_kinds(sentence: str, figure: str, kind: str, unit: str, counted: str, predicate: str) -> None:
    frame = frame_of(sentence, figure)
    found = (
        frame.kind,
        frame.unit,
        frame.counted or "-",
        frame.predicate.of(sentence) if frame.predicate else "-",
    )
    assert found == (kind, unit, counted, predicate), f"{sentence} [{figure}] by {frame.rules}"
