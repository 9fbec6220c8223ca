"""Language: a text laid out as paragraphs, sentences, quotations and tagged tokens, and the time expressions in it.

Everything is a span into the text. No parser and no model: lists, endings and neighbours.
"""

from claimtrack.language.article import Article, lay_out
from claimtrack.language.tagging import Token
from claimtrack.language.times import find_times
from claimtrack.language.words import Tag

__all__ = ["Article", "Tag", "Token", "find_times", "lay_out"]
