"""Figures: every number of a text with its value, bounds and unit, and whether it may be a claim's figure.

numerals.py finds numbers, units.py what they measure, hedges.py the words that bound them, excluded.py what only
looks like a figure; find.py puts them together.
"""

from claimtrack.figures.find import find_figures

__all__ = ["find_figures"]
