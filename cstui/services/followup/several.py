"""Several tickets at once: each is saved by itself, and what could not be done is told."""

from collections.abc import Callable
from enum import StrEnum

from msgspec import Struct

from cstui.domain import acts
from cstui.domain.errors import CstuiError
from cstui.domain.fold import fold
from cstui.domain.header import field_text
from cstui.domain.ticket import Ticket
from cstui.services.followup.acting import Collided
from cstui.services.followup.followup import FollowUp


class ToSeveral(StrEnum):
    """What can be done to several tickets."""

    TRANSFER = "transfer"
    TAG = "tag"
    CLOSE = "close"


class Order(Struct, frozen=True):
    """What is to be done to each of them."""

    what: ToSeveral
    to: str = ""
    """Who takes over, or the tag."""
    why: str = ""


class Several:
    """Does the same to several tickets.

    Args:
        followup: acts on one.
    """

    def __init__(self, followup: FollowUp) -> None:
        self._followup = followup
        self._do: dict[ToSeveral, Callable[[Ticket, Order], Ticket]] = {
            ToSeveral.TRANSFER: lambda ticket, order: followup.transfer(
                ticket, order.to, order.why
            ),
            ToSeveral.TAG: self._tag,
            ToSeveral.CLOSE: lambda ticket, order: followup.do(
                ticket, [acts.Closed(order.why.strip())]
            ),
        }

    def do(self, row: int, order: Order) -> CstuiError | None:
        """Do it to the ticket in a row of the store; why not, where it could not be done.

        What another saved at the same moment stands, with this added to it; where both changed the
        same, theirs alone stands, and that is told.
        """
        ticket = self._followup.look(row).ticket
        try:
            self._do[order.what](ticket, order)
        except Collided as collided:
            if collided.collision.clashes or collided.collision.misfits:
                return collided
            return self._merged(collided)
        except CstuiError as error:
            return error
        return None

    def _merged(self, collided: Collided) -> CstuiError | None:
        try:
            self._followup.merge(collided.collision, ())
        except CstuiError as error:
            return error
        return None

    def _tag(self, ticket: Ticket, order: Order) -> Ticket:
        header, tag = fold(ticket).header, order.to.strip()
        if tag in header.tags:
            return ticket
        tags = ",".join((*header.tags, tag))
        return self._followup.do(ticket, [acts.Corrected("tags", field_text(header, "tags"), tags)])
