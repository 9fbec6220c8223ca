"""Each claim by itself, as numbers: what is counted, how much, where, when, who says so, and the words around it.

`read_features` turns the claims table into columns of numbers; nothing here looks at two claims at once.
"""

from claimtrack.crosscheck.features.amounts import AT_LEAST, AT_MOST, QUALIFIERS, VAGUE, is_rare
from claimtrack.crosscheck.features.columns import texts
from claimtrack.crosscheck.features.features import COLUMNS, MODALITIES, Features, read_features
from claimtrack.crosscheck.features.kinds import EVENT, FIXED, STANDING, TOTAL, UNSURE

__all__ = [
    "AT_LEAST", "AT_MOST", "COLUMNS", "EVENT", "FIXED", "MODALITIES", "QUALIFIERS", "STANDING", "TOTAL", "UNSURE",
    "VAGUE", "Features", "is_rare", "read_features", "texts",
]  # fmt: skip
