"""Settings as they may be typed again."""

from datetime import UTC, date, datetime

import pytest

from cstui.cli.session import rules_of
from cstui.ports import Setting
from cstui.services.settings.shown import settings_later, settings_shown

NOW = datetime(2026, 5, 1, 9, tzinfo=UTC)
DAY = date(2026, 5, 1)


def made(key: str, value: object, effective: str) -> Setting:
    """A setting that somebody made."""
    return Setting(key, value, effective, "li", NOW)


def test_a_threshold_kept_in_seconds_is_shown_as_a_length_of_time() -> None:
    """As is one that begins later."""
    assert settings_shown(rules_of([made("threshold", 900, "0001-01-01")]), DAY)["threshold"] == (
        "15 min"
    )
    later = settings_later([made("threshold", 600, "2026-06-01")], "2026-05-01")
    assert [one.value for one in later] == ["10 min"]


def test_what_begins_later_is_told_once_for_each_day() -> None:
    """Soonest first; of two settings for one day the latest made, as it will hold."""
    settings = [
        made("language", "zh", "2026-07-01"),
        made("language", "zh", "2026-06-01"),
        made("language", "en", "2026-06-01"),
        made("language", "en", "2026-05-01"),
    ]
    later = settings_later(settings, "2026-05-01")
    assert [(one.effective, one.value) for one in later] == [
        ("2026-06-01", "en"),
        ("2026-07-01", "zh"),
    ]


@pytest.mark.parametrize(
    "told",
    [
        {"hours": "business", "limits": {"update": {"urgent": "90 s", "low": "3 d"}}},
        {"pauses": ["update", "resolution"], "pausing_waits": ["配件"], "warn_before": "1 h"},
        {"limits": {"accept": "2 h"}, "warn_share": 1},
        {"periodic": {"last_day": 4, "types": ["保养"]}},
        {"periodic": {}},
    ],
)
def test_limits_typed_as_shown_say_the_same(told: dict[str, object]) -> None:
    """Whatever they set, and whatever they leave to the defaults."""
    policies = rules_of([made("policy.gold", told, "2026-01-01")]).policies
    shown = settings_shown(rules_of([made("policy.gold", told, "2026-01-01")]), DAY)["policy.gold"]
    assert isinstance(shown, dict)
    assert policies.with_version("gold", "2026-01-01", shown).latest("gold") == (
        policies.latest("gold")
    )


def test_holidays_of_past_years_are_not_shown() -> None:
    """They stay when a calendar is set anew, and would fill the screen."""
    calendar = settings_shown(rules_of([]), DAY)["calendar.cn"]
    assert isinstance(calendar, dict)
    assert list(calendar["holidays"]) == ["2026"]
