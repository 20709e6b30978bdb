"""What is due next of one's own, with the time that is left, counted down."""

from collections.abc import Sequence

from cstui.clock.instants import epoch
from cstui.domain.listing import Listing
from cstui.domain.masking import masked_name
from cstui.services.followup import FollowUp
from screens.kit.language import translator_of
from screens.kit.live import LiveText
from screens.kit.text import displayable

_MINUTE, _HOUR = 60, 3_600
_COUNTED_DOWN = 100 * _HOUR
"""From so long on, nobody counts the seconds."""


class NextDue(LiveText):
    """The first of the tickets that need somebody.

    Args:
        followup: knows the time.
    """

    def __init__(self, followup: FollowUp, *, id: str | None = None) -> None:
        super().__init__(self._tell, id=id)
        self._followup = followup
        self._first: Listing | None = None
        self._known = False

    def show_first_of(self, needing: Sequence[Listing]) -> None:
        """Shows the first of some tickets, or that there is none."""
        self._first, self._known = (needing[0] if needing else None), True
        self.show_now()

    def _tell(self) -> str:
        one, t = self._first, translator_of(self)
        if not self._known:
            return ""
        if one is None:
            return t("queue.next.none") + " "
        name = masked_name(one.customer) or one.number
        if one.due is None:
            return displayable(t("queue.next.calm", customer=name)) + " "
        left = one.due - epoch(self._followup.now())
        self.set_class(left < 0, "-late")
        clock = t(f"followup.clock.{one.due_clock}") if one.due_clock else ""
        key = "queue.next.late" if left < 0 else "queue.next.due"
        return displayable(t(key, customer=name, clock=clock, left=_time(abs(left)))) + " "


def _time(seconds: int) -> str:
    """A time that is left, as a clock counts it down."""
    if seconds >= _COUNTED_DOWN:
        return f"{seconds // (24 * _HOUR)}d"
    hours, rest = divmod(seconds, _HOUR)
    minutes, seconds = divmod(rest, _MINUTE)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"
