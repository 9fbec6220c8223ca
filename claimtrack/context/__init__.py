"""Context: which place and which moment a mention means (gazetteer, dateparser)."""

from claimtrack.context.gazetteer import Toponym, find_demonym, find_toponym
from claimtrack.context.moments import resolve_moment
from claimtrack.context.places import Places, place_for, places_of

__all__ = ["Places", "Toponym", "find_demonym", "find_toponym", "place_for", "places_of", "resolve_moment"]
