"""Whether a figure is asserted, planned, possible or denied: a line a case."""

from __future__ import annotations

import pytest
from framed import modality_in, table

# sentence | figure | modality
CASES = """
# asserted: it is so
Britain will send 2,000 troops, and 500 have already arrived. | 500 | asserted
The ministry said 2,000 troops arrived on Monday and 500 more will follow. | 2,000 | asserted
The general denied the charges, and 12 officers resigned. | 12 | asserted
Patients on the drug were 20 percent less likely to die. | 20 percent | asserted
Hundreds marched in support of 48 demands. | 48 | asserted
Two months after the general said he would resign, 12 officers left. | 12 | asserted
They said they would not leave, and 4 of them were arrested. | 4 | asserted
The government has paid the $2 billion that it pledged. | $2 billion | asserted
The mine where a blast killed 29 men will pay. | 29 | asserted
The state is launching five probes to see how it could end. | five | asserted
For 29 years he watched hundreds, perhaps thousands, of guests. | 29 | asserted
She will win, given that 300 fans wrote to her. | 300 | asserted
The firm will be fined over switches that caused 124 deaths. | 124 | asserted
A survey found that over 63 years women will spend more. | 63 | planned
It hired 3,000 workers, which would have been impossible a year ago. | 3,000 | asserted
The strike killed 12 people, which could trigger reprisals. | 12 | asserted
The strike killed 12 people in May. | 12 | asserted
The town, whose 300 houses burned, will be rebuilt. | 300 | asserted
A 48-hour truce that Russia had proposed began on Monday. | 48 | asserted
It is the worst attack in years, killing 40 people. | 40 | asserted
Some 300 fans who had been expected to attend stayed away. | 300 | asserted
The can contained 11 litres of fuel. | 11 | asserted
His will left 6 houses to charity. | 6 | asserted
The envoy said 90 soldiers were killed. | 90 | asserted
The mediators suggested that a 48-hour pause had failed. | 48 | asserted
The fleet, which now has 12 ships, will grow to 30. | 12 | asserted
The army killed 12 rebels and will send 300 more troops. | 12 | asserted
The fund made a $40 million payout that will cover the losses. | $40 million | asserted
The drug appeared to cut the risk by 32 percent. | 32 percent | asserted
Twelve people died in the raid, which may be the first of many, and 12 were hurt. | 12 | asserted
The police denied responsibility, but 9 people had died. | 9 | asserted
Nine people died, a spokesman who denied the charge said, and 9 survived. | 9 | asserted
In May 12 people died. | 12 | asserted
Mr Will Smith sold 12 houses. | 12 | asserted
The will of the people gave him 30 seats. | 30 | asserted
The bus could not stop and hit 14 people. | 14 | asserted
The toll has risen to 42. | 42 | asserted
Prices are 15 percent more likely to fall than they were. | 15 percent | asserted
# planned: somebody means it to be
Britain will send 2,000 troops, 300 vehicles, and 1,500 police. | 1,500 | planned
The United States will send 2,000 troops and 1,500 police to the border. | 1,500 | planned
Britain pledged £3 million, and Germany €5 million. | €5 million | planned
The retailer plans to cut 1,500 jobs and close 40 stores. | 40 | planned
The ministry said 2,000 troops arrived on Monday and 500 more will follow. | 500 | planned
The company is expected to announce 2,000 job cuts. | 2,000 | planned
The protesters demanded the release of 48 prisoners. | 48 | planned
The government has pledged $2 billion in aid. | $2 billion | planned
It would hire 3,000 workers, the company said. | 3,000 | planned
The EU wants to train 10,000 border guards. | 10,000 | planned
Germany agreed to take in 5,000 refugees. | 5,000 | planned
Russia proposed a 48-hour truce. | 48 | planned
A further 250 police officers are to be deployed on Saturday. | 250 | planned
Nato pledged $400 million for the training. | $400 million | planned
The president will appoint 23 senators. | 23 | planned
The chain is to open 120 restaurants. | 120 | planned
The league is set to expand to 20 teams. | 20 | planned
The UN appealed for 6,000 tents. | 6,000 | planned
Prosecutors seek a sentence of eight years. | eight | planned
The merger would create a group of 90,000 employees. | 90,000 | planned
The mediators suggested a 48-hour pause. | 48 | planned
The fleet, which now has 12 ships, will grow to 30. | 30 | planned
The army killed 12 rebels and will send 300 more troops. | 300 | planned
The troops will arrive on Monday and leave 20 guards behind. | 20 | planned
# possible: it may be so
If the truce holds on Friday, 300 hostages go free. | 300 | possible
Up to 1.4 million people could be infected by January. | 1.4 million | possible
Flooding may have killed 12 people and 30 cattle. | 30 | possible
The ruling party could lose as many as 60 seats. | 60 | possible
The typhoon is expected to dump 500 millimetres of rain. | 500 | possible
The population is expected to reach 9 billion by 2050. | 9 billion | possible
The economy is projected to grow by 3 percent. | 3 percent | possible
Analysts forecast that output will shrink by 2 percent. | 2 percent | possible
More than 100 people are feared dead. | 100 | possible
Rescuers fear 30 miners are trapped. | 30 | possible
As many as 70 people might still be under the rubble. | 70 | possible
If the dam breaks, 15,000 people will be in danger. | 15,000 | possible
Drought could leave 2 million people hungry. | 2 million | possible
Between 5 and 8 hostages are thought to have been killed. | 5 and 8 | possible
The general said up to 90 soldiers may have been killed. | 90 | possible
Doctors warned that 20 patients could die. | 20 | possible
Four days of rain might displace 4 million people. | 4 million | possible
The ministry predicted 5,000 new cases. | 5,000 | possible
Inflation is forecast to rise to 7 percent. | 7 percent | possible
Perhaps 30 people were in the building. | 30 | possible
Police fear that 12 more bodies lie under the snow. | 12 | possible
The flood threatened 200 homes. | 200 | possible
The laboratory can test 300 samples a day. | 300 | possible
# denied: somebody says that it is not so
The president denied that 300 soldiers had been captured. | 300 | denied
The army denied killing 40 villagers and wounding 12. | 40 | denied
The army denied killing 40 villagers and wounding 12. | 12 | denied
The minister rejected reports that 200 protesters had died. | 200 | denied
It is not true that 20 people died, the mayor said. | 20 | denied
The mayor said claims that 20 people had died were false. | 20 | denied
The firm denies that 25 workers were dismissed. | 25 | denied
The report that 25 workers were dismissed was denied. | 25 | denied
Officials dismissed reports of 9 deaths. | 9 | denied
The police refuted that 9 people had died. | 9 | denied
"""


@pytest.mark.parametrize(("sentence", "figure", "modality"), table(CASES, columns=3))
def test_modality(sentence: str, figure: str, modality: str) -> None:
    assert modality_in(sentence, figure) == modality
