"""Two people on one ticket: whatever they do, nothing is lost."""

from datetime import datetime

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import astuple

from cstui.domain import acts
from cstui.domain.acts import Act, Corrected
from cstui.domain.errors import InputError
from cstui.domain.fold import fold
from cstui.domain.header import field_text
from cstui.domain.merging import Collision, collision_of, merged
from cstui.domain.rules import check
from cstui.domain.ticket import Event, Header, Ticket
from tests.fixtures.times import at, event

FIELDS = ("subject", "priority", "customer.name")
words = st.sampled_from(["part ordered", "电容", "calls back"])
deeds: st.SearchStrategy[Act] = st.one_of(
    st.builds(acts.Progressed, words),
    st.builds(acts.Responded, words, words),
    st.builds(acts.Noted, words),
    st.builds(acts.Waiting, words),
    st.builds(acts.Resumed),
    st.builds(acts.Accepted),
    st.builds(acts.Resolved, words),
    st.builds(acts.ConfirmedByCustomer),
    st.builds(acts.Reopened, words),
    st.builds(acts.Transferred, st.sampled_from(["ann", "ben", "li"]), words),
    st.builds(acts.Talked, words, words),
    st.builds(acts.Helped, words, words),
    st.builds(acts.Promised, words, st.just(at("2026-05-06 18:00"))),
    st.builds(acts.Kept),
    st.builds(acts.ClosedAsDuplicate, st.just("2")),
    st.builds(acts.HasDuplicate, st.just("3")),
    st.builds(acts.Rated, st.just(acts.Scale.FIVE), st.just({"overall": 2}), words),
    st.builds(acts.MeasureSet, words, words, st.just(at("2026-06-06 18:00"))),
    st.builds(acts.MeasureChecked, st.booleans(), words),
    st.builds(acts.Caused, words, words),
    st.builds(acts.Explained, st.just("late"), words),
    st.builds(Corrected, st.sampled_from(FIELDS), st.just(""), words),
)


def base(*done: Act) -> Ticket:
    """A ticket both have seen."""
    events = tuple(event("2026-05-06 09:00", act) for act in (acts.Submitted(), *done))
    return Ticket(Header("hotline", number="1"), events, id=1, revision=1)


def after(ticket: Ticket, done: list[Act], by: str, minute: int) -> Ticket:
    """The ticket after somebody did what of it made sense."""
    for act in done:
        state = fold(ticket)
        if isinstance(act, Corrected):
            act = Corrected(act.field, field_text(state.header, act.field), act.new)
        try:
            check(state, act)
        except InputError:
            continue
        ticket = ticket.with_events([Event(at(f"2026-05-06 10:{minute:02}"), by, act)])
    return ticket


@st.composite
def collisions(draw: st.DrawFn) -> Collision:
    """Two people who did things to a ticket at the same time."""
    ticket = after(base(), draw(st.lists(deeds, max_size=3)), "li", 0)
    theirs = after(ticket, draw(st.lists(deeds, min_size=1, max_size=4)), "ben", 5)
    mine = after(ticket, draw(st.lists(deeds, min_size=1, max_size=4)), "ann", 4)
    return collision_of(ticket, mine.events[len(ticket.events) :], theirs)


picks = st.sets(st.sampled_from(FIELDS))


@given(collisions(), picks)
def test_nothing_of_theirs_is_touched(collision: Collision, keep: set[str]) -> None:
    """The merged ticket begins with all that stands in the store, in its order."""
    result = merged(collision, keep)
    assert result.events[: len(collision.current.events)] == collision.current.events
    assert (result.id, result.revision) == (collision.current.id, collision.current.revision)


@given(collisions(), picks)
def test_nothing_of_mine_is_lost(collision: Collision, keep: set[str]) -> None:
    """Each of my events is there, or is told as a misfit and its words are there as a note."""
    added = merged(collision, keep).events[len(collision.current.events) :]
    kept = [event.act for event in added]
    notes = [act.text for act in kept if isinstance(act, acts.Noted)]
    for mine in collision.mine:
        if not isinstance(mine.act, Corrected) and mine.act not in kept:
            assert mine in collision.misfits
            words = (
                f"{one:%Y-%m-%d %H:%M}" if isinstance(one, datetime) else one
                for one in astuple(mine.act)
            )
            assert all(any(str(word) in note for note in notes) for word in words if word)
    assert all(event.by == "ann" for event in added)


@given(collisions())
def test_my_corrections_hold_where_nobody_else_changed_the_field(collision: Collision) -> None:
    """The header says what I wrote last, unless it clashes and I give it up."""
    header = fold(merged(collision, ())).header
    given_up = {act.field for act in collision.clashes}
    corrections = [event.act for event in collision.mine if isinstance(event.act, Corrected)]
    for field, new in {act.field: act.new for act in corrections}.items():
        assert field in given_up or field_text(header, field) == new


@given(collisions(), picks)
def test_a_field_that_both_changed_is_as_it_was_picked(
    collision: Collision, keep: set[str]
) -> None:
    """Mine where I keep it, theirs where I do not; the value not taken can be read."""
    now = fold(collision.current).header
    result = merged(collision, keep)
    for clash in collision.clashes:
        last_of_mine = [act.new for act in collision.clashes if act.field == clash.field][-1]
        wanted = last_of_mine if clash.field in keep else field_text(now, clash.field)
        assert field_text(fold(result).header, clash.field) == wanted
        assert clash.old == field_text(now, clash.field)


@given(collisions(), picks)
def test_the_merged_ticket_makes_sense(collision: Collision, keep: set[str]) -> None:
    """Each event of mine is allowed where it stands, and happened no earlier than theirs.

    What customers said and what was found out is added in any case.
    """
    ticket = collision.current
    for added in merged(collision, keep).events[len(ticket.events) :]:
        if not isinstance(added.act, acts.Rated | acts.MeasureChecked):
            check(fold(ticket), added.act)
        assert all(added.at >= theirs.at for theirs in collision.theirs)
        ticket = ticket.with_events([added])


def test_the_same_correction_by_both_is_none() -> None:
    """Where both wrote the same, nothing clashes and nothing is added."""
    ticket = base()
    both = Corrected("subject", "", "fan")
    theirs = ticket.with_events([event("2026-05-06 10:00", both, "ben")])
    collision = collision_of(ticket, [event("2026-05-06 10:00", both)], theirs)
    assert collision.clashes == ()
    assert merged(collision, ()) == theirs


def test_what_both_solved_is_solved_once() -> None:
    """The first solution keeps its time; mine stays readable as a note, and is told before."""
    ticket = base()
    theirs = ticket.with_events([event("2026-05-06 10:05", acts.Resolved("capacitor"), "ben")])
    mine = event("2026-05-06 10:04", acts.Resolved("fuse"))
    collision = collision_of(ticket, [mine], theirs)
    assert collision.misfits == (mine,)
    result = merged(collision, ())
    assert fold(result).solution == "capacitor"
    assert fold(result).round.resolved == at("2026-05-06 10:05")
    assert result.events[-1].act == acts.Noted("fuse")


def test_what_others_went_on_from_is_not_taken_back_on_top_of_theirs() -> None:
    """An undoing that came too late is a misfit; one that still makes sense is added."""
    for act, fits in ((acts.Transferred("ben"), False), (acts.Noted("hm"), True)):
        start = base().with_events([event("2026-05-06 09:30", act, "ann")])
        theirs = start.with_events([event("2026-05-06 10:00", acts.Progressed("ordered"), "ben")])
        mine = event("2026-05-06 09:59", acts.Undone(1), "ann")
        collision = collision_of(start, [mine], theirs)
        added = merged(collision, ()).events[len(theirs.events) :]
        assert [each.act for each in added] == ([mine.act] if fits else [])
        assert collision.misfits == (() if fits else (mine,))


def test_what_two_people_heard_from_the_customer_is_both_kept() -> None:
    """Scores are the customer's own: none becomes a note, and the later one speaks."""
    ticket = base(acts.Resolved("fuse"))
    theirs = acts.Rated(acts.Scale.FIVE, {acts.OVERALL: 2})
    mine = event("2026-05-06 10:00", acts.Rated(acts.Scale.FIVE, {acts.OVERALL: 4}))
    collision = collision_of(
        ticket, [mine], ticket.with_events([event("2026-05-06 10:01", theirs, "ben")])
    )
    assert collision.misfits == ()
    result = merged(collision, ())
    assert [each.act for each in result.events[-2:]] == [theirs, mine.act]
    assert fold(result).rating == mine.act
