"""Views and reports over a desk's tickets."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from cstui.cli.session import read_rules
from cstui.clock.period import parse_period
from cstui.domain import acts
from cstui.domain.errors import InputError
from cstui.domain.people import Person
from cstui.domain.ticket import Header, Ticket
from cstui.i18n import Translator
from cstui.metrics.values import DIMENSIONS
from cstui.ports import Setting
from cstui.reports.document import Table
from cstui.reports.model import Query
from cstui.reports.render.document_json import as_json
from cstui.reports.views.catalogue import REPORTS, VIEWS, document, is_grouped
from cstui.services.analysing import Analysis
from cstui.services.desk import Desk
from data.desk import create_store
from tests.fixtures.times import FrozenClock, at, event

ENGLISH = Translator("en")
DAY = "2023-10-10"
PERIODS = st.sampled_from([DAY, "2023-10", "2023-10-11", "all"])
DIMENSION = st.sampled_from(["", "channel", "type", "hour"])
WHERE = st.sampled_from(
    [{}, {"channel": "mail"}, {"type": "repair"}, {"type": "repair", "hour": "9"}]
)
ZONE = "Asia/Shanghai"


def answered(submitted: str, replied: str, channel: str = "chat", kind: str = "repair") -> Ticket:
    """A ticket of that day, answered and solved at the same moment."""
    events = (
        event(f"{DAY} {submitted}", acts.Submitted()),
        event(f"{DAY} {replied}", acts.Responded()),
        event(f"{DAY} {replied}", acts.Resolved("done")),
    )
    return Ticket(Header(form="response", channel=channel, category=(kind, "")), events)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A desk on the morning after."""
    store = create_store(tmp_path / "desk.db")
    clock = FrozenClock(at("2023-10-11 09:00"))
    yield Desk(store, clock, Person("wang"), lambda: read_rules(store))
    store.close()


def asked(period: str = DAY, /, **where: str) -> Query:
    """A question about some of the tickets of that day."""
    return Query(parse_period(period, at("2023-10-11 09:00"), ZONE), ("channel",), where)


def table(told: Analysis, view: str, query: Query, name: str) -> Table:
    """A table of a view."""
    section = told.document(view, query, ENGLISH).sections[0]
    return next(one for one in section.tables if one.name == name)


def test_what_is_usual_is_drawn_from_all_tickets(desk: Desk) -> None:
    """A filter leaves one slow reply, which is an anomaly among all of its kind."""
    quick = [answered(f"09:{minute:02}", f"09:{minute + 5:02}") for minute in range(9)]
    slow = answered("10:00", "10:45")
    desk.add([*quick, slow])
    listed = table(Analysis(desk), "anomalies", asked(hour="10"), "tickets")
    assert len(listed.rows) == 1


def test_a_definition_tells_all_that_a_figure_stands_on(desk: Desk) -> None:
    """Value, n, formula, exclusions, days, filter, calendar, and what it was before."""
    before = [
        event("2023-10-09 09:00", acts.Submitted()),
        event("2023-10-09 09:20", acts.Responded()),
    ]
    desk.add(
        [answered("09:00", "09:30"), Ticket(Header(form="response", channel="chat"), tuple(before))]
    )
    name, *lines = Analysis(desk).definition("FRT", asked(channel="chat"), ENGLISH)
    told = "\n".join(lines)
    assert name == "First response time"
    for part in (
        "30 min (n = 1)", "Formula: first reply", "Left out here: 0", "2023-10-10", "channel: chat",
        "Working time by calendar",
        "Period before: 20 min (n = 1), now +50.0%",
        "Benchmark: 15 min",
    ):  # fmt: skip
        assert part in told, part


def test_values_to_filter_by(desk: Desk) -> None:
    """Those that tickets of the period have, with how many have each; also for those with none."""
    desk.add(
        [answered("09:00", "09:05"), answered("10:00", "10:05"), answered("11:00", "11:05", "")]
    )
    analysis = Analysis(desk)
    assert analysis.values("channel", asked(), ENGLISH) == [("chat", 2), ("", 1)]
    assert analysis.values("channel", asked("2023-10-09"), ENGLISH) == []
    for dimension in DIMENSIONS:
        assert sum(n for _, n in analysis.values(dimension, asked(), ENGLISH)) == 3


def test_the_tickets_behind_a_figure(desk: Desk) -> None:
    """Of a share those that make it worse: answers past half an hour, not those in time."""
    added = desk.add([answered("09:00", "09:05"), answered("10:00", "10:45")])
    analysis = Analysis(desk)
    assert analysis.rows("TO", asked(), ENGLISH) == [added[1].id]
    rows = analysis.tickets("TO", asked(), ENGLISH).sections[0].tables[0].rows
    assert [row.ticket for row in rows] == [added[1].number]


def test_the_tickets_behind_a_band(desk: Desk) -> None:
    """Each age of the backlog and each wait leads to its own tickets, and tells their count."""
    waits = Ticket(Header(form="response"), (event(f"{DAY} 08:00", acts.Submitted()),))
    lately = Ticket(Header(form="response"), (event("2023-10-11 08:00", acts.Submitted()),))
    added = desk.add([waits, lately, answered("09:00", "09:05"), answered("10:00", "10:45")])
    analysis = Analysis(desk)
    for row in table(analysis, "backlog", asked("all"), "ages").rows[:-1]:
        behind = asked("all", **row.where)
        assert len(analysis.rows("BL", behind, ENGLISH)) == row.cells[1]
    assert analysis.rows("BL", asked("all", age="0-4h"), ENGLISH) == [added[1].id]
    assert analysis.rows("FRT", asked("all", wait="0-5min"), ENGLISH) == [added[2].id]
    assert "45 min (n = 1)" in analysis.definition("FRT", asked("all", wait="30-60min"), ENGLISH)[1]


@pytest.mark.parametrize("ending", ["html", "xlsx", "md", "csv", "json", "txt"])
def test_a_report_is_written_in_the_format_of_its_ending(
    desk: Desk, tmp_path: Path, ending: str
) -> None:
    """In each of them; any other ending is refused, and nothing is written then."""
    desk.add([answered("09:00", "09:05")])
    analysis, path = Analysis(desk), tmp_path / f"report.{ending}"
    analysis.write("daily", asked(), ENGLISH, path)
    assert path.stat().st_size
    with pytest.raises(InputError, match="report_ending"):
        analysis.write("daily", asked(), ENGLISH, tmp_path / "report.doc")
    assert not (tmp_path / "report.doc").exists()


def test_reasons_are_those_that_were_given_last(desk: Desk) -> None:
    """A slow reply with the reason for its being late is accounted for."""
    quick = [answered(f"09:{minute:02}", f"09:{minute + 5:02}") for minute in range(9)]
    slow = answered("10:00", "10:45")
    why = (event(f"{DAY} 11:00", acts.Explained(acts.LATE, "storm")),)
    desk.add([*quick, slow.with_events(why)])
    analysis = Analysis(desk)
    listed = table(analysis, "anomalies", asked(), "tickets")
    assert [(row.cells[3], row.marked) for row in listed.rows] == [("storm", False)]
    rates = table(analysis, "anomalies", asked(), "anomalies")
    assert rates.rows[0].cells[1:] == (0.1, 10, 1.0, 1)


def test_what_was_saved_since_is_told(desk: Desk) -> None:
    """After a look at the changes, and not before."""
    analysis = Analysis(desk)
    desk.add([answered("09:00", "09:05")])
    assert analysis.values("channel", asked(), ENGLISH) == []
    assert analysis.refresh()
    assert analysis.values("channel", asked(), ENGLISH) == [("chat", 1)]
    assert not analysis.refresh()


def test_a_closed_period_goes_by_the_calendar_of_its_end(desk: Desk) -> None:
    """Which version of the hours holds today is of no matter to it."""
    desk.add([answered("09:00", "09:05")])
    usual = desk.rules.calendars.on(date(2023, 10, 10)).schedule.ref
    told = Analysis(desk).definition("FRT", asked(), ENGLISH)
    assert f"Working time by calendar {usual}" in told


@given(st.lists(st.tuples(PERIODS, DIMENSION, WHERE), min_size=2, max_size=6))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
def test_an_answer_does_not_depend_on_what_was_asked_before(
    desk: Desk, questions: list[tuple[str, str, dict[str, str]]]
) -> None:
    """What is kept from one question to the next is no more than what holds for both."""
    if not desk.store.count():
        desk.add([answered("09:00", "09:30"), answered("10:00", "10:20", "mail", "return")])
    kept = Analysis(desk)
    for period, by, where in questions:
        query = replace(asked(period, **where), by=(by,) if by else ())
        for view in ("response", "board"):
            told = kept.document(view, query, ENGLISH)
            assert as_json(told) == as_json(Analysis(desk).document(view, query, ENGLISH))


def test_answers_stay_as_they_were_at_the_last_refresh(desk: Desk) -> None:
    """Somebody who groups in another way compares the same tickets."""
    desk.add([answered("09:00", "09:30")])
    analysis = Analysis(desk)
    desk.add([answered("10:00", "10:20")])
    assert len(analysis.rows("FRT", asked(), ENGLISH)) == 1
    assert analysis.refresh()
    assert len(analysis.rows("FRT", asked(), ENGLISH)) == 2


def test_a_closed_period_is_told_by_the_settings_of_its_last_day(desk: Desk) -> None:
    """A target or a limit set later changes no report that somebody has in hand."""
    desk.add([answered("09:00", "09:30")])
    before = as_json(Analysis(desk).document("monthly", asked(), ENGLISH))
    made = {"targets": {"FRT": "10 min"}, "answer_within": "40 s", "threshold": "5 min"}
    now = desk.clock.now()
    desk.store.set([Setting(key, told, "2023-10-11", "wang", now) for key, told in made.items()])
    desk.reread_rules()
    assert as_json(Analysis(desk).document("monthly", asked(), ENGLISH)) == before
    assert desk.settings_over(asked().period).threshold == 1800
    today = asked("2023-10-11")
    assert desk.settings_over(today.period).threshold == 300


@pytest.mark.parametrize("name", [*VIEWS, *REPORTS])
def test_views_with_groups_of_their_own_do_not_differ_by_those_asked_for(
    desk: Desk, name: str
) -> None:
    """So they need not be told again."""
    desk.add([answered("09:00", "09:30"), answered("10:00", "10:20", "mail", "return")])
    studies = [Analysis(desk).study(replace(asked(), by=by), ENGLISH) for by in ((), ("type",))]
    told = [as_json(document(name, study)) for study in studies]
    assert is_grouped(name) or told[0] == told[1]


def test_a_part_of_a_period_is_told_by_what_the_period_knows(desk: Desk) -> None:
    """As a day of a month that goes on: who got its tickets later has them there, too."""
    (ticket,) = desk.add([answered("09:00", "09:30")])
    desk.save(ticket.with_events([event("2023-10-11 08:00", acts.Transferred("li"))]))
    analysis, day = Analysis(desk), asked()
    part = replace(day, within=asked("2023-10").period)
    for query, holders in ((day, [("", 1)]), (part, [("li", 1)])):
        assert analysis.values("agent", query, ENGLISH) == holders
