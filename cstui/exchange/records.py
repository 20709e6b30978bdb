"""From the values of a row to a record that tickets are made of."""

from collections.abc import Mapping
from typing import Any

from msgspec.structs import replace

from cstui.domain.acts import Rated
from cstui.exchange.cells import rating_of
from cstui.exchange.fields import DEFAULT_FORM, Record
from cstui.exchange.rejects import BadCell

_BETWEEN_REMARKS = "\n"
_SAID = ("words", "improve", "suggestion")
"""Fields with the customer's own words."""


def record_of(values: Mapping[str, Any], origin: str = "") -> Record:
    """The record that a row's values make.

    Args:
        values: what its fields say, by field.
        origin: what tells the row from all others.

    Raises:
        BadCell: where two values contradict each other.
    """
    parts = dict(values)
    parts["rating"] = _rating(parts)
    transfers = parts.pop("transfers", 0)
    if isinstance(transfers, tuple):
        parts["handovers"] = transfers
    elif isinstance(transfers, str):
        remarks = filter(None, (parts.get("note"), transfers))
        parts["note"] = _BETWEEN_REMARKS.join(remarks)
    else:
        parts["transfers"] = int(transfers)
    parts.setdefault("form", DEFAULT_FORM)
    record = Record(**parts, origin=origin)
    if record.answered and record.abandoned:
        raise BadCell("answered_and_abandoned")
    return record


def _rating(parts: dict[str, Any]) -> Rated | None:
    """The rating that scores and words make; they are taken out of the parts."""
    scale, whose = parts.pop("csat_scale", ""), parts.pop("provenance", None)
    said = {name: parts.pop(name) for name in _SAID if name in parts}
    rating: Rated | None = parts.pop("csat", None)
    if rating is None and said:
        rating = rating_of("", scale, "", "")
        rating = replace(rating, provenance=whose or rating.provenance)
    return replace(rating, **said) if rating and said else rating
