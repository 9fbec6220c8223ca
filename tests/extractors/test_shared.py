"""Several figures in one sentence: which verb and which noun they share, and which figure is a part of another."""

from __future__ import annotations

import pytest
from framed import frame_of, table

# sentence | figure | kind | unit | counted | predicate (- = none)
CASES = """
# objects of one verb
The raid killed 14 soldiers and 3 civilians. | 3 | deaths | people | civilians | killed
The group killed 11 policemen, 4 soldiers and 2 civilians. | 4 | deaths | people | soldiers | killed
The group killed 11 policemen, 4 soldiers and 2 civilians. | 2 | deaths | people | civilians | killed
The army lost 17 tanks and 200 men. | 200 | deaths | people | men | lost
The blast injured 12 men, 9 women and at least 5 children. | 5 | injured | people | children | injured
The raid killed 14 soldiers and 3 civilians fled. | 3 | displaced | people | civilians | fled
Police arrested 14 suspects and seized 30 kilos of cocaine. | 30 | measurement | kilogram | kilos of cocaine | -
The army sent 400 soldiers and 12 helicopters. | 12 | vehicles | helicopters | helicopters | -
# subjects of one verb
Three soldiers and two policemen were wounded. | Three | injured | people | soldiers | wounded
Three soldiers and two policemen were wounded. | two | injured | people | policemen | wounded
Three soldiers, two policemen and a child were killed. | Three | deaths | people | soldiers | killed
The minister said 30 children and eight adults are still missing. | 30 | missing | people | children | missing
Three officers and an assistant were arrested. | Three | detained | people | officers | arrested
Police fired at 200 protesters and 12 people were killed. | 200 | protesters | people | protesters | -
Police fired at 200 protesters and 12 people were killed. | 12 | deaths | people | people | killed
# each its own verb
The bombing ended with killing 14 and wounding 3. | 14 | deaths | people | - | killing
The bombing ended with killing 14 and wounding 3. | 3 | injured | people | - | wounding
One protester is killed and 80 wounded in clashes. | One | deaths | people | protester | killed
One protester is killed and 80 wounded in clashes. | 80 | injured | people | protester | wounded
Twelve soldiers were killed and 20 wounded. | 20 | injured | people | soldiers | wounded
The raids left 13 people dead and 27 injured. | 27 | injured | people | people | injured
Lightning struck 12 hikers, killing three. | three | deaths | people | hikers | killing
The conflict has killed 100,000 people and displaced 3 million. | 3 million | displaced | people | people | displaced
Two people were killed and seven are missing. | seven | missing | people | people | missing
A bomb killed 12 worshippers and injured 30 others. | 30 | injured | people | worshippers | injured
The flu infected 400 people and killed nine. | nine | deaths | people | people | killed
# one noun understood
It has 62 million subscribers, 3 million more than a year ago. | 3 million | count | people | subscribers | -
The opposition took 48 seats, 11 more than before. | 11 | votes | seats | seats | -
The bill passed with 210 votes in favour and 180 against. | 180 | votes | votes | votes | -
The clinic saw 56 suspected and 34 confirmed cases. | 56 | cases | cases | cases | -
The clinic saw 56 suspected and 34 confirmed cases. | 34 | cases | cases | confirmed cases | -
Israel called up 16,000 reservists, bringing the total to 86,000. | 86,000 | forces | people | reservists | -
Two people died, but a newspaper puts the figure at 10. | 10 | deaths | people | people | died
More than 200 were killed in the first week and 1,500 in the second. | 1,500 | deaths | people | - | killed
# parts of a whole
The attack killed 40 people, among them 12 children. | 12 | deaths | people | children | -
Gunmen killed 12 people, including two policemen. | two | deaths | people | policemen | -
Twelve people, among them two children, died in the fire. | Twelve | deaths | people | people | died
Twelve people, among them two children, died in the fire. | two | deaths | people | children | -
The tornado injured 62 people, five of them seriously. | five | injured | people | people | -
Hundreds of people marched in Cairo, dozens of whom were wounded. | Hundreds | protesters | people | people | marched
Hundreds of people marched in Cairo, dozens of whom were wounded. | dozens | injured | people | people | wounded
The rebels hold 900 captives, hundreds of whom were wounded. | hundreds | injured | people | captives | wounded
A ship carried 11 skiers, of whom seven survived. | seven | count | people | skiers | -
Nine of the 14 patients died. | Nine | deaths | people | patients | died
Nine of the 14 patients died. | 14 | cases | people | patients | -
So far 1,552 of 3,069 patients have died. | 3,069 | cases | people | patients | -
Infected were 300 people, among them 12 doctors. | 12 | cases | people | doctors | -
# the dead and what they were
Five policemen and three attackers were among the dead. | Five | deaths | people | policemen | among the dead
Five policemen and three attackers were among the dead. | three | deaths | people | attackers | among the dead
The dead included 11 women and four children. | 11 | deaths | people | women | dead included
The dead included 11 women and four children. | four | deaths | people | children | dead included
Among the dead were 11 women and four children. | 11 | deaths | people | women | dead
The blaze claimed two lives and injured 14. | 14 | injured | people | - | injured
Officials found 14,000 infections, bringing the caseload to 1.2 million. | 1.2 million | cases | infections | infections | -
Troops shot dead 14 protesters and wounded at least 100 others. | 100 | injured | people | protesters | wounded
Thirty-three migrants, including eight children, drowned. | Thirty-three | deaths | people | migrants | drowned
Thirty-three migrants, including eight children, drowned. | eight | deaths | people | children | -
Storms killed nine in Texas and three in Ohio. | three | deaths | people | - | killed
The quake flattened 8,000 homes, 12 schools and two hospitals. | 12 | buildings | schools | schools | -
The quake flattened 8,000 homes, 12 schools and two hospitals. | two | health_facilities | hospitals | hospitals | -
Authorities evacuated three villages and 14 hotels. | 14 | buildings | hotels | hotels | evacuated
"""


@pytest.mark.parametrize(("sentence", "figure", "kind", "unit", "counted", "predicate"), table(CASES, columns=6))
def test_what_figures_share(sentence: str, figure: str, kind: str, unit: str, counted: str, predicate: str) -> None:
    frame = frame_of(sentence, figure)
    found = (
        frame.kind,
        frame.unit,
        frame.counted or "-",
        frame.predicate.of(sentence) if frame.predicate else "-",
    )
    assert found == (kind, unit, counted, predicate), f"{sentence} [{figure}] by {frame.rules}"
