"""Traces in a ticket's document, so arranged that an index finds a customer by their beginning."""

from typing import Final

from cstui.domain.traces import Traces

CUSTOMER: Final = "customer"
"""The part that tells one customer from another."""
BY_PHONE: Final = "p"
"""In that part before the digits of a telephone number."""
_BY_NUMBER: Final = "n"
_BY_NAME: Final = "a"
_BY_ORDER: Final = "o"


def traces_document(traces: Traces) -> dict[str, str]:
    """Traces as a document holds them, empty ones left out; nothing for an anonymous caller.

    `tail` is the telephone number from its end; `initials` stand only where they differ from the
    name. `customer` tells customers apart: by phone, else by number, name or order.
    """
    customer = _customer(traces)
    if not customer:
        return {}
    parts = {
        CUSTOMER: customer,
        "tail": traces.phone[::-1],
        "number": traces.number,
        "order": traces.order,
        "name": traces.name,
        "initials": traces.initials if traces.initials != traces.name else "",
    }
    return {part: text for part, text in parts.items() if text}


def _customer(traces: Traces) -> str:
    """What tells one customer from another; empty for an anonymous caller."""
    for mark, text in (
        (BY_PHONE, traces.phone),
        (_BY_NUMBER, traces.number),
        (_BY_NAME, traces.name),
        (_BY_ORDER, traces.order),
    ):
        if text:
            return mark + text
    return ""
