"""A team's settings, each from some day on."""

from datetime import UTC, datetime

import pytest

from cstui.cli.session import rules_of
from cstui.clock.period import Period
from cstui.domain.assignment import AssignmentRule
from cstui.domain.dispositions import Disposition, Outcome
from cstui.domain.forms import FORMS
from cstui.domain.people import Person, Role
from cstui.ports import Setting
from cstui.reports.model import Query
from cstui.services.settings.held import settings_on
from cstui.services.settings.problems import problems
from cstui.services.settings.readers import SNIPPET_PLACEHOLDERS
from cstui.services.settings.shown import settings_shown
from data.resources import read

NOW = datetime(2026, 5, 1, 9, tzinfo=UTC)


def made(key: str, value: object, effective: str = "2026-01-01") -> Setting:
    """A setting that somebody made."""
    return Setting(key, value, effective, "li", NOW)


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


def test_people_are_settings() -> None:
    """By login, with name, role, team and skills."""
    told = {"name": "李娜", "role": "supervisor", "team": "热线组", "skills": ["空调"]}
    people = settings_on(read("settings"), [made("people.li", told)], "2026-05-01").people
    assert people["li"] == Person("li", "李娜", Role.SUPERVISOR, "热线组", ("空调",))


def test_types_are_offered_with_their_subtypes() -> None:
    """Each type by itself, and each of its subtypes behind a slash."""
    categories = settings_on(read("settings"), [], "2026-05-01").categories
    assert categories[:3] == ("售前咨询", "售前咨询/产品", "售前咨询/价格")


def test_the_form_asks_for_its_own_fields_until_a_team_says_otherwise() -> None:
    """What a team asks for on one form leaves the others as they are."""
    own = {name: [one.name for one in form.fields if one.required] for name, form in FORMS.items()}
    before = settings_on(read("settings"), [], "2026-05-01").required
    assert {name: list(fields) for name, fields in before.items()} == own
    wanted = made("required", {"hotline": ["customer.phone"]})
    after = settings_on(read("settings"), [wanted], "2026-05-01").required
    assert after["hotline"] == ("customer.phone",)
    assert after["response"] == before["response"]


def test_calls_end_in_ways_that_mean_something() -> None:
    """Each disposition has an outcome; their order is that of the keys."""
    found = settings_on(read("settings"), [], "2026-05-01").dispositions
    assert found[0] == Disposition("当场解决", Outcome.SOLVE)
    assert {one.outcome for one in found} == set(Outcome)


def test_rules_of_assignment_are_read_in_their_order() -> None:
    """What a rule leaves out, it does not ask for."""
    told = [{"types": ["投诉建议"], "to": "li"}, {"skill": "空调", "priorities": ["高"]}]
    rules = settings_on(read("settings"), [made("assignment", told)], "2026-05-01").assignment
    assert rules == (
        AssignmentRule(types=("投诉建议",), to="li"),
        AssignmentRule(priorities=("高",), skill="空调"),
    )


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_holds_by_default_could_be_set(language: str) -> None:
    """The defaults of each language make sense, by themselves and together."""
    rules = rules_of([made("language", language)])
    shown = settings_shown(rules, NOW.date())
    typed = [Setting(key, value, "2099-01-01", "li", NOW) for key, value in shown.items()]
    assert not problems(rules, [], typed, None)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_scripts_and_snippets_can_be_filled(language: str) -> None:
    """With everything that they may stand in for."""
    settings = settings_on(read("settings"), [made("language", language)], "2026-05-01")
    assert "王芳" in settings.greeting.format(name="王芳")
    assert "noise" in settings.repeat_back.format(problem="noise")
    values = dict.fromkeys(SNIPPET_PLACEHOLDERS, "x")
    assert all("{" not in text.format(**values) for text in settings.snippets.values())
