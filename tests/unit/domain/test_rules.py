"""What may be done to a ticket as it stands."""

import pytest
from msgspec.structs import replace

from cstui.domain import acts
from cstui.domain.acts import Act
from cstui.domain.errors import InputError
from cstui.domain.fold import fold
from cstui.domain.rules import built_on, check, check_kind, last_undoable
from cstui.domain.state import State
from cstui.domain.ticket import Header, Ticket
from tests.fixtures.times import at, event

OPEN = (acts.Submitted(),)
SOLVED = (*OPEN, acts.Resolved("new fuse"))
NOON = at("2026-05-06 12:00")
RATED = acts.Rated(acts.Scale.FIVE, {"overall": 4})
RATED_WRONGLY = acts.Rated(acts.Scale.FIVE, {"overall": 4, "speed": 6})
MEASURED = (*SOLVED, acts.MeasureSet("train", "ann", NOON))
CONFIRMED = (*SOLVED, acts.ConfirmedByCustomer())


def ticket(*done: Act, by: str = "ann") -> Ticket:
    """A ticket to which that was done."""
    events = tuple(event("2026-05-06 09:00", act, by) for act in done)
    return Ticket(Header("hotline", number="20260506001"), events)


def state(*done: Act) -> State:
    """How a ticket stands after that."""
    return fold(ticket(*done))


@pytest.mark.parametrize(
    ("before", "act", "key"),
    [
        (OPEN, acts.Resolved(" "), "solution_required"),
        (OPEN, acts.Progressed(""), "text_required"),
        (OPEN, acts.Noted(""), "text_required"),
        (OPEN, acts.Transferred(" "), "owner_required"),
        ((*OPEN, acts.Assigned("ben")), acts.Transferred("ben"), "already_owner"),
        ((*OPEN, acts.Waiting("part")), acts.Waiting("part"), "already_waiting"),
        (OPEN, acts.Resumed(), "not_waiting"),
        ((*OPEN, acts.Accepted()), acts.Accepted(), "already_accepted"),
        (OPEN, acts.Reopened(), "still_open"),
        (CONFIRMED, acts.ConfirmedByCustomer(), "already_confirmed"),
        (OPEN, acts.ConfirmedByCustomer(), "not_solved_yet"),
        ((*OPEN, acts.Waiting("part")), acts.ConfirmedByCustomer(), "not_solved_yet"),
        ((*CONFIRMED, acts.Reopened()), acts.ConfirmedByCustomer(), "not_solved_yet"),
        (SOLVED, acts.Responded(), "not_open"),
        (SOLVED, acts.Progressed("more"), "not_open"),
        (SOLVED, acts.Resolved("again"), "not_open"),
        (SOLVED, acts.Waiting("part"), "not_open"),
        (SOLVED, acts.Resumed(), "not_open"),
        ((*SOLVED, acts.Closed()), acts.Closed(), "not_open"),
        (OPEN, acts.Transferred("", team=" "), "owner_required"),
        (
            (*OPEN, acts.Assigned("", "support")),
            acts.Transferred("", "", "support"),
            "already_owner",
        ),
        (OPEN, acts.Talked(" "), "text_required"),
        (OPEN, acts.Helped("purchasing"), "text_required"),
        (OPEN, acts.Helped("", asked="a part"), "text_required"),
        (OPEN, acts.Waiting(""), "text_required"),
        (OPEN, acts.Promised("", NOON), "text_required"),
        (OPEN, acts.Kept(), "no_promise"),
        ((*OPEN, acts.Promised("refund", NOON), acts.Kept()), acts.Kept(), "no_promise"),
        ((*SOLVED, acts.Closed()), acts.Promised("refund", NOON), "not_open"),
        (OPEN, acts.Explained("late", ""), "text_required"),
        (OPEN, acts.Caused(" "), "text_required"),
        (OPEN, acts.ClosedAsDuplicate("20260506001"), "duplicate_of_itself"),
        (SOLVED, acts.MeasureSet("train", "", NOON), "owner_required"),
        (SOLVED, acts.MeasureSet("", "ann", NOON), "text_required"),
        (SOLVED, acts.MeasureChecked(True), "no_measure"),
        (MEASURED, acts.MeasureChecked(False), "review_required"),
        ((*MEASURED, acts.MeasureChecked(True)), acts.MeasureChecked(True), "no_measure"),
        (SOLVED, RATED_WRONGLY, "bad_score"),
        (SOLVED, acts.Rated(acts.Scale.HOTLINE, {"overall": 4}), "bad_score"),
        (SOLVED, acts.Rated(acts.Scale.FIVE), "score_required"),
        ((*SOLVED, RATED), RATED, "already_rated"),
    ],
)
def test_what_makes_no_sense_is_refused(before: tuple[Act, ...], act: Act, key: str) -> None:
    """Each refusal has its own sentence."""
    with pytest.raises(InputError) as refused:
        check(state(*before), act)
    assert refused.value.key == key


@pytest.mark.parametrize(
    ("before", "act"),
    [
        (OPEN, acts.Resolved("new fuse")),
        ((*OPEN, acts.Waiting("part")), acts.Progressed("still waiting")),
        ((*OPEN, acts.Waiting("part")), acts.Resumed()),
        (SOLVED, acts.ConfirmedByCustomer()),
        (SOLVED, acts.Closed()),
        (SOLVED, acts.Reopened()),
        (CONFIRMED, acts.Reopened("warm again")),
        ((*CONFIRMED, acts.Reopened(), acts.Resolved("now")), acts.ConfirmedByCustomer()),
        ((*OPEN, acts.Accepted(), acts.Transferred("ben")), acts.Accepted()),
        (SOLVED, acts.Noted("thanks")),
        (SOLVED, acts.Corrected("subject", "", "fuse")),
        (SOLVED, acts.Rated(acts.Scale.FIVE, {"overall": 4})),
        (SOLVED, acts.Caused("old fuse")),
        (SOLVED, acts.Undone(1)),
        (SOLVED, acts.Talked("all well")),
        (SOLVED, acts.Promised("refund", NOON)),
        ((*SOLVED, acts.Promised("refund", NOON)), acts.Kept()),
        (OPEN, acts.Transferred("", "", "support")),
        (SOLVED, acts.ClosedAsDuplicate("20260506002")),
        (CONFIRMED, acts.HasDuplicate("20260506002")),
        (MEASURED, acts.MeasureChecked(True)),
        (MEASURED, acts.MeasureChecked(False, "no better")),
        (SOLVED, acts.Rated(acts.Scale.FIVE, provenance=acts.Provenance.UNANSWERED)),
        ((*SOLVED, RATED), replace(RATED, why="mistyped")),
        ((*SOLVED, replace(RATED, provenance=acts.Provenance.ESTIMATE)), RATED),
    ],
)
def test_what_makes_sense_is_allowed(before: tuple[Act, ...], act: Act) -> None:
    """Remarks, ratings, causes and corrections always; work only while there is some."""
    check(state(*before), act)


def test_a_kind_is_refused_before_anything_is_written_for_it() -> None:
    """The words of an act do not matter to whether it is its time."""
    check_kind(state(*OPEN), acts.Resolved)
    with pytest.raises(InputError):
        check_kind(state(*SOLVED), acts.Resolved)


def test_the_last_event_of_mine_is_taken_back_first() -> None:
    """Whatever others did since; and then the one before it."""
    done = ticket(*OPEN, acts.Noted("a"), acts.Noted("b"))
    done = done.with_events([event("2026-05-06 09:10", acts.Noted("c"), "ben")])
    assert last_undoable(done, "ann") == 2
    done = done.with_events([event("2026-05-06 09:11", acts.Undone(2))])
    assert last_undoable(done, "ann") == 1
    done = done.with_events([event("2026-05-06 09:12", acts.Undone(1))])
    assert last_undoable(done, "ann") is None


def test_what_a_customer_said_is_not_taken_back() -> None:
    """A rating is answered by another, and stays readable."""
    assert last_undoable(ticket(*SOLVED, RATED), "ann") == 1


def test_calls_are_not_taken_back() -> None:
    """The request itself and the measured moments of a call stay."""
    call = (acts.Rang(), acts.Answered(), acts.Greeted(), acts.Ended(), acts.Saved())
    assert last_undoable(ticket(*call), "ann") is None


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        ((acts.Transferred("ben"),), acts.Accepted()),
        ((acts.Transferred("ben"),), acts.Progressed("part ordered")),
        ((acts.Resolved("fuse"), acts.Reopened()), acts.Responded()),
        ((acts.Resolved("fuse"),), acts.ConfirmedByCustomer()),
        ((acts.Waiting("part"),), acts.Resumed()),
    ],
)
def test_work_of_others_rests_on_what_was_done_before(mine: tuple[Act, ...], theirs: Act) -> None:
    """They accepted, replied or went on in that round, with that holder."""
    done = ticket(*OPEN, *mine)
    assert built_on(done, len(mine)) is None
    done = done.with_events([event("2026-05-06 09:10", theirs, "ben")])
    assert built_on(done, len(mine)) == done.events[-1]
    done = done.with_events([event("2026-05-06 09:11", acts.Undone(len(mine) + 1), "ben")])
    assert built_on(done, len(mine)) is None


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        (acts.Noted("hm"), acts.Progressed("part ordered")),
        (acts.Corrected("subject", "", "fan"), acts.Accepted()),
        (acts.Rated(acts.Scale.FIVE, {acts.OVERALL: 4}), acts.Progressed("part ordered")),
        (acts.Transferred("ben"), acts.Noted("hm")),
        (acts.Transferred("ben"), acts.Corrected("subject", "", "fan")),
    ],
)
def test_nothing_rests_on_an_aside(mine: Act, theirs: Act) -> None:
    """A remark or a correction may go whatever others did, and is no work itself."""
    done = ticket(*OPEN, mine).with_events([event("2026-05-06 09:10", theirs, "ben")])
    assert built_on(done, 1) is None
