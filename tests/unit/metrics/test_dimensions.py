"""Dimensions: grouping and filtering."""

import numpy as np
import pytest

from cstui.domain.errors import InputError
from cstui.metrics.dimensions import compact, matching, places
from cstui.metrics.values import DIMENSIONS
from tests.fixtures.facts import BLANK, ZONE, at, columns, response_log, ticket


def labels(dimension: str, *instants: int, zone: str = ZONE) -> list[str | None]:
    """The label of each ticket submitted at these instants."""
    found = places(columns(*(ticket(instant) for instant in instants)), dimension, zone)
    return [found.labels[code] for code in found.codes]


@pytest.mark.parametrize(
    ("dimension", "expected"),
    [
        ("hour", "23"),
        ("weekday", "7"),
        ("day", "2023-10-01"),
        ("week", "2023-W39"),
        ("month", "2023-10"),
    ],
)
def test_parts_of_the_submission(dimension: str, expected: str) -> None:
    """The first of October 2023 was a Sunday; its last hour is told in the site's zone."""
    assert labels(dimension, at(1, "23:59")) == [expected]


def test_the_zone_decides() -> None:
    """The same moment is another day elsewhere."""
    assert labels("day", at(1, "01:00"), zone="UTC") == ["2023-09-30"]


@pytest.mark.parametrize(
    ("moment", "week"), [((2024, 12, 30), "2025-W01"), ((2027, 1, 1), "2026-W53")]
)
def test_weeks_are_those_of_iso_8601(moment: tuple[int, int, int], week: str) -> None:
    """A week belongs to the year of its Thursday."""
    from datetime import UTC, datetime

    assert labels("week", int(datetime(*moment, tzinfo=UTC).timestamp()), zone="UTC") == [week]


def test_labels_stand_in_order_without_value_last() -> None:
    """Words are sorted, times ascend, and what has no value comes last."""
    log = columns(
        BLANK, ticket(at(2), words={"channel": "b"}), ticket(at(1), words={"channel": "a"})
    )
    assert places(log, "channel", ZONE).labels == ("a", "b", None)
    assert places(log, "day", ZONE).labels == ("2023-10-01", "2023-10-02", None)


@pytest.mark.parametrize("dimension", DIMENSIONS)
def test_every_dimension_can_be_empty(dimension: str) -> None:
    """A store without tickets has no place in any dimension."""
    assert places(columns(), dimension, ZONE).labels == ()


def test_an_unknown_dimension_is_refused() -> None:
    """The failure names those that there are."""
    with pytest.raises(InputError, match="unknown_dimension"):
        places(columns(), "colour", ZONE)


@pytest.mark.parametrize(
    ("where", "n"),
    [
        ({"channel": "电话"}, 1),
        ({"channel": "电话", "type": "产品咨询"}, 1),
        ({"channel": "电话", "type": "售后投诉"}, 0),
        ({"channel": "APP"}, 0),
        ({"team": ""}, 3),
        ({"hour": "9"}, 1),
        ({"hour": "09"}, 1),
        ({"week": "2023-w39"}, 3),
        ({"month": "2023-11"}, 0),
    ],
)
def test_filters(where: dict[str, str], n: int) -> None:
    """A filter keeps the rows with that value; several must all hold."""
    assert matching(columns(*response_log()), where, ZONE).sum() == n


@pytest.mark.parametrize(
    "where", [{"hour": "24"}, {"weekday": "0"}, {"day": "1.10.2023"}, {"month": "10"}]
)
def test_values_that_a_dimension_never_has_are_refused(where: dict[str, str]) -> None:
    """A slip in a time is told, and does not look like an empty report."""
    with pytest.raises(InputError, match="dimension_value"):
        matching(columns(*response_log()), where, ZONE)


def test_numbers_far_apart_are_made_compact() -> None:
    """Codes are small whatever the numbers are."""
    present, codes = compact(np.array([2**60, 5, 2**60]))
    assert (present, codes.tolist()) == ([5, 2**60], [1, 0, 1])
