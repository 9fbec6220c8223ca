"""What figures that count things say: a line a case, under the kind that it is a case of."""

from __future__ import annotations

import pytest
from framed import frame_of, table

# sentence | figure | kind | unit | counted | predicate (- = none)
CASES = """
# health facilities
The strikes hit two hospitals. | two | health_facilities | hospitals | hospitals | -
Only nine of the 40 clinics are working. | nine | health_facilities | clinics | clinics | -
Two of the five hospitals have been destroyed. | five | health_facilities | hospitals | hospitals | -
Looters emptied 14 health centres. | 14 | health_facilities | health centres | health centres | -
The city has three field hospitals. | three | health_facilities | field hospitals | field hospitals | -
Shelling damaged 11 medical facilities. | 11 | health_facilities | medical facilities | medical facilities | -
# buildings
The fire destroyed 30 houses. | 30 | buildings | houses | houses | -
The illness closed 45 schools. | 45 | buildings | schools | schools | -
Burglars broke into 15 homes. | 15 | buildings | homes | homes | -
More than 600 shops have shut. | 600 | buildings | shops | shops | -
The quake toppled 3,400 apartment blocks. | 3,400 | buildings | apartment blocks | apartment blocks | -
Authorities opened 53 shelters. | 53 | buildings | shelters | shelters | -
Five churches were burned down. | Five | buildings | churches | churches | burned
# vehicles
The carmaker sold 310,000 vehicles. | 310,000 | vehicles | vehicles | vehicles | -
A convoy of 31 trucks reached the camp. | 31 | vehicles | trucks | trucks | -
The army lost 17 tanks. | 17 | vehicles | tanks | tanks | lost
It ordered 25 aircraft. | 25 | vehicles | aircraft | aircraft | -
The tsunami washed away more than 1,200 boats. | 1,200 | vehicles | boats | boats | -
The fighters left in 12 buses. | 12 | vehicles | buses | buses | -
# attacks
Jets carried out 34 air strikes. | 34 | attacks | air strikes | air strikes | -
Rebels fired 14 rockets at the city. | 14 | attacks | rockets | rockets | -
Twelve missiles were launched overnight. | Twelve | attacks | missiles | missiles | -
There were 60 ceasefire violations in a week. | 60 | attacks | ceasefire violations | ceasefire violations | -
Police counted 190 arson attacks. | 190 | attacks | attacks | arson attacks | -
Five mortar shells fell on the market. | Five | attacks | mortar shells | mortar shells | -
The regulator found 17 violations. | 17 | count | violations | violations | -
# votes
The party won 127 of the 300 seats. | 127 | votes | seats | seats | -
The party won 127 of the 300 seats. | 300 | votes | seats | seats | -
She received 2.3 million votes. | 2.3 million | votes | votes | votes | -
The motion was rejected by 312 votes to 190. | 190 | votes | votes | votes | -
The House committee voted 19-15 to send it on. | 19 | votes | votes | - | -
The House committee voted 19-15 to send it on. | 15 | votes | votes | - | -
The bill passed 52 to 48. | 48 | votes | votes | - | -
The commission annulled 7,500 ballots. | 7,500 | votes | ballots | ballots | -
Clinton has 1,250 delegates. | 1,250 | votes | people | delegates | -
# other things
The board limits to 10 the number of families. | 10 | count | - | - | -
# other things
The launch of five Apollo 11 engines failed. | five | count | engines | Apollo 11 engines | -
The clinic reported 900 COVID-19 cases. | 900 | cases | cases | COVID-19 cases | -
They asked for 90 cheap, light planes. | 90 | vehicles | planes | cheap, light planes | -
It gave up two small but fertile islands. | two | count | islands | small but fertile islands | -
He made two prison escape attempts. | two | count | attempts | prison escape attempts | -
The bank is suing three credit bureaus. | three | count | bureaus | credit bureaus | -
She applied to 53 HBCUs. | 53 | count | hbcus | HBCUs | -
Three very high towers fell. | Three | buildings | towers | very high towers | -
They swapped 300 used needles for 168 new ones. | 168 | count | needles | used needles | -
The college had its football grants slashed from 25 to 15. | 25 | count | grants | football grants | -
The navy bought three B-2s. | three | count | b-2s | B-2s | -
They dug up 25 vertebrae. | 25 | count | vertebrae | vertebrae | -
Snakes ate 9 out of the island's 11 bird species. | 9 | count | species | bird species | -
About 370 firms at home and 130 more abroad are affected. | 130 | count | firms | firms | -
The Dow fell 48 points to 2,900. | 48 | measurement | points | points | -
The Dow fell 48 points to 2,900. | 2,900 | measurement | points | points | -
The team scored 48 points. | 48 | count | points | points | -
The retailer cut 1,500 jobs. | 1,500 | count | jobs | jobs | -
Fourteen villages were cut off. | Fourteen | count | villages | villages | cut off
The team has won 12 of its last 15 games. | 12 | count | games | games | -
The team has won 12 of its last 15 games. | 15 | count | games | games | -
The striker scored 21 goals. | 21 | count | goals | goals | -
Germany won 33 medals. | 33 | count | medals | medals | -
The country sent 40,000 doses of vaccine. | 40,000 | count | doses | doses of vaccine | -
Researchers found 27 new species of frogs. | 27 | count | species | new species | -
The chipmaker shipped 45 million units. | 45 million | count | units | units | -
Ticket sales reached 1.2 million. | 1.2 million | count | sales | Ticket sales | -
The study of 125 women expands on older work. | 125 | count | people | women | -
They tested 3,200 samples, of which 410 were positive. | 410 | count | samples | samples | -
Only 3,200 tigers are left in the wild. | 3,200 | count | tigers | tigers | -
The flood swept away 14 bridges. | 14 | count | bridges | bridges | -
More than 40 parties took part. | 40 | count | parties | parties | -
Two University of Maryland students won the prize. | Two | count | people | University of Maryland students | -
It is home to two dozen sports clubs. | two dozen | count | clubs | sports clubs | home to
# one is one
One rocket hit a school. | One | attacks | rockets | rocket | -
Sales of electric cars rose to 1.4 million last year. | 1.4 million | count | sales | Sales | -
Only 14 of its 35 ambulances are running. | 14 | vehicles | ambulances | ambulances | -
Protesters threw 30 petrol bombs at police. | 30 | attacks | bombs | petrol bombs | -
"""


@pytest.mark.parametrize(("sentence", "figure", "kind", "unit", "counted", "predicate"), table(CASES, columns=6))
def test_thing_kinds(sentence: str, figure: str, kind: str, unit: str, counted: str, predicate: str) -> None:
    frame = frame_of(sentence, figure)
    found = (
        frame.kind,
        frame.unit or "-",
        frame.counted or "-",
        frame.predicate.of(sentence) if frame.predicate else "-",
    )
    assert found == (kind, unit, counted, predicate), f"{sentence} [{figure}] by {frame.rules}"
