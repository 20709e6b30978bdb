"""Follow-up: acts on tickets that are there already, by one of many who work on them."""

from cstui.services.followup.acting import Collided, Look, ReasonNeeded
from cstui.services.followup.followup import FollowUp
from cstui.services.followup.satisfaction import Asked

__all__ = ["Asked", "Collided", "FollowUp", "Look", "ReasonNeeded"]
