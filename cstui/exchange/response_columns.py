"""The ten columns of the response time log, filled as teams fill them by hand.

What is written here, `cstui.exchange.response_form` reads.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import reduce

from cstui.domain.acts import Provenance, Scale
from cstui.domain.header import field_text
from cstui.exchange.columns import Cell, Told
from cstui.i18n import Translator

_NOBODY = "-"
_UNITS = (("hours", 3600), ("minutes", 60), ("seconds", 1))
_DAY = timedelta(days=1)


def span_text(seconds: int, translate: Translator) -> str:
    """A duration as the form prints it: `10分钟`, `49小时30分钟`, `10 min`; exact to the second."""
    parts, rest = [], abs(seconds)
    for unit, size in _UNITS:
        count, rest = divmod(rest, size)
        if count or (unit == "minutes" and not seconds):
            parts.append(translate(f"exchange.span.{unit}", count=count))
    text = reduce(_joined(translate), parts)
    return f"-{text}" if seconds < 0 else text


def _joined(translate: Translator) -> Callable[[str, str], str]:
    return lambda larger, smaller: translate("exchange.span.joined", larger=larger, smaller=smaller)


def _customer(told: Told) -> str:
    customer = told.customer
    parts = []
    if customer.order:
        parts.append(told.translate("exchange.response.order", order=customer.order))
    if customer.number:
        parts.append(told.translate("exchange.response.member", number=customer.number))
    return "/".join(parts) or _NOBODY


def _timed(told: Told, at: datetime | None) -> str:
    """When, and how long after the submission; with its day where the time alone would not do."""
    local, opened = told.local(at), told.local(told.state.opened)
    if local is None:
        return ""
    if opened is None:
        return _clock(local, dated=True)
    spent = local - opened
    clock = _clock(local, dated=not timedelta() <= spent < _DAY)
    return f"{clock}({span_text(int(spent.total_seconds()), told.translate)})"


def _clock(at: datetime, dated: bool) -> str:
    text = f"{at:%H:%M:%S}" if at.second else f"{at:%H:%M}"
    return f"{at:%Y-%m-%d} {text}" if dated else text


def _score(told: Told) -> Cell:
    """The score of five; labels, estimates and a question asked in vain as text."""
    rating, score = told.state.rating, told.score
    if rating and rating.provenance is Provenance.UNANSWERED:
        return told.translate(f"exchange.provenance.{rating.provenance}")
    if rating is None or score is None:
        return None
    shown: Cell = score
    if rating.scale is not Scale.FIVE:
        shown = f"{told.translate(f'exchange.level.{rating.scale}.{score}')}"
    if rating.provenance is Provenance.ESTIMATE:
        shown = told.translate("exchange.response.estimate", score=shown)
    return shown


RESPONSE_COLUMNS: dict[str, Callable[[Told], Cell]] = {
    "serial": lambda told: told.ticket.number,
    "customer": _customer,
    "problem": lambda told: told.state.header.problem.summary or told.state.header.subject,
    "category": lambda told: field_text(told.state.header, "category"),
    "channel": lambda told: told.state.header.channel,
    "submitted": lambda told: told.local(told.state.opened),
    "first_response": lambda told: _timed(told, told.state.rounds[0].responded),
    "resolved": lambda told: _timed(told, told.state.round.ended),
    "score": _score,
    "note": lambda told: told.notes,
}
"""The columns by name; phrases below `exchange.response.column.`."""
