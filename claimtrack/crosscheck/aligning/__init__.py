"""Which claims speak of one quantity: pairs worth a look, what speaks for and against each, and groups made of them.

blocking finds the pairs, evidence and apart judge them, scoring adds up, clustering joins.
"""

from claimtrack.crosscheck.aligning.align import align_claims
from claimtrack.crosscheck.aligning.blocking import block_keys, candidate_pairs
from claimtrack.crosscheck.aligning.scoring import Part, explain

__all__ = ["Part", "align_claims", "block_keys", "candidate_pairs", "explain"]
