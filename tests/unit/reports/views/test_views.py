"""The views of the analysis: which figures each puts side by side."""

from datetime import datetime

import pytest

from cstui.domain.facts import Flag, RoundFacts, Verdict
from cstui.i18n import LANGUAGES, Language
from cstui.metrics.dimensions import matching
from cstui.reports.document import Cell, HeatMap, Lines, Measure, Row, Section, Table
from cstui.reports.render.text import as_text
from cstui.reports.study import Aims
from cstui.reports.views.anomalies import anomalies
from cstui.reports.views.attainment import attainment
from cstui.reports.views.backlog import backlog
from cstui.reports.views.board import board
from cstui.reports.views.catalogue import REPORTS, VIEWS, document
from cstui.reports.views.heat import heat
from cstui.reports.views.monitoring import assessment, monitoring
from cstui.reports.views.people import people
from cstui.reports.views.problems import problems
from cstui.reports.views.response import response
from cstui.reports.views.satisfaction import satisfaction
from cstui.reports.views.staffing import staffing
from cstui.reports.views.tickets import tickets
from cstui.reports.views.trends import trends
from tests.fixtures.facts import CHINA, PLAIN, at, days, response_log, ticket
from tests.fixtures.studies import study

MINUTE = 60


def table(section: Section, name: str) -> Table:
    """One of a section's tables."""
    return next(one for one in section.tables if one.name == name)


def cell(told: Table, row: Row, column: str) -> Cell:
    """A row's value in a column."""
    found = row.cells[[one.name for one in told.columns].index(column)]
    return found.value if isinstance(found, Measure) else found


def labelled(told: Table, label: str) -> Row:
    """The row of a label."""
    return next(row for row in told.rows if row.cells[0] == label)


def answered(submitted: int, minutes: int, **words: str) -> RoundFacts:
    """A ticket answered and solved after so many minutes."""
    then = submitted + minutes * MINUTE
    return ticket(submitted, Flag(0), words, responded=then, resolved=then, ended=then)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", [*VIEWS, *REPORTS])
def test_every_view_can_tell_of_anything(name: str, language: Language) -> None:
    """Each view has its words in both languages, with tickets and without any."""
    for rounds in (response_log(), []):
        told = document(name, study(rounds, days(1, 31), language=language))
        assert told.title in as_text(told, study([], language=language).t, 80)


def test_response_times_by_group() -> None:
    """The printed log: waits of 10, 25 and 20 minutes, a mean of 18 minutes 20 seconds."""
    told = response(study(response_log()))
    waits = table(told, "FRT.spread")
    assert cell(waits, waits.rows[0], "mean") == 1100
    assert [cell(waits, row, "mean") for row in waits.rows[1:]] == [1500, 600, 1200]
    assert waits.rows[1].where == {"channel": "在线客服"}
    assert [chart.name for chart in told.charts] == ["FRT", "FRT.groups", "RT", "RT.groups"]
    groups = told.charts[1]
    assert isinstance(groups, HeatMap)
    assert [sum(filter(None, row)) for row in groups.values] == [1, 1, 1]
    assert groups.rows == ("在线客服", "电话", "邮件")


def test_a_single_day_has_no_course() -> None:
    """It is told in a line, and nothing is drawn."""
    told = trends(study(response_log(), days(1, 1)))
    assert len(table(told, "trends").rows) == 1
    assert not told.charts


def test_a_course_is_told_against_its_own_chance() -> None:
    """A day far outside of what days vary by is marked; the day that goes on sets no limit."""
    quiet = [answered(at(day, "09:00"), 10 + day % 2) for day in range(1, 11)]
    rounds = [*quiet, answered(at(11, "09:00"), 90), answered(at(12, "09:00"), 300)]
    now = datetime(2023, 10, 12, 20, tzinfo=CHINA)
    told = trends(study(rounds, days(1, 31), now=now))
    marked = [row.cells[0] for row in told.tables[0].rows if row.marked]
    assert marked == ["2023-10-11"]
    chart = told.charts[1]
    assert isinstance(chart, Lines) and chart.limits
    assert chart.limits.mean == pytest.approx((10.5 * 10 + 90) / 11 * MINUTE)
    assert any("2023-10-12" in note for note in told.notes)


def test_hours_by_weekdays() -> None:
    """Each ticket stands at the hour and the weekday on which it was submitted."""
    monday = at(2, "09:30")
    told = heat(study([answered(monday, 5), answered(monday, 15), answered(at(8, "23:10"), 5)]))
    volume, waits = told.charts[0], told.charts[1]
    assert volume.values[0][9] == 2  # type: ignore[union-attr]
    assert volume.values[6][23] == 1  # type: ignore[union-attr]
    assert waits.values[0][9] == 10 * MINUTE  # type: ignore[union-attr]
    assert waits.values[0][10] is None  # type: ignore[union-attr]


def test_limits_kept_by_priority() -> None:
    """Met and breached add up by priority; a running clock stands beside them."""
    due = at(1, "10:00")
    met = {"responded": due, "response_due": due, "response": Verdict.MET}
    late = {"responded": due + 600, "response_due": due, "response": Verdict.BREACHED}
    running = {"response_due": at(30), "response": Verdict.RUNNING}
    rounds = [
        ticket(at(1), Flag(0), {"priority": "high"}, **met),
        ticket(at(1), Flag(0), {"priority": "high"}, **late),
        ticket(at(1), Flag.OPEN, {"priority": "low"}, **running),
    ]
    told = attainment(study(rounds, days(1, 2), now=datetime(2023, 10, 2, tzinfo=CHINA)))
    kept = table(told, "SLA.response")
    assert [row.cells for row in kept.rows] == [
        ("All", 1, 1, 1, 0.5),
        ("high", 1, 1, 0, 0.5),
        ("low", 0, 0, 1, None),
    ]
    breaches = table(told, "BRK.response.spread")
    assert cell(breaches, breaches.rows[0], "max") == 600


def test_what_is_left_is_what_came_less_what_went() -> None:
    """Each day's end is the day before's, plus what came, less what went."""
    rounds = [answered(at(day, "23:50"), 30) for day in range(1, 6)] + [ticket(at(3), Flag.OPEN)]
    told = table(backlog(study(rounds, days(2, 5))), "flow")
    left = 1
    for row in told.rows:
        _, came, went, now_left = row.cells
        left += int(str(came)) - int(str(went))
        assert now_left == left
    assert "1" in told.notes[0]


def test_ages_add_up_to_the_backlog() -> None:
    """Open tickets by age: each in one band, all of them in the last row."""
    rounds = [ticket(at(1, hour), Flag.OPEN) for hour in ("02:00", "20:00", "23:00")]
    now = datetime(2023, 10, 2, tzinfo=CHINA)
    ages = table(backlog(study(rounds, days(1, 3), now=now)), "ages")
    assert [row.cells[1] for row in ages.rows] == [2, 1, 0, 0, 0, 3]


def test_low_dimensions_are_flagged() -> None:
    """From 15 % of scores of 1 and 2 on; how many were asked is always told."""
    scores = [5] * 17 + [1] * 3
    rounds = [
        ticket(at(1), Flag.RATED, rated=at(1), score=score, speed=4, attitude=0) for score in scores
    ]
    told = satisfaction(study(rounds))
    dimensions = table(told, "dimensions")
    assert labelled(dimensions, "overall").marked
    assert not labelled(dimensions, "speed of response").marked
    assert cell(dimensions, labelled(dimensions, "overall"), "B2B") == 0.15
    assert "20 of 20" in told.notes[0]


def test_nobody_is_ranked_on_few_values() -> None:
    """Agents with fewer than thirty replies have their figures, but no place."""
    rounds = [answered(at(1), 5, agent="li") for _ in range(30)]
    rounds += [answered(at(1), 1, agent="wang") for _ in range(29)]
    told = people(study(rounds))
    assert [bar.label for bar in told.charts[0].bars] == ["li"]  # type: ignore[union-attr]
    agents = table(told, "agents")
    assert cell(agents, labelled(agents, "wang"), "FRT.n") == 29


def test_problems_come_with_their_share() -> None:
    """Most frequent first, with the share of each and of all so far."""
    kinds = ["repair"] * 3 + ["price"]
    told = problems(study([answered(at(1), 5, type=kind) for kind in kinds]))
    types = table(told, "types")
    assert [row.cells[:4] for row in types.rows] == [
        ("repair", 3, 0.75, 0.75),
        ("price", 1, 0.25, 1.0),
    ]


def test_anomalies_ask_for_their_reasons() -> None:
    """Far longer than is usual of the kind; the one without a reason is marked."""
    usual = [answered(at(1), 10, type="repair") for _ in range(9)]
    odd = [answered(at(2), 90, type="repair"), answered(at(3), 80, type="repair")]
    explained = [*usual, odd[0], odd[1]]
    told = table(anomalies(study(explained, reasons={10: "storm"})), "tickets")
    assert [(row.ticket, row.cells[3]) for row in told.rows] == [
        ("N11", "(none given)"),
        ("N10", "storm"),
    ]


def test_the_board_raises_alarms_and_tells_who_waits_longest() -> None:
    """Past its alarm a figure is marked and told in a sentence; the oldest open ticket is first."""
    rounds = [answered(at(1), 30), ticket(at(1, "05:00"), Flag.OPEN), ticket(at(1), Flag.OPEN)]
    now = datetime(2023, 10, 1, 12, tzinfo=CHINA)
    told = board(study(rounds, days(1, 1), now=now, aims=Aims(alarms={"FRT": 1500.0})))
    assert "First response" in told.notes[0]
    assert [row.cells[0] for row in told.tables[1].rows] == ["N3", "N2"]
    figures = told.tables[0]
    assert [row.metric for row in figures.rows if row.marked] == ["FRT"]


def test_a_review_sets_figures_against_targets() -> None:
    """A mean of 25 minutes against 20 attains 80 %; a missed target is marked."""
    told = monitoring(study([answered(at(1), 25)], aims=Aims(targets={"FRT": 1200.0})))
    row = next(one for one in told.tables[0].rows if one.metric == "FRT")
    assert cell(told.tables[0], row, "attainment") == 0.8
    assert row.marked


def test_an_assessment_sets_figures_against_the_trade() -> None:
    """30 minutes against 15 are over by 100 %, and are to go down."""
    told = assessment(study([answered(at(1), 30)], aims=Aims(benchmarks={"FRT": 900.0})))
    row = next(one for one in told.tables[0].rows if one.metric == "FRT")
    assert cell(told.tables[0], row, "gap") == 1.0
    assert row.cells[-1] == "lower"


def test_a_period_that_goes_on_is_set_against_as_much_of_the_one_before() -> None:
    """On the second of a month, a month before is its first two days."""
    rounds = [answered(at(day, "09:00"), 10) for day in (1, 2, 20)]
    rounds += [answered(at(day, "09:00", month=11), 10) for day in (1,)]
    now = datetime(2023, 11, 2, 8, tzinfo=CHINA)
    told = board(study(rounds, days(1, 30, month=11), now=now)).tables[0]
    volume = next(row for row in told.rows if row.metric == "VOL")
    assert cell(told, volume, "before") == 1


def test_staffing_tells_what_one_more_changes() -> None:
    """A hundred calls of three minutes in half an hour want fourteen agents for 80 % in 20 s."""
    rang = at(2, "10:00")
    call = {"responded": rang + 5, "handled": rang + 185, "talk": 150, "wrap": 30}
    rounds = [ticket(rang, Flag.ANSWERED, {}, **call) for _ in range(100)]
    asked = study([*rounds, ticket(at(2, "10:30"), Flag.ANSWERED)])
    told = staffing(asked)
    row = told.tables[0].rows[0]
    assert row.cells[:4] == ("10:00", 100.0, 180.0, 14)
    assert "79.6% → 88.8%" in told.notes[-1]
    assert matching(asked.columns, row.where, asked.period.zone).sum() == 100


def test_the_tickets_behind_a_figure() -> None:
    """Each ticket once, the newest first, with the durations that are told of it."""
    told = tickets(study([answered(at(1), 10), answered(at(2), 20), ticket(at(3))]), "FRT")
    assert [(row.cells[0], row.cells[6]) for row in told.tables[0].rows] == [
        ("N2", 1200),
        ("N1", 600),
    ]


def test_of_a_share_the_tickets_that_make_it_worse_are_listed() -> None:
    """Of the timeout rate the late ones, of attainment those that missed their limit."""
    due = at(1, "10:00")
    met = {"responded": due, "response_due": due, "response": Verdict.MET}
    late = {"responded": due + 3600, "response_due": due, "response": Verdict.BREACHED}
    asked = study([ticket(at(1, "09:45"), PLAIN, {}, **told) for told in (met, late)])
    for metric in ("TO", "SLA.response"):
        assert [row.cells[0] for row in tickets(asked, metric).tables[0].rows] == ["N2"]
