"""Extractors: a figure framed as a claim (kind, counted, unit, predicate, modality). Kinds are data, plug-ins code."""

from claimtrack.extractors.frame import Frame
from claimtrack.extractors.framing import frame_sentence
from claimtrack.extractors.kinds import Kind, Kinds, KindsError, load_kinds
from claimtrack.extractors.modality import modality_of
from claimtrack.extractors.registry import Extractor, RegistryError, load_plugins
from claimtrack.extractors.sentence_view import SentenceView, view_sentence

__all__ = [
    "Extractor",
    "Frame",
    "Kind",
    "Kinds",
    "KindsError",
    "RegistryError",
    "SentenceView",
    "frame_sentence",
    "load_kinds",
    "load_plugins",
    "modality_of",
    "view_sentence",
]
