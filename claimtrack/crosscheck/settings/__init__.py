"""What may be tuned without code: the points and tolerances of settings.toml, the words of vocabulary.toml."""

from claimtrack.crosscheck.settings.cues import ELSEWHERE, OVERTAKEN, Cues
from claimtrack.crosscheck.settings.patterns import WORD
from claimtrack.crosscheck.settings.settings import Settings, Tolerance, load_settings
from claimtrack.crosscheck.settings.times import Times
from claimtrack.crosscheck.settings.vocabulary import Vocabulary, load_vocabulary

__all__ = [
    "ELSEWHERE", "OVERTAKEN", "WORD", "Cues", "Settings", "Times", "Tolerance", "Vocabulary", "load_settings",
    "load_vocabulary",
]  # fmt: skip
