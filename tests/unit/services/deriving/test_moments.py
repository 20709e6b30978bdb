"""The moments of a ticket: stays, updates and promises."""

from msgspec.structs import replace

from cstui.clock.instants import epoch
from cstui.domain import acts
from cstui.domain.facts import Moment, MomentKind, Verdict
from cstui.domain.ticket import Header, Ticket
from cstui.services.deriving import Deriver
from tests.fixtures.times import at, calendars, event, policies

derive = Deriver(policies(), calendars())


def moments(*told: tuple[str, acts.Act], form: str = "after_sales") -> list[Moment]:
    """The moments of an urgent ticket of one day."""
    events = tuple(event(f"2026-05-06 {when}", act) for when, act in told)
    return list(derive(Ticket(Header(form, priority="紧急"), events)).moments)


def moment(when: str) -> int:
    """A moment of that day as facts hold it."""
    return epoch(at(f"2026-05-06 {when}"))


def stay(holder: str, start: str, end: str = "") -> Moment:
    """Time with a holder."""
    until = moment(end) if end else 0
    return Moment(MomentKind.STAY, moment(start), until, word=holder)


def update(start: str, end: str, due: str, verdict: Verdict) -> Moment:
    """The wait for an update."""
    until = moment(end) if end else 0
    return Moment(MomentKind.UPDATE, moment(start), until, moment(due), verdict=verdict)


def promise(start: str, end: str, due: str, verdict: Verdict) -> Moment:
    """A promise."""
    return replace(update(start, end, due, verdict), kind=MomentKind.PROMISE)


def test_a_plain_ticket_has_no_moments() -> None:
    """Held by nobody, with nothing promised and no update due."""
    assert moments(("09:00", acts.Submitted())) == []


def test_each_holder_has_a_stay() -> None:
    """By login, else by team; the last one while work is left, nobody once there is none."""
    given = (
        ("09:00", acts.Submitted()), ("09:10", acts.Assigned("li", "hotline")),
        ("10:00", acts.Transferred("", "", "technics")),
    )  # fmt: skip
    assert moments(*given) == [stay("li", "09:10", "10:00"), stay("technics", "10:00")]
    done = (*given, ("11:00", acts.Resolved("x")))
    rated = acts.Rated(acts.Scale.AFTER_SALES, {"overall": 3})
    ended = [stay("li", "09:10", "10:00"), stay("technics", "10:00", "11:00")]
    assert moments(*done, ("12:00", rated)) == ended


def test_each_update_that_was_due_is_a_moment() -> None:
    """From telling the customer to telling again, within four hours for what is urgent."""
    told = moments(
        ("09:00", acts.Submitted()), ("09:10", acts.Responded()), ("13:10", acts.Progressed("x")),
        ("17:30", acts.Progressed("y")),
    )  # fmt: skip
    assert told == [
        update("09:10", "13:10", "13:10", Verdict.MET),
        update("13:10", "17:30", "17:10", Verdict.BREACHED),
        update("17:30", "", "21:30", Verdict.RUNNING),
    ]


def test_an_update_that_the_solution_came_before_was_not_due() -> None:
    """Only one that was late by then is told."""
    begun = (("09:00", acts.Submitted()), ("09:10", acts.Responded()))
    assert moments(*begun, ("12:00", acts.Resolved("x"))) == []
    assert moments(*begun, ("14:00", acts.Resolved("x"))) == [
        update("09:10", "14:00", "13:10", Verdict.BREACHED)
    ]


def test_each_promise_is_a_moment() -> None:
    """From being made to being kept or replaced; a standing one runs."""
    first, second = (acts.Promised("x", at(f"2026-05-06 {when}")) for when in ("10:00", "12:00"))
    told = (("09:00", first), ("09:30", acts.Kept()), ("11:00", second))
    assert moments(*told, form="hotline") == [
        promise("09:00", "09:30", "10:00", Verdict.MET),
        promise("11:00", "", "12:00", Verdict.RUNNING),
    ]
