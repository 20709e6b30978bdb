"""Lengths of time, read and written."""

import pytest

from cstui.clock.durations import parse_duration, written_duration


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (10, "10 s"),
        (90, "90 s"),
        (1800, "30 min"),
        (5400, "90 min"),
        (7200, "2 h"),
        (48 * 3600, "48 h"),
        (72 * 3600, "3 d"),
        (90 * 3600, "90 h"),
        (99_999 * 86_400, "99999 d"),
    ],
)
def test_a_length_of_time_is_written_as_it_is_read(seconds: int, text: str) -> None:
    """In the largest unit in which it is a whole number; in days from three on."""
    assert written_duration(seconds) == text
    assert parse_duration(text) == seconds
