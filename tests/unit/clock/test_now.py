"""The site's clock."""

import subprocess
import sys
from datetime import UTC, datetime, timedelta

import pytest

from cstui.clock.now import SiteClock
from cstui.domain.errors import InputError
from tests.fixtures.times import ZONE


def test_now_is_a_whole_second_with_the_sites_offset(monkeypatch: pytest.MonkeyPatch) -> None:
    """The site's zone counts, not that of whoever logs in."""
    monkeypatch.setenv("TZ", "America/New_York")
    now = SiteClock(ZONE).now()
    assert now.microsecond == 0
    assert now.utcoffset() == timedelta(hours=8)
    assert abs(now - datetime.now(UTC)) < timedelta(minutes=1)


def test_time_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    """Within one second the answer is the same; in the next one it is a second later."""
    seconds = iter([1_800_000_000.0, 1_800_000_000.9, 1_800_000_001.0])
    monkeypatch.setattr("cstui.clock.now.time", lambda: next(seconds))
    clock = SiteClock(ZONE)
    first, same, later = clock.now(), clock.now(), clock.now()
    assert first == same == datetime.fromtimestamp(1_800_000_000, UTC)
    assert later - first == timedelta(seconds=1)


def test_a_clock_needs_a_zone() -> None:
    """A clock in no known zone is refused when it is made, not when it is read."""
    with pytest.raises(InputError):
        SiteClock("Nowhere/Land")


def test_counting_needs_no_slow_import() -> None:
    """Pendulum is read in only where the time is asked for or a calendar unit is looked up."""
    program = (
        "import sys, cstui.clock.now, cstui.clock.period, cstui.services.deriving\n"
        "from tests.fixtures.times import at, calendar\n"
        "calendar().business_seconds(at('2026-05-06 09:00'), at('2026-05-07 09:00'))\n"
        "sys.exit('pendulum' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
