"""Follow-up: acts on tickets that are there already, by one of many who work on them."""

from cstui.services.followup.acting import Collided, Look, ReasonNeeded
from cstui.services.followup.correcting import MASKS
from cstui.services.followup.followup import FollowUp
from cstui.services.followup.satisfaction import Asked

__all__ = ["MASKS", "Asked", "Collided", "FollowUp", "Look", "ReasonNeeded"]
