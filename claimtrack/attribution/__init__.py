"""Attribution: who is cited for a figure.

cues.py knows the reporting words, phrases.py the noun phrases beside them, reports.py joins the two within a sentence
and says how far each reaches; attribute.py adds quotations and names.py says whom a mention means.
"""

from claimtrack.attribution.attribute import Attributions, attributions_of

__all__ = ["Attributions", "attributions_of"]
