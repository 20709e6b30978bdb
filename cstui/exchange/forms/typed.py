"""A satisfaction record that is typed by hand: read as a row of its sheet would be."""

from collections.abc import Mapping
from datetime import datetime

from msgspec import Struct
from msgspec.structs import replace

from cstui.domain.acts import OVERALL, MeasureChecked, MeasureSet, Noted, Provenance, Rated
from cstui.domain.satisfaction import DIMENSIONS
from cstui.domain.ticket import Event, Source, Ticket
from cstui.exchange.forms.rows import FormRows
from cstui.exchange.forms.satisfaction import SATISFACTION
from cstui.exchange.outcomes import Drafted, Rejected
from cstui.exchange.records import record_of
from cstui.exchange.rejects import BadCell, BadRow, Reject
from cstui.exchange.sheets import Row, Sheet, Table
from cstui.exchange.tickets import in_time, ticket_of
from cstui.exchange.times import TimeReader

_SAID_NOW = (Rated, MeasureSet, MeasureChecked, Noted)
"""What is written down as it is said; the service itself was before."""
_OF_MEASURE = "measure_due"


class TypedSurvey(Struct, frozen=True):
    """What was typed."""

    cells: Mapping[str, str]
    """By key of the form's columns."""
    provenance: Provenance = Provenance.CUSTOMER
    improve: str = ""
    suggestion: str = ""
    why: str = ""
    """Why the customer was asked again so soon."""


def survey_ticket(
    typed: TypedSurvey, by: str, now: datetime, zone: str, origin: str
) -> Drafted | Rejected:
    """The ticket that a typed record makes, as a row of the form's sheet does.

    Args:
        typed: the record.
        by: login of who types it.
        now: this moment, at which the customer said what is written down.
        zone: the site's zone.
        origin: tells the record from all others, however often it is saved.

    Returns:
        The ticket; or what cannot be used, where each reject's column is the key of one.
    """
    cells = _answered(typed)
    sheet = Sheet(tuple(cells), Table("", hidden=False, rows=lambda: iter(())), top=0, titles=0)
    rows = FormRows(SATISFACTION, sheet, TimeReader(zone, None))
    try:
        values = rows.read(Row(0, tuple(cells.values())))
    except BadRow as bad:
        return Rejected(bad.rejects)
    if values["opened"] > now:
        return _refused(SATISFACTION.asked, typed, BadCell("to_come"))
    said = {"improve": typed.improve, "suggestion": typed.suggestion}
    values |= {name: text for name, text in said.items() if text}
    if rated := values.get("csat"):
        values["csat"] = replace(rated, provenance=typed.provenance, why=typed.why)
    try:
        ticket = ticket_of(record_of(values, origin), by, now)
    except BadCell as bad:
        return _refused(_OF_MEASURE, typed, bad)
    events = [_typed(event, by, now) for event in ticket.events]
    return Drafted((0,), Ticket(ticket.header, in_time(events)))


def _answered(typed: TypedSurvey) -> dict[str, str]:
    """The cells; of a customer who was asked in vain the sheet says so in place of scores."""
    if typed.provenance is not Provenance.UNANSWERED:
        return dict(typed.cells)
    other = {key: text for key, text in typed.cells.items() if key not in DIMENSIONS}
    return {**other, OVERALL: Provenance.UNANSWERED.value}


def _typed(event: Event, by: str, now: datetime) -> Event:
    if isinstance(event.act, _SAID_NOW):
        return Event(now, by, event.act)
    return replace(event, source=Source.TYPED)


def _refused(key: str, typed: TypedSurvey, bad: BadCell) -> Rejected:
    return Rejected((Reject(0, key, typed.cells.get(key, ""), bad.reason, bad.values),))
