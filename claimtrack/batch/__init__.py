"""Many documents through the pipeline, in order, in this process or in several."""

from claimtrack.batch.local import Extracted, Result, run

__all__ = ["Extracted", "Result", "run"]
