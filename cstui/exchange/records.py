"""From the values of a row to a record that tickets are made of."""

from collections.abc import Mapping
from typing import Any

from cstui.exchange.cells import rating_of
from cstui.exchange.fields import DEFAULT_FORM, Record
from cstui.exchange.rejects import BadCell

_BETWEEN_REMARKS = "\n"


def record_of(values: Mapping[str, Any], origin: str = "") -> Record:
    """The record that a row's values make.

    Args:
        values: what its fields say, by field.
        origin: what tells the row from all others.

    Raises:
        BadCell: where two values contradict each other.
    """
    parts = dict(values)
    words, scale = parts.pop("words", ""), parts.pop("csat_scale", "")
    rating = parts.pop("csat", None)
    if rating is None and words:
        rating = rating_of("", scale, words, "")
    transfers = parts.pop("transfers", 0)
    if isinstance(transfers, tuple):
        parts["handovers"] = transfers
    elif isinstance(transfers, str):
        remarks = filter(None, (parts.get("note"), transfers))
        parts["note"] = _BETWEEN_REMARKS.join(remarks)
    else:
        parts["transfers"] = int(transfers)
    parts.setdefault("form", DEFAULT_FORM)
    record = Record(**parts, rating=rating, origin=origin)
    if record.answered and record.abandoned:
        raise BadCell("answered_and_abandoned")
    return record
