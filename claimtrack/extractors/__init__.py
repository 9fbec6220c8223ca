"""Extractors: a figure framed as a claim (kind, counted, unit, predicate, modality), and kinds as data."""

from claimtrack.extractors.framing import Frame, frame_sentence
from claimtrack.extractors.kinds import Kind, Kinds, KindsError, load_kinds
from claimtrack.extractors.modality import modality_of

__all__ = ["Frame", "Kind", "Kinds", "KindsError", "frame_sentence", "load_kinds", "modality_of"]
