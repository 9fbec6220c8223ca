"""Attribution: who is cited for a figure.

Within a sentence: cues.py knows the reporting words, phrases.py the noun phrases beside them, clauses.py and
documents.py join the two to reports, and reports.py says how far each reaches. Beyond it: speakers.py finds whose words
a quotation is, antecedents.py whom a mention means, attribute.py answers for a figure.
"""

from claimtrack.attribution.attribute import Attributions, attributions_of

__all__ = ["Attributions", "attributions_of"]
