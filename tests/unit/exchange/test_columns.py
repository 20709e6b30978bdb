"""What sheets tell of a ticket."""

import pytest

from cstui.domain.acts import Act, Assigned, Noted, Submitted, Transferred
from cstui.domain.fold import fold
from cstui.domain.ticket import Header, Ticket
from cstui.exchange.columns import Told
from cstui.i18n import Translator
from tests.fixtures.times import ZONE, at, event


@pytest.mark.parametrize("given", [Assigned("li", ""), Transferred("li", "knows it")])
def test_a_ticket_is_dispatched_when_it_is_first_given_to_somebody(given: Act) -> None:
    """By a rule, or by whoever passes it on."""
    events = (
        event("2023-10-01 14:30", Submitted()),
        event("2023-10-01 14:35", Noted("asks again")),
        event("2023-10-01 15:00", given),
        event("2023-10-01 16:00", Transferred("wang")),
    )
    ticket = Ticket(Header(form="hotline"), events)
    told = Told(ticket, fold(ticket), ZONE, Translator("en"), full=True)
    assert told.assigned == at("2023-10-01 15:00")
