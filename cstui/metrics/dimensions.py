"""Dimensions: by what tickets are grouped and filtered.

A ticket has one place in each dimension, whatever figure is asked for: hour, half-hour, weekday,
day, week and month are those of its submission, in the site's zone. So the parts of a grouping add
up to the whole, and a response of the 2nd to a ticket of the 1st stands with the 1st.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from cstui.domain.errors import InputError
from cstui.domain.facts import WORDS
from cstui.metrics.columns import Columns
from cstui.metrics.sources import Column, Mask
from cstui.metrics.values import DIMENSIONS
from cstui.metrics.zones import local_seconds

_DAY, _HOUR, _HALF_HOUR = 86_400, 3_600, 1_800
_EPOCH = date(1970, 1, 1)
_THURSDAY = 3
"""Days from a Monday to the first of January 1970."""
_UNKNOWN = -1
_COUNTABLE = 4
"""How many times more places than rows are still counted through."""


class Places(Struct, frozen=True):
    """Where each row stands in a dimension."""

    codes: Column
    """For each row, the index of its label."""
    labels: tuple[str | None, ...]
    """The labels that occur, in order; None, last, for rows that have no value."""


def places(columns: Columns, dimension: str, zone: str) -> Places:
    """The place of every row in a dimension; `InputError` for an unknown dimension."""
    if dimension in WORDS:
        return _word_places(columns, dimension)
    if dimension not in _PARTS:
        raise InputError("unknown_dimension", name=dimension, known=", ".join(DIMENSIONS))
    part = _PARTS[dimension]
    submitted = columns["submitted"]
    numbers = np.where(submitted == 0, _UNKNOWN, part.of(local_seconds(submitted, zone)))
    present, codes = compact(numbers)
    labels = tuple(None if number == _UNKNOWN else part.label(number) for number in present)
    return _in_order(codes, labels, range(len(labels)))


def matching(columns: Columns, where: Mapping[str, str], zone: str) -> Mask:
    """The rows with the wanted value in each dimension; the empty value finds those without any.

    Raises:
        InputError: for an unknown dimension, or a value that it can never have.
    """
    rows = np.ones(len(columns), np.bool_)
    for dimension, value in where.items():
        if dimension in WORDS:
            rows &= columns[dimension] == _number_of(value, columns.words)
            continue
        found = places(columns, dimension, zone)
        wanted = wanted_label(dimension, value)
        if wanted in found.labels:
            rows &= found.codes == found.labels.index(wanted)
        else:
            rows[:] = False
    return rows


def wanted_label(dimension: str, value: str) -> str | None:
    """The label that a typed value means: `9` is the hour `09`, nothing is None."""
    part = _PARTS.get(dimension)
    if part is None or not value:
        return value or None
    label = value.upper().zfill(part.digits)
    if not re.fullmatch(part.pattern, label):
        raise InputError("dimension_value", name=dimension, value=value, example=part.example)
    return label


def _number_of(word: str, words: tuple[str, ...]) -> int:
    """The number of a word; one that no row has where it is unknown."""
    return words.index(word) if word in words else len(words)


def _word_places(columns: Columns, dimension: str) -> Places:
    present, codes = compact(columns[dimension])
    labels = tuple(columns.words[number] or None for number in present)
    order = sorted(range(len(labels)), key=lambda place: labels[place] or "")
    return _in_order(codes, labels, order)


def _in_order(codes: Column, labels: tuple[str | None, ...], order: Iterable[int]) -> Places:
    """Labels in an order of their indexes, but None last."""
    ordered = sorted(order, key=lambda place: labels[place] is None)
    rank = np.empty(len(labels), np.min_scalar_type(len(labels)))
    rank[ordered] = np.arange(len(labels))
    return Places(rank.take(codes), tuple(labels[place] for place in ordered))


def compact(numbers: Column) -> tuple[list[int], Column]:
    """The numbers that occur, ascending, and for each row the index of its own.

    Counting beats sorting where they lie close together, as they nearly always do.
    """
    if not len(numbers):
        return [], numbers
    least = int(numbers.min())
    if int(numbers.max()) - least > _COUNTABLE * len(numbers):
        found, codes = np.unique(numbers, return_inverse=True)
        return found.tolist(), codes
    above = numbers - numbers.dtype.type(least)
    counts = np.bincount(above)
    present = np.flatnonzero(counts)
    rank = np.empty(len(counts), np.min_scalar_type(len(present)))
    rank[present] = np.arange(len(present))
    return (present + least).tolist(), rank.take(above)


class _Part(Struct, frozen=True):
    """A part of local time, as a number and as a label."""

    of: Callable[[NDArray[np.int64]], NDArray[np.int64]]
    label: Callable[[int], str]
    pattern: str
    example: str
    digits: int = 0


def _months(local: NDArray[np.int64]) -> NDArray[np.int64]:
    days = (local // _DAY).astype("datetime64[D]")
    months: NDArray[np.int64] = days.astype("datetime64[M]").astype(np.int64)
    return months


def _half_hour_label(place: int) -> str:
    return f"{place // 2:02}:{place % 2 * 30:02}"


def _day_label(day: int) -> str:
    return (_EPOCH + timedelta(days=day)).isoformat()


def _week_label(week: int) -> str:
    year, number, _ = (_EPOCH + timedelta(days=week * 7 - _THURSDAY)).isocalendar()
    return f"{year}-W{number:02}"


_PARTS = {
    "hour": _Part(
        lambda local: local % _DAY // _HOUR, "{:02}".format, r"[01]\d|2[0-3]", "09", digits=2
    ),
    "half_hour": _Part(
        lambda local: local % _DAY // _HALF_HOUR,
        _half_hour_label,
        r"([01]\d|2[0-3]):[03]0",
        "09:30",
        5,
    ),
    "weekday": _Part(lambda local: (local // _DAY + _THURSDAY) % 7 + 1, str, "[1-7]", "1"),
    "day": _Part(lambda local: local // _DAY, _day_label, r"\d{4}-\d\d-\d\d", "2026-05-01"),
    "week": _Part(
        lambda local: (local // _DAY + _THURSDAY) // 7, _week_label, r"\d{4}-W\d\d", "2026-W20"
    ),
    "month": _Part(
        _months, lambda month: f"{1970 + month // 12}-{month % 12 + 1:02}", r"\d{4}-\d\d", "2026-05"
    ),
}
"""Weekdays are numbered from 1, Monday, and weeks begin with it, as ISO 8601 has it."""
