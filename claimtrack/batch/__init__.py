"""Many documents through the pipeline, in order, in this process or in several."""

from claimtrack.batch.local import Extracted, Result, run
from claimtrack.batch.stories import Stories

__all__ = ["Extracted", "Result", "Stories", "run"]
