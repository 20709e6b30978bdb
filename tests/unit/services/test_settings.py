"""A team's settings, each from some day on."""

from datetime import UTC, datetime
from typing import Any

import pytest

from cstui.clock.period import Period
from cstui.domain.errors import InputError
from cstui.domain.people import Person, Role
from cstui.ports import Setting
from cstui.reports.model import Query
from cstui.services.settings import check_supervisors, setting_from, settings_on
from data.resources import read

NOW = datetime(2026, 5, 1, 9, tzinfo=UTC)


def made(key: str, value: object, effective: str = "2026-01-01") -> Setting:
    """A setting that somebody made."""
    return Setting(key, value, effective, "li", NOW)


def typed(text: str) -> Setting:
    """A setting as the shell takes it."""
    return setting_from(text, "2026-05-01", "li", NOW)


def test_without_settings_the_defaults_hold() -> None:
    """In the language of the team."""
    chinese = settings_on(read("settings"), [], "2026-05-01")
    english = settings_on(read("settings"), [made("language", "en")], "2026-05-01")
    assert chinese.channels[0] == "电话"
    assert english.channels[0] == "phone"
    assert chinese.threshold == english.threshold == 1800


def test_a_report_goes_by_the_teams_default_limit() -> None:
    """A query that names no limit has the one that holds until a team sets another."""
    period = Period("all", None, None, "Asia/Shanghai")
    assert Query(period).threshold_s == settings_on(read("settings"), [], "2026-05-01").threshold


def test_a_setting_holds_from_its_day_on() -> None:
    """The day before, the earlier one holds."""
    settings = [made("threshold", 900, "2026-01-01"), made("threshold", 600, "2026-06-01")]
    days = {"2025-12-31": 1800, "2026-01-01": 900, "2026-05-31": 900, "2026-06-01": 600}
    for day, threshold in days.items():
        assert settings_on(read("settings"), settings, day).threshold == threshold


def test_of_two_settings_for_one_day_the_later_made_holds() -> None:
    """As when somebody corrects a slip."""
    settings = [made("threshold", 900), made("threshold", 600)]
    assert settings_on(read("settings"), settings, "2026-05-01").threshold == 600


def test_a_threshold_is_a_length_of_time() -> None:
    """As limits are written; one kept as a bare number is in seconds."""
    for kept, seconds in {"15 min": 900, "2小时": 7200, 600: 600}.items():
        assert settings_on(read("settings"), [made("threshold", kept)], "2026-05-01").threshold == (
            seconds
        )


def person(login: str, role: str, effective: str = "2026-01-01") -> Setting:
    """A setting that makes somebody something."""
    return made(f"people.{login}", {"role": role}, effective)


def test_somebody_stays_a_supervisor() -> None:
    """On the day on which a change takes effect, and on later ones that are settled already."""
    kept = [
        person("li", "supervisor"),
        person("wang", "supervisor"),
        person("wang", "agent", "2027-01-01"),
    ]
    check_supervisors(kept, [person("li", "agent"), person("chen", "supervisor")])
    check_supervisors(kept, [person("wang", "agent", "2026-06-01")])
    for change in (person("li", "agent", "2027-01-01"), person("li", "agent", "2026-06-01")):
        with pytest.raises(InputError, match="last_supervisor") as failed:
            check_supervisors(kept, [change])
        assert failed.value.values["day"] == "2027-01-01"


def test_other_settings_ask_for_no_supervisor() -> None:
    """A store without one, as an older one may be, can still be set right."""
    check_supervisors([person("li", "agent")], [made("language", "en")])


def test_people_are_settings() -> None:
    """By login, with name, role and team."""
    told = {"name": "李娜", "role": "supervisor", "team": "热线组"}
    people = settings_on(read("settings"), [made("people.li", told)], "2026-05-01").people
    assert people["li"] == Person("li", "李娜", Role.SUPERVISOR, "热线组")


def test_types_are_offered_with_their_subtypes() -> None:
    """Each type by itself, and each of its subtypes behind a slash."""
    categories = settings_on(read("settings"), [], "2026-05-01").categories
    assert categories[:3] == ("售前咨询", "售前咨询/产品", "售前咨询/价格")


@pytest.mark.parametrize(
    ("text", "key", "value"),
    [
        ("zone=Europe/Berlin", "zone", "Europe/Berlin"),
        ('zone = "Europe/Berlin"', "zone", "Europe/Berlin"),
        ("allow_as=true", "allow_as", True),
        ('channels=["电话", "邮件"]', "channels", ["电话", "邮件"]),
        ('people.li={role="agent"}', "people.li", {"role": "agent"}),
        ("form.hotline=graded", "form.hotline", "graded"),
    ],
)
def test_a_value_is_written_as_toml_or_as_a_bare_word(text: str, key: str, value: Any) -> None:  # noqa: ANN401
    """So that a zone needs no quotes within quotes."""
    setting = typed(text)
    assert (setting.key, setting.value) == (key, value)


@pytest.mark.parametrize(
    "text",
    [
        "threshold",
        "threshold=",
        "threshold=-1",
        "threshold=true",
        "threshold=soon",
        "threshold=900",
        "threshold=0 min",
        "zone=Atlantis",
        "language=fr",
        "allow_as=1",
        "channels=[]",
        "channels=[1]",
        'channels=["a", "b", "a"]',
        'channels=[" "]',
        'priorities=["高", "高"]',
        'types={a=["b", "b"]}',
        'people.li={role="king"}',
        "people.li={age=3}",
        "people.li={name=5}",
        'people.li={role=["agent"]}',
        "people.li={team=true}",
        "people.li=supervisor",
        "people.={}",
        "policy.gold=fast",
        "policy.gold={}",
        "calendar.cn={}",
        "policy.gold={effective=2026-01-01}",
        "colour=blue",
    ],
)
def test_what_makes_no_sense_is_refused(text: str) -> None:
    """With a sentence that says what to write."""
    with pytest.raises(InputError):
        typed(text)
