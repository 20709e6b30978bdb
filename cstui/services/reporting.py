"""Figures and reports over all tickets of a store.

numpy is read with a report only: other commands never pay for it.
"""

from collections.abc import Iterable

from cstui.domain.errors import InputError
from cstui.metrics.values import DIMENSIONS
from cstui.ports import Clock, FactSource
from cstui.reports.model import Query, Report


def report(store: FactSource, clock: Clock, query: Query) -> Report:
    """The report that a query asks for, from the store as it is now.

    Raises:
        InputError: for an unknown dimension, or a value that a dimension never has.
        StoreError: when the store cannot be read.
    """
    from cstui.reports.assembly import assemble
    from cstui.services.live_facts import LiveFacts

    return assemble(LiveFacts(store).rounds, query, clock.now())


def conditions(texts: Iterable[str]) -> dict[str, str]:
    """Filters as they are typed, `DIM=VALUE` each, by dimension.

    Raises:
        InputError: for a text without `=`, an unknown dimension, or one that comes twice.
    """
    found: dict[str, str] = {}
    for text in texts:
        name, equals, value = (part.strip() for part in text.partition("="))
        if not equals:
            raise InputError("bad_condition", text=text)
        if name not in DIMENSIONS:
            raise InputError("unknown_dimension", name=name, known=", ".join(DIMENSIONS))
        if name in found:
            raise InputError("condition_twice", name=name)
        found[name] = value
    return found
