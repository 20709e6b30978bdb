"""Limits kept, and by how much the others were passed."""

from datetime import date

from msgspec.structs import replace

from cstui.clock.calendar import Calendar, Schedule
from cstui.domain.facts import Moment, MomentKind, RoundFacts, Verdict
from cstui.metrics.window import Window
from tests.fixtures.facts import EVERYTHING, ZONE, at, days, response_log, ticket, window
from tests.fixtures.samples import read, sample

MET, BREACHED, RUNNING = Verdict.MET, Verdict.BREACHED, Verdict.RUNNING
OFFICE = Calendar(
    Schedule("office", date(2020, 1, 1), ((((9 * 3600, 17 * 3600),),) * 5) + ((), ())), ZONE
)
"""Nine to five, from Monday to Friday; the 1st of October 2023 is a Sunday."""


def update(verdict: Verdict, end: int = 0, due: int = 0) -> Moment:
    """An update of the 1st."""
    return Moment(MomentKind.UPDATE, at(1), end, due, verdict=verdict)


def promise(verdict: Verdict, end: int = 0, due: int = 0) -> Moment:
    """A promise of the 1st."""
    return Moment(MomentKind.PROMISE, at(1), end, due, verdict=verdict)


def test_the_printed_log_has_no_timeout() -> None:
    """None of three is later than 30 minutes, two are later than 15."""
    assert read("TO", sample(response_log())).part == 0
    told = read("TO", sample(response_log(), threshold_s=900))
    assert (told.part, told.n, told.value) == (2, 3, 2 / 3)


def test_the_printed_after_sales_ticket_is_in_time() -> None:
    """A limit of 15 min is met by 15 min exactly, as its verdict says."""
    log = [
        ticket(at(1, "14:30"), responded=at(1, "14:45"), response=MET, response_due=at(1, "14:45"))
    ]
    told = read("SLA.response", sample(log))
    assert (told.value, told.n, told.running) == (1.0, 1, 0)


def test_running_clocks_stand_beside() -> None:
    """They are counted, and no part of the rate."""
    log = [
        ticket(
            at(1), resolved=at(2), ended=at(2), resolution=BREACHED, resolution_due=at(1, "12:00")
        ),
        ticket(at(1), resolution=RUNNING, resolution_due=at(9)),
    ]
    told = read("SLA.resolution", sample(log, Window.between(None, None, at(5))))
    assert (told.part, told.n, told.running) == (0, 1, 1)


def test_taken_on_in_time() -> None:
    """Of those that were taken on; who has not is not judged."""
    log = [
        ticket(at(1), accepted=at(1), accept=MET),
        ticket(at(1), accepted=at(1), accept=BREACHED),
        ticket(at(1), accept=RUNNING),
    ]
    told = read("SLA.accept", sample(log))
    assert (told.part, told.n, told.running) == (1, 2, 1)


def all_kept(rounds: list[RoundFacts], looked_at: Window = EVERYTHING) -> tuple[int | None, int]:
    """How many rounds met all their clocks, and of how many."""
    told = read("SLA.all", sample(rounds, looked_at))
    return told.part, told.n


def test_all_limits_kept() -> None:
    """One late clock is enough to fail; a round without clocks is not judged."""
    good = ticket(at(1), responded=at(1), response=MET, resolved=at(2), ended=at(2), resolution=MET)
    rounds = [
        good,
        replace(good, resolution=BREACHED),
        replace(good, updates_breached=1, update=BREACHED),
        ticket(at(1), resolved=at(2), ended=at(2)),
    ]
    assert all_kept(rounds) == (1, 3)


def test_what_is_open_and_late_fails() -> None:
    """An open round counts when it has missed a limit, and not before."""
    rounds = [ticket(at(1), response=RUNNING, response_due=at(2))]
    assert all_kept(rounds, Window.between(None, None, at(1, "12:00"))) == (0, 0)
    assert all_kept(rounds, Window.between(None, None, at(3))) == (0, 1)


def test_a_solution_does_not_mend_a_missing_reply() -> None:
    """A round that was solved without a reply, past the limit of the reply, has failed."""
    log = [ticket(at(1), response=RUNNING, response_due=at(2), resolved=at(3), ended=at(3),
                  resolution=MET)]  # fmt: skip
    assert all_kept(log, window(days(3, 3))) == (0, 1)


def test_updates_count_when_they_were_given_or_missed() -> None:
    """HB is updates in time ÷ updates due; one that is missing when it is due is missed then."""
    moments = [
        (1, update(MET, at(2), at(2))),
        (1, update(BREACHED, at(3), at(2))),
        (1, update(RUNNING, due=at(4))),
    ]
    told = [
        read("HB", sample([ticket(at(1))], window(days(day, day), now=at(5)), moments=moments))
        for day in range(1, 6)
    ]
    assert [(each.part, each.n) for each in told] == [(0, 0), (1, 2), (0, 1), (0, 1), (0, 0)]
    assert read("HB", sample([ticket(at(1))], moments=moments)).value == 1 / 3


def test_promises() -> None:
    """PK is kept ÷ due; one that is not due yet stands beside."""
    moments = [
        (1, promise(MET, at(2), at(3))),
        (1, promise(BREACHED, at(4), at(3))),
        (1, promise(RUNNING, due=at(9))),
    ]
    now = Window.between(None, None, at(5))
    told = read("PK", sample([ticket(at(1))], now, moments=moments))
    assert (told.part, told.n, told.running) == (1, 2, 1)


def test_a_promise_outlives_the_solution() -> None:
    """One that was not kept when it was due is broken, even if the ticket was solved before."""
    moments = [(1, promise(RUNNING, due=at(3)))]
    log = [ticket(at(1), resolved=at(2), ended=at(2))]
    told = read("PK", sample(log, window(days(3, 3)), moments=moments))
    assert (told.part, told.n) == (0, 1)


def test_moments_of_tickets_that_were_filtered_out_do_not_count() -> None:
    """Whatever is left of the rounds decides."""
    moments = [(1, update(MET, at(2), at(3))), (2, update(BREACHED, at(2), at(1)))]
    both = sample([ticket(at(1)), ticket(at(1))], moments=moments)
    kept = both.columns.only(both.columns["ticket"] == 2)
    told = read("HB", type(both)(kept, both.moments, both.window))
    assert (told.part, told.n) == (0, 1)


def test_size_of_a_breach_in_business_time() -> None:
    """Due on Friday at 16:00 and answered on Monday at 10:00 is two working hours late."""
    log = [
        ticket(
            at(6, "15:00"), responded=at(9, "10:00"), response=BREACHED, response_due=at(6, "16:00")
        )
    ]
    assert read("BRK.response", sample(log, hours=OFFICE)).value == 2 * 3600
    assert read("BRK.response", sample(log)).value == 66 * 3600


def test_a_breach_grows_until_the_end_of_the_period() -> None:
    """What is still missing is so late as it was then."""
    log = [ticket(at(2), resolution=RUNNING, resolution_due=at(3))]
    told = read("BRK.resolution", sample(log, window(days(3, 3), now=at(3, "12:00"))))
    assert (told.value, told.n) == (12 * 3600, 1)
