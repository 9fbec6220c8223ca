"""Figures: every number of a text with its value, bounds and unit, and whether it may be a claim's figure.

numerals.py finds numbers (digits.py, spelled.py, multiples.py), units.py and money.py (currencies.py, outlet.py) what
they measure, pairs.py the two that are one figure, hedges.py the words that bound them, excluded.py what only looks
like a figure (ages.py, names.py, codes.py, pronouns.py); find.py puts them together. The words of English lie in the
TOML files.
"""

from claimtrack.figures.find import find_figures
from claimtrack.figures.outlet import outlet_country

__all__ = ["find_figures", "outlet_country"]
