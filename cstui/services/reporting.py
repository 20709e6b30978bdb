"""Figures and reports over all tickets of a store.

numpy is read with a report only: other commands never pay for it.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from cstui.domain.errors import InputError
from cstui.metrics.values import DIMENSIONS
from cstui.ports import Clock, FactSource
from cstui.reports.model import Query, Report

if TYPE_CHECKING:
    from cstui.services.past_facts import PastFacts


def report(
    store: FactSource, clock: Clock, query: Query, past: "PastFacts | None" = None
) -> Report:
    """The report that a query asks for, from the store as it is now.

    Args:
        store: whose facts are read.
        clock: tells this moment.
        query: what to tell.
        past: what was known at the end of the period, where it is over.

    Raises:
        InputError: for an unknown dimension, or a value that a dimension never has.
        StoreError: when the store cannot be read.
    """
    from cstui.reports.assembly import assemble
    from cstui.services.live_facts import LiveFacts

    facts = LiveFacts(store)
    return assemble(past.seen(facts)[0] if past else facts.rounds, query, clock.now())


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
