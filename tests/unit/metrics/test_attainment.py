"""Attainment of clocks."""

from cstui.domain.facts import Verdict
from cstui.metrics.attainment import attainment
from cstui.metrics.columns import Columns
from cstui.metrics.groups import WHOLE
from cstui.metrics.values import Attainment, Standing
from cstui.metrics.window import Window
from tests.fixtures.facts import EVERYTHING, at, columns, days, response_log, ticket, window


def told(log: Columns, looked_at: Window = EVERYTHING) -> Attainment:
    """The attainment of all rows."""
    return attainment(log, looked_at, WHOLE)[0]


def waiting(verdict: Verdict = Verdict.RUNNING, ended: int = 0) -> Columns:
    """A ticket of the 1st whose reply is due at 01:00."""
    return columns(ticket(at(1), response=verdict, response_due=at(1, "01:00"), ended=ended))


def test_the_printed_log() -> None:
    """All three responses are within their limits; other clocks do not exist there."""
    assert told(columns(*response_log())) == Attainment(
        response=Standing(met=3, breached=0, running=0, rate=1.0),
        resolution=Standing(),
        update=Standing(),
    )


def test_stopped_clocks_keep_their_verdict() -> None:
    """Met and breached clocks make the rate."""
    log = columns(
        ticket(at(1), resolved=at(2), resolution=Verdict.MET),
        ticket(at(1), resolved=at(2), resolution=Verdict.BREACHED),
        ticket(at(1), resolved=at(2), resolution=Verdict.BREACHED),
        ticket(at(1), resolved=at(2), resolution=Verdict.NONE),
    )
    assert told(log)["resolution"] == Standing(met=1, breached=2, running=0, rate=1 / 3)


def test_a_stopped_clock_belongs_to_the_period_in_which_it_stopped() -> None:
    """A reply on the 2nd to a request of the 1st counts on the 2nd."""
    log = columns(ticket(at(1), responded=at(2), response=Verdict.MET, response_due=at(3)))
    assert told(log, window(days(2, 2)))["response"]["met"] == 1
    assert told(log, window(days(3, 3)))["response"] == Standing()


def test_running_clocks_stand_beside_the_rate() -> None:
    """A clock that is not due yet is running, and no part of the rate; a limit is inclusive."""
    running = Standing(met=0, breached=0, running=1, rate=None)
    assert told(waiting(), Window.between(None, None, at(1, "01:00")))["response"] == running


def test_past_due_is_breached() -> None:
    """A clock that still runs after its due time counts as breached."""
    breached = Standing(met=0, breached=1, running=0, rate=0.0)
    assert told(waiting(), Window.between(None, None, at(1, "01:01")))["response"] == breached


def test_past_due_belongs_to_the_period_in_which_it_was_due() -> None:
    """One missing reply is not told again every day."""
    counts = [told(waiting(), window(days(day, day)))["response"] for day in (1, 2)]
    assert counts == [Standing(met=0, breached=1, running=0, rate=0.0), Standing()]


def test_a_paused_clock_is_never_past_due() -> None:
    """It stands still, so it is running however much time goes by."""
    assert told(waiting(Verdict.PAUSED))["response"]["running"] == 1


def test_a_ticket_without_work_has_no_running_clock() -> None:
    """A ticket that was left before its clock was due neither met nor breached it."""
    assert told(waiting(ended=at(1, "00:10")))["response"] == Standing()
    assert told(waiting(ended=at(1, "02:00")))["response"]["breached"] == 1


def test_a_closed_period_does_not_know_what_came_later() -> None:
    """A clock that stopped after the period's end was running at it."""
    log = columns(
        ticket(at(1), responded=at(2, "00:30"), response=Verdict.MET, response_due=at(2, "01:00"))
    )
    assert told(log, window(days(1, 1)))["response"] == Standing(
        met=0, breached=0, running=1, rate=None
    )


def test_updates_add_up() -> None:
    """Updates given and missed are summed; one that is past due is missed as well."""
    log = columns(
        ticket(at(1), updates_met=3, updates_breached=1, resolved=at(2), ended=at(2),
               update=Verdict.BREACHED),
        ticket(at(1), updates_met=2, update=Verdict.RUNNING, update_due=at(3)),
    )  # fmt: skip
    assert told(log)["update"] == Standing(met=5, breached=2, running=0, rate=5 / 7)
    assert told(log, Window.between(None, None, at(2)))["update"] == Standing(
        met=5, breached=1, running=1, rate=5 / 6
    )


def test_updates_belong_to_the_period_in_which_their_round_began() -> None:
    """Facts tell how many updates there were, not when."""
    log = columns(ticket(at(1), updates_met=3, resolved=at(2), ended=at(2), update=Verdict.MET))
    assert told(log, window(days(1, 1)))["update"]["met"] == 3
    assert told(log, window(days(2, 2)))["update"] == Standing()
