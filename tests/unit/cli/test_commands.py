"""The shell's contract: data on stdout, talk on stderr, and exit codes that say what happened."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from cstui.cli.session import login

Shell = Callable[..., tuple[int, str, str]]


def test_a_report_of_nothing_has_no_figures(shell: Shell) -> None:
    """What has no value is null; counts are 0."""
    code, out, err = shell("report", "all", "--format", "json")
    total = json.loads(out)["total"]
    assert (code, err) == (0, "")
    assert total["tickets"] == 0
    assert total["first_response_s"]["mean"] is None
    assert total["csat"]["mean"] is None


def test_a_short_form_means_its_command(shell: Shell) -> None:
    """`r w` is `report week`."""
    assert shell("r", "w", "--format", "json")[1] == shell("report", "week", "--format", "json")[1]


@pytest.mark.parametrize(
    "words",
    [
        ["nonsense"],
        ["report", "--nonsense"],
        ["report", "31-31-31"],
        ["report", "--by", "colour"],
        ["report", "--where", "colour=blue"],
        ["explain"],
        ["explain", "20990101001"],
        ["export", "out.pdf"],
        ["import", "nothing.csv", "--form", "response"],
        ["settings", "colour=blue"],
        ["settings", "threshold=-1"],
        ["demo", "--tickets", "many"],
        ["--store", "nowhere.db", "doctor"],
        ["--store", "ftp://nowhere", "doctor"],
        ["--lang"],
        ["restore", "nothing.db"],
    ],
)
def test_misuse_is_told_in_one_sentence(words: list[str], shell: Shell) -> None:
    """Exit code 2, nothing on stdout, one line on stderr, never a traceback."""
    code, out, err = shell(*words)
    assert (code, out) == (2, "")
    assert err.startswith("cstui: ")
    assert len(err.splitlines()) == 1
    assert "did not expect" not in err


def test_misuse_is_told_in_chinese_too(shell: Shell) -> None:
    """In the language asked for, wherever it was asked for."""
    assert "没有命令" in shell("nonsense", "--lang", "zh")[2]
    assert "没有命令" in shell("--lang=zh", "nonsense")[2]


def test_options_may_stand_before_and_behind_the_command(shell: Shell, tmp_path: Path) -> None:
    """The shared options mean the same in both places."""
    store = tmp_path / "desk.db"
    assert shell("--store", store, "verify")[0] == shell("verify", "--store", store)[0] == 0


def test_settings_can_be_typed_back_as_they_are_shown(shell: Shell) -> None:
    """Each line of `settings` is a change that `settings` takes."""
    shell(
        "settings",
        'policy.gold={hours="business", limits={update={urgent="90 s", low="3 d"}}, '
        'pauses=["update"], pausing_waits=["配件"], warn_share=0.5, warn_before="1 h"}',
        "form.hotline=gold",
        'calendar.cn={week={6=["09:00-12:00"]}}',
        'people.li={name="李娜"}',
        "--from",
        "2026-01-02",
    )
    _, shown, _ = shell("settings")
    assert shell("settings", *shown.splitlines())[0] == 0
    assert shell("settings")[1] == shown
    assert 'update = { urgent = "90 s", low = "3 d" }' in shown


def test_settings_show_limits_hours_and_the_limits_of_each_form(shell: Shell) -> None:
    """Those that hold today, as they are written."""
    lines = shell("settings")[1].splitlines()
    told = dict(line.split(" = ", 1) for line in lines)
    assert told["threshold"] == '"30 min"'
    assert told["form.hotline"] == '"hotline"'
    assert told["policy.response"] == (
        '{ hours = "always", limits = { first_response = "30 min", follow_up = "48 h", '
        'slowness = "24 h" }, warn_share = 0.8 }'
    )
    assert told["calendar.cn"].startswith('{ hours = ["09:00-12:00", "13:00-18:00"]')


def test_limits_that_begin_later_are_shown_as_such(shell: Shell) -> None:
    """Until then the earlier version is shown, and the later one below."""
    shell("settings", 'policy.response={limits={first_response="3 min"}}', "--from", "2999-01-01")
    _, shown, _ = shell("settings")
    assert 'policy.response = { hours = "always", limits = { first_response = "30 min", ' in shown
    assert '# from 2999-01-01: policy.response = { limits = { first_response = "3 min" } }' in shown


def test_nobody_is_locked_out_of_settings(shell: Shell) -> None:
    """The last supervisor stays one until there is another."""
    me = login()
    code, _, err = shell("settings", f'people.{me}={{name="x"}}')
    assert (code, "supervisor" in err) == (2, True)
    other = 'people.li={role="supervisor"}'
    assert shell("settings", f'people.{me}={{name="x"}}', other)[0] == 0


def test_only_a_supervisor_changes_settings(shell: Shell) -> None:
    """Whoever created the store is one; somebody else must be named by them."""
    shell("settings", "allow_as=true", "people.li={}")
    code, _, err = shell("--as", "li", "settings", "threshold=15 min")
    assert code == 2
    assert "supervisor" in err


def test_acting_for_another_is_off_until_settings_allow_it(shell: Shell) -> None:
    """`--as` is refused, then taken."""
    assert shell("--as", "li", "report", "all")[0] == 2
    shell("settings", "allow_as=true", "people.li={}")
    assert shell("--as", "li", "report", "all")[0] == 0


def test_a_setting_may_hold_from_a_later_day_on(shell: Shell) -> None:
    """Until then the earlier one holds; what begins later is listed below, soonest first."""
    for text, day in {"15 min": "2999-02-01", "20 min": "2999-01-01"}.items():
        shell("settings", f"threshold={text}", "--from", day)
    lines = shell("settings")[1].splitlines()
    assert 'threshold = "30 min"' in lines
    assert lines[-2:] == [
        '# from 2999-01-01: threshold = "20 min"',
        '# from 2999-02-01: threshold = "15 min"',
    ]
    assert "# 自 2999-01-01 起：" in shell("settings", "--lang", "zh")[1]


def test_limits_and_hours_can_be_set(shell: Shell) -> None:
    """A team's own limits, its own hours, and which limits a form goes by."""
    code, _, err = shell(
        "settings",
        'policy.gold={limits={first_response="3 min"}}',
        "form.hotline=gold",
        'calendar.cn={hours=["08:00-20:00"], workdays=[1,2,3,4,5,6,7]}',
    )
    assert (code, "3" in err) == (0, True)
    assert "08:00" in shell("calendar", "2027-08-01..2027-08-01")[1]


@pytest.mark.parametrize(
    "change",
    ["form.hotline=nothing", 'policy.gold={limits={lunch="3 min"}}', 'calendar.cn={hours="all"}'],
)
def test_limits_that_make_no_sense_are_refused(change: str, shell: Shell) -> None:
    """And nothing of them is kept."""
    _, before, _ = shell("settings")
    assert shell("settings", change)[0] == 2
    assert shell("settings")[1] == before


@pytest.mark.parametrize("day", ["2026-99-99", "2026-1-011", "20260101", "2026-W01-1", "soon"])
def test_a_setting_holds_from_a_real_day_on(day: str, shell: Shell) -> None:
    """Written in one form only, by which settings are put in order."""
    code, _, err = shell("settings", "threshold=15 min", "--from", day)
    assert (code, day in err) == (2, True)


@pytest.mark.parametrize(
    "change", ["form.hotline=nosuch", "form.nonsense=hotline", "people.x={role=['a']}"]
)
def test_a_far_days_setting_must_make_sense_today(change: str, shell: Shell) -> None:
    """Else nobody could start a session on that day."""
    code, _, err = shell("settings", change, "--from", "2099-01-01")
    assert code == 2
    assert "did not expect" not in err


def test_limits_that_hold_are_not_set_anew_for_the_same_day(shell: Shell) -> None:
    """A ticket may go by them already; another day is free."""
    change = 'policy.response={limits={first_response="3 min"}}'
    other = change.replace("3", "5")
    assert shell("settings", change, "--from", "2026-01-01")[0] == 0
    code, _, err = shell("settings", other, "--from", "2026-01-01")
    assert (code, "--from" in err) == (2, True)
    assert shell("settings", other, "--from", "2026-01-02")[0] == 0


def test_a_backup_brings_the_store_back(shell: Shell, tmp_path: Path) -> None:
    """What was saved after it is gone, and the replaced store is kept."""
    shell("backup", tmp_path / "backup.db")
    shell("settings", "threshold=15 min")
    assert shell("restore", tmp_path / "backup.db")[0] == 0
    assert 'threshold = "30 min"' in shell("settings")[1]
    assert list(tmp_path.glob("desk.db.replaced*"))


def test_the_screens_want_a_terminal(shell: Shell) -> None:
    """Without one they say so instead of failing."""
    code, _, err = shell()
    assert code == 2
    assert "terminal" in err


def test_the_demo_without_a_terminal_prints_its_report(shell: Shell) -> None:
    """The same seed gives the same figures."""
    code, out, _ = shell("demo", "--tickets", 60, "--seed", 7)
    assert code == 0
    assert "60" in out


def test_the_calendar_shows_make_up_days(shell: Shell) -> None:
    """A Saturday that is worked instead of a holiday has hours, a holiday has none."""
    _, out, _ = shell("calendar", "2026-10")
    days = {line.split()[0]: line for line in out.splitlines()}
    assert "closed" in days["2026-10-01"]
    assert "09:00" in days["2026-10-10"]
    assert "closed" in days["2026-10-11"]


def test_the_calendar_warns_of_the_years_it_shows_alone(shell: Shell) -> None:
    """The year after the last day shown is none of them."""
    assert shell("calendar", "2026")[2] == ""
    assert "2027" in shell("calendar", "2026-12-31..2027-01-01")[2]


def test_the_calendar_shows_the_hours_of_each_day(shell: Shell) -> None:
    """Days before a change of hours show the earlier ones; holidays stay."""
    shell("settings", 'calendar.cn={hours=["08:00-20:00"]}', "--from", "2026-09-30")
    _, out, _ = shell("calendar", "2026-09-29..2026-10-01")
    before, after, holiday = out.splitlines()
    assert "09:00–12:00" in before
    assert "08:00–20:00" in after
    assert "closed" in holiday
