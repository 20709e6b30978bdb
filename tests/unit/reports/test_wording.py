"""Values as people read them."""

import pytest

from cstui.i18n import Translator
from cstui.reports.wording import duration_text, percent_text, score_text, value_text

ENGLISH, CHINESE = Translator("en"), Translator("zh")


@pytest.mark.parametrize(
    ("seconds", "english", "chinese"),
    [
        (None, "–", "–"),
        (0, "0 s", "0秒"),
        (42.93, "43 s", "43秒"),
        (59.5, "1 min", "1分钟"),
        (90, "1.5 min", "1.5分钟"),
        (597, "10 min", "10分钟"),
        (720, "12 min", "12分钟"),
        (1100, "18 min", "18分钟"),
        (3570, "1 h", "1小时"),
        (12_240, "3.4 h", "3.4小时"),
        (178_200, "49.5 h", "49.5小时"),
        (450_000, "5.2 d", "5.2天"),
    ],
)
def test_durations(seconds: float | None, english: str, chinese: str) -> None:
    """A duration is told in the unit that suits it, without more digits than help."""
    assert duration_text(seconds, ENGLISH) == english
    assert duration_text(seconds, CHINESE) == chinese


def test_rates_and_scores() -> None:
    """What has no value is a dash, never 0."""
    assert (percent_text(2 / 3), percent_text(0), percent_text(None)) == ("66.7%", "0.0%", "–")
    assert (score_text(10 / 3), score_text(None)) == ("3.33", "–")


def test_people_are_called_by_their_names() -> None:
    """Those without one by their login, which stays what other programs read."""
    t = Translator("en")
    t.names = {"lina": "Li Na"}
    assert [value_text("agent", one, t) for one in ("lina", "fan", "")] == [
        "Li Na",
        "fan",
        "(none)",
    ]
    assert value_text("team", "lina", t) == "lina"
