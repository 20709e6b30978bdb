"""The dialog for a customer who is not content: what is begun about it, and until when."""

from collections.abc import Iterable
from typing import ClassVar, Literal

from textual.binding import BindingType
from textual.widget import Widget
from textual.widgets import Static

from cstui.clock.instants import minute_text
from cstui.clock.policy import ClockName
from cstui.domain.ticket import Ticket
from cstui.services.followup import FollowUp
from screens.kit.dialogs.dialog import Dialog
from screens.kit.keys import bind
from screens.kit.language import Phrase
from screens.kit.wrapping import wrapped

Begun = Literal["measure", "again"]
"""A measure, or a new round."""

_WIDTH = 66


class Unhappy(Dialog[Begun]):
    """Offers a measure, and a new round where the ticket is solved; None leaves it for later.

    Args:
        followup: knows the clocks and the zone.
        ticket: with the rating in which the customer said so.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("enter,g", "followup.measure", "begin('measure')"),
        bind("o", "followup.again", "begin('again')"),
        bind("escape", "followup.later", "cancel"),
    ]

    def __init__(self, followup: FollowUp, ticket: Ticket) -> None:
        super().__init__(Phrase("followup.unhappy", number=ticket.number))
        self._followup = followup
        self._look = followup.seen(ticket)

    def compose_body(self) -> Iterable[Widget]:
        """Until when something has to be begun."""
        due = next(
            (
                reading.due
                for reading in self._look.readings
                if reading.clock is ClockName.FOLLOW_UP and reading.open
            ),
            None,
        )
        text = self.t("followup.unhappy.text")
        if due:
            time = minute_text(due, self._followup.settings.zone)
            text = self.t("followup.unhappy.until", time=time)
        yield Static("\n".join(wrapped(text, _WIDTH)), markup=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """An open ticket needs no new round."""
        return not (parameters == ("again",) and self._look.state.status.is_open)

    def action_begin(self, begun: Begun) -> None:
        """Gives what is begun."""
        self.dismiss(begun)
