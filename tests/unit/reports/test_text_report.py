"""The report as text."""

from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from cstui.clock.period import Period
from cstui.domain.facts import WORDS, RoundFacts
from cstui.i18n import LANGUAGES, Language, Translator
from cstui.metrics.columns import Columns
from cstui.metrics.values import DIMENSIONS
from cstui.reports.assembly import assemble
from cstui.reports.layout import cells
from cstui.reports.model import Query, Report
from cstui.reports.text_report import text_report
from tests.fixtures.facts import CHINA, ZONE, at, days, facts_table, response_log, ticket

NOW = datetime(2023, 10, 20, 12, 30, tzinfo=CHINA)
ALL = Query(Period("all", None, None, ZONE))
ENGLISH = Translator("en")


def report(rounds: list[RoundFacts], query: Query = ALL) -> Report:
    """The report over these rounds."""
    return assemble(Columns.of(facts_table(rounds)), query, NOW)


def text(rounds: list[RoundFacts], query: Query = ALL) -> str:
    """Its English text at 80 columns."""
    return text_report(report(rounds, query), ENGLISH, 80)


@settings(deadline=None)
@given(
    st.lists(st.sampled_from(response_log()), max_size=5),
    st.lists(st.sampled_from(DIMENSIONS), max_size=3, unique=True),
    st.text(max_size=90),
    st.integers(80, 130),
)
def test_every_line_fits(rounds: list[RoundFacts], by: list[str], word: str, width: int) -> None:
    """No line is wider than the terminal, whatever words tickets carry, in either language."""
    words = (word, word, *("",) * (len(WORDS) - 2))
    told = report([replace(one, words=words) for one in rounds], replace(ALL, by=tuple(by)))
    for language in LANGUAGES:
        lines = text_report(told, Translator(language), width).splitlines()
        assert max(map(cells, lines)) <= width
        assert not any("\x1b" in line for line in lines)


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_store_is_told_calmly(language: Language) -> None:
    """Where there is nothing, a dash says so, and no rate is 0 %."""
    told = text_report(report([]), Translator(language), 80)
    assert "–" in told
    assert "%" not in told


def test_how_many_stand_behind_a_figure() -> None:
    """Every mean and every rate has its n beside it."""
    lines = text(response_log()).splitlines()
    response = next(line for line in lines if line.startswith("First response time  "))
    assert response.split()[3:] == ["3", "18", "min", "20", "min", "–", "–", "25", "min"]
    assert "First response later than 30 min: 0.0% (0 of 3)" in lines


def test_exclusions_are_told_only_where_there_are_any() -> None:
    """What was left out is counted in the heading, in words."""
    assert "Left out" not in text(response_log())
    told = text([ticket(at(3), responded=at(2), resolved=at(1))])
    assert "first response before the submission: 1" in told
    assert "solution before the submission or the first response: 1" in told


def test_the_heading_names_period_zone_and_filters() -> None:
    """A printed report says by itself what it is about."""
    query = Query(days(1, 31), where={"channel": "电话", "team": ""})
    lines = text(response_log(), query).splitlines()
    assert lines[2:6] == [
        "2023-10-01 to 2023-10-31 (Asia/Shanghai)",
        "As of 2023-10-20 12:30",
        "Only channel: 电话",
        "Only team: (none)",
    ]
    assert text([], Query(days(5, 5))).splitlines()[2] == "2023-10-05 (Asia/Shanghai)"


def test_the_heading_tells_whose_scores_count() -> None:
    """Estimates are named where they count; a weekday is named as a reader names it."""
    query = Query(days(1, 31), where={"weekday": "7"}, estimates=True)
    lines = text(response_log(), query).splitlines()
    assert "Only weekday: Sun" in lines
    assert "Agents' estimates count as scores" in lines
    assert "Agents' estimates count as scores" not in text(response_log())


def test_a_closed_period_does_not_name_the_present() -> None:
    """Its text is the same whenever it is written."""
    assert "As of" not in text(response_log(), Query(days(1, 5)))


def test_clocks_that_do_not_exist_are_not_told() -> None:
    """Only kinds of clocks that tickets have are in the table."""
    told = text(response_log())
    assert "First response    3         0        0      100.0%" in told
    assert "Updates" not in told
    assert "Limits" not in text([ticket(at(1))])


def test_groups_are_named_in_the_readers_language() -> None:
    """Weekdays have names; a missing word is said in words."""
    told = report(response_log(), replace(ALL, by=("weekday", "team")))
    assert "Sun      (none)" in text_report(told, ENGLISH, 80)
    assert "周日  （未填）" in text_report(told, Translator("zh"), 80)
