"""Looking at a team's settings, and changing them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cstui.domain.errors import NotAllowed
from cstui.i18n import LANGUAGES, Language, Translator
from cstui.ports import Setting
from cstui.services.desk import Desk
from cstui.services.settings.team import SettingsRefused, TeamSettings
from cstui.services.settings.text import value_text
from tests.fixtures.desks import Team, make_team

TODAY = "2026-05-06"


@pytest.fixture
def team(tmp_path: Path) -> Team:
    """A team with a supervisor, 陈杰."""
    made = make_team(tmp_path / "desk.db")
    with made.desk("lina") as desk:
        change(desk, "people.chen", {"name": "陈杰", "role": "supervisor"})
    return made


@pytest.fixture
def desk(team: Team) -> Iterator[Desk]:
    """The supervisor's desk."""
    with team.desk("chen") as mine:
        yield mine


def change(desk: Desk, key: str, value: object, effective: str = TODAY) -> None:
    """What somebody sets."""
    desk.store.set([Setting(key, value, effective, desk.me.login, desk.clock.now())])


def file(desk: Desk, *, language: Language = "zh") -> str:
    """The settings as a file."""
    return TeamSettings(desk).file(Translator(language))


def refused(desk: Desk, text: str) -> list[tuple[int, str, str]]:
    """What is wrong with a file: line, setting, failure."""
    with pytest.raises(SettingsRefused) as failed:
        TeamSettings(desk).from_file(text, TODAY)
    return [(one.line, one.key, one.error.key) for one in failed.value.problems]


def line(text: str, found: str) -> int:
    """The number of the line that holds something."""
    return next(place for place, each in enumerate(text.split("\n"), 1) if found in each)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_file_that_nobody_edited_changes_nothing(desk: Desk, language: Language) -> None:
    """In either language, with values that begin later, and for any day."""
    change(desk, "threshold", "15 min", "2999-06-01")
    change(desk, "people.zhang.san", {"skills": ["空调"]})
    change(desk, "policy.gold", {"limits": {"update": {"urgent": "90 s"}}, "warn_share": 0.5})
    text = file(desk, language=language)
    for day in (TODAY, "2999-07-01"):
        assert TeamSettings(desk).from_file(text, day) == []


def test_only_what_was_edited_is_set(desk: Desk) -> None:
    """From the day given on; what was taken out of the file stays."""
    text = file(desk).replace('threshold = "30 min"', 'threshold = "15 min"')
    text = text.replace('"现场",', '"门店",').replace("repeat_days = 7\n", "")
    settings = TeamSettings(desk)
    made = settings.from_file(text, "2999-06-01")
    assert [(one.key, one.effective) for one in made] == [
        ("threshold", "2999-06-01"),
        ("channels", "2999-06-01"),
    ]
    settings.set(made)
    assert desk.rules.settings.threshold == 1800
    assert [one.key for one in settings.overview().later] == ["threshold", "channels"]


def test_a_file_tells_what_each_setting_does_and_what_begins_later(desk: Desk) -> None:
    """In the reader's language."""
    change(desk, "threshold", "15 min", "2999-06-01")
    assert '# 自 2999-06-01 起：threshold = "15 min"\nthreshold = "30 min"' in file(desk)
    assert "# from 2999-06-01:" in file(desk, language="en")
    assert "# Where the site is." in file(desk, language="en")


def test_all_that_is_wrong_in_a_file_is_told_with_its_line(desk: Desk) -> None:
    """At once, from the top down; and nothing of it is set."""
    text = file(desk)
    for right, wrong in {
        'zone = "': 'zone = "Atlantis/',
        '"微信",': '"电话", # again',
        'does = "keep"': 'does = "sing"',
        "repeat_days": "repeat_dais",
        "hd = ": 'hd = "{weather}" # ',
        "[form]\n": '[form]\nhotline = "gold" #',
        '"10-01..10-07",': '"13-01",',
    }.items():
        text = text.replace(right, wrong, 1)
    text = text.replace('\nhotline = "hotline"', "")
    assert refused(desk, text) == [
        (line(text, "Atlantis"), "zone", "unknown_zone"),
        (line(text, "# again"), "channels", "setting_repeated"),
        (line(text, "sing"), "dispositions", "disposition_does"),
        (line(text, "repeat_dais"), "repeat_dais", "setting_unknown_near"),
        (line(text, "{weather}"), "snippets", "setting_placeholder"),
        (line(text, "gold"), "form.hotline", "unknown_policy"),
        (line(text, '"13-01"'), "calendar.cn", "bad_day"),
    ]


def test_what_is_not_toml_is_told_with_its_line(desk: Desk) -> None:
    """Nothing else can be said of such a file."""
    text = file(desk).replace("threshold =", "threshold")
    assert refused(desk, text) == [(line(text, 'threshold "'), "", "toml_syntax")]


def test_a_change_made_since_the_export_is_not_taken_back(team: Team, desk: Desk) -> None:
    """Whoever edits an old file is told; what the other did not touch could be set."""
    text = file(desk).replace('language = "zh"', 'language = "en"')
    with team.desk("lina") as other:
        change(other, "threshold", "15 min")
    assert refused(desk, text) == [(line(text, "threshold ="), "threshold", "setting_meanwhile")]
    text = text.replace('threshold = "30 min"', 'threshold = "15 min"')
    assert [one.key for one in TeamSettings(desk).from_file(text, TODAY)] == ["language"]


def test_a_file_that_tells_of_no_export_is_taken_as_it_is(desk: Desk) -> None:
    """As one written by hand is."""
    made = TeamSettings(desk).from_file('threshold = "20 min"\n[people.new]\n', TODAY)
    assert [one.key for one in made] == ["threshold", "people.new"]


def test_a_setting_is_edited_by_itself(desk: Desk) -> None:
    """It holds at once, where it is to hold from today on; typed unchanged, it is not set."""
    settings = TeamSettings(desk)
    seen = settings.overview().seen
    assert settings.set_text("threshold", "20 min", TODAY, seen)
    assert desk.rules.settings.threshold == 1200
    assert not settings.set_text("threshold", '"20 min"', TODAY, seen + 1)
    assert settings.overview().seen == seen + 1


def test_an_edited_setting_is_refused_with_its_line(team: Team, desk: Desk) -> None:
    """What is not TOML, what makes no sense, and what somebody else changed meanwhile."""
    settings = TeamSettings(desk)
    before = settings.overview()
    text = value_text(before.shown["channels"])

    def refused_text(text: str) -> tuple[int, str]:
        with pytest.raises(SettingsRefused) as failed:
            settings.set_text("channels", text, TODAY, before.seen)
        (problem,) = failed.value.problems
        return problem.line, problem.error.key

    assert refused_text(text.replace('邮件"', "邮件")) == (4, "toml_syntax")
    assert refused_text(text.replace("邮件", "电话")) == (4, "setting_repeated")
    with team.desk("lina") as other:
        change(other, "channels", ["电话"])
    assert refused_text(text.replace("邮件", "传真")) == (1, "setting_meanwhile")


def test_only_supervisors_change_settings(team: Team) -> None:
    """Others may look."""
    with team.desk("lina") as desk:
        settings = TeamSettings(desk)
        assert not settings.may_change
        assert settings.overview().shown
        with pytest.raises(NotAllowed, match="supervisor_only"):
            settings.set_text("threshold", "20 min", TODAY, settings.overview().seen)
