"""All that an agent does with a ticket after the call."""

from cstui.services.followup.calling import Calling
from cstui.services.followup.correcting import Correcting
from cstui.services.followup.outcomes import Outcomes
from cstui.services.followup.satisfaction import Satisfaction
from cstui.services.followup.working import Working


class FollowUp(Working, Calling, Outcomes, Satisfaction, Correcting):
    """All acts on tickets that are there already."""
