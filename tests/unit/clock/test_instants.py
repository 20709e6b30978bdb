"""Instants carry the site's offset, whoever asks."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cstui.clock.instants import (
    epoch,
    from_epoch,
    local_instant,
    localized,
    minute_text,
    zone_of,
)
from cstui.domain.errors import InputError
from tests.fixtures.times import ZONE

PARIS = "Europe/Paris"


def test_a_skipped_hour_is_moved_on() -> None:
    """A time over which clocks go forward is as much later."""
    assert local_instant(PARIS, 2024, 3, 31, 2, 30).isoformat() == "2024-03-31T03:30:00+02:00"


def test_a_doubled_hour_is_the_second_one() -> None:
    """A time that clocks show twice is the second time."""
    assert local_instant(PARIS, 2024, 10, 27, 2, 30).isoformat() == "2024-10-27T02:30:00+01:00"


def test_differences_hold_across_a_change_to_summer_time() -> None:
    """Noon to noon across the change is 23 hours, since instants carry fixed offsets."""
    before, after = local_instant(PARIS, 2024, 3, 30, 12), local_instant(PARIS, 2024, 3, 31, 12)
    assert after - before == timedelta(hours=23)


@given(st.integers(0, 2**32 - 1), st.sampled_from([ZONE, PARIS, "America/New_York", "UTC"]))
def test_seconds_and_instants_are_the_same(seconds: int, zone: str) -> None:
    """An instant made of seconds since 1970 tells the same seconds, in any zone."""
    assert epoch(from_epoch(seconds, zone)) == seconds


def test_a_cell_without_offset_is_wall_time() -> None:
    """A spreadsheet's moment is what the site's clocks show, to the nearest second."""
    cell = datetime(2023, 10, 1, 9, 14, 59, 999_990)  # noqa: DTZ001
    assert localized(cell, ZONE).isoformat() == "2023-10-01T09:15:00+08:00"


def test_a_moment_with_offset_stays_the_same_moment() -> None:
    """A moment told in another zone is shown as the site's clocks show it."""
    assert localized(datetime(2023, 10, 1, 1, 15, tzinfo=UTC), ZONE).hour == 9


def test_unlikely_years_are_refused() -> None:
    """A year before 1970 or after 2099 is a slip of the pen."""
    with pytest.raises(InputError) as caught:
        localized(datetime(1023, 10, 1, tzinfo=UTC), ZONE)
    assert caught.value.key == "instant_range"


@pytest.mark.parametrize("name", ["Asia/Shanghaj", "", "../etc/passwd", "Asia"])
def test_unknown_zones_are_refused(name: str) -> None:
    """A name that is no zone is told, not a traceback."""
    with pytest.raises(InputError) as caught:
        zone_of(name)
    assert caught.value.key == "unknown_zone"


def test_sheets_show_minutes() -> None:
    """Sheets print day and minute in the site's zone."""
    assert minute_text(datetime(2023, 10, 1, 1, 15, 30, tzinfo=UTC), ZONE) == "2023-10-01 09:15"
