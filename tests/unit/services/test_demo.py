"""Made-up tickets."""

from datetime import UTC, datetime
from itertools import pairwise

from cstui.domain import acts
from cstui.domain.fold import fold
from cstui.services.demo import made_up, samples_from
from data.resources import read

NOW = datetime(2026, 5, 1, 15, tzinfo=UTC)
SAMPLES = samples_from(read("demo")["zh"])


def test_the_same_seed_gives_the_same_tickets() -> None:
    """And another seed gives others."""
    first, again, other = (list(made_up(SAMPLES, 50, seed, NOW)) for seed in (1, 1, 2))
    assert first == again
    assert first != other


def test_nothing_has_happened_in_the_future() -> None:
    """Every ticket has begun, and no event lies ahead; events stand in their order."""
    for ticket in made_up(SAMPLES, 300, 1, NOW):
        moments = [event.at for event in ticket.events]
        assert moments
        assert moments == sorted(moments)
        assert moments[-1] <= NOW


def test_some_work_is_left() -> None:
    """So that the follow-up screen has something to show, but most of it is done."""
    states = [fold(ticket) for ticket in made_up(SAMPLES, 500, 1, NOW)]
    left = sum(state.status.is_open for state in states)
    assert 5 <= left <= 100


def test_customers_who_were_not_content_are_followed_up() -> None:
    """Most measures have been checked; some are still to be, or to be set."""
    loops = [fold(ticket).loop for ticket in made_up(SAMPLES, 1000, 1, NOW)]
    opened = [loop for loop in loops if loop]
    checked = [loop for loop in opened if loop.checked]
    waiting = [loop for loop in opened if loop.measure and not loop.checked]
    assert len(opened) > len(checked) > len(waiting) > 0


def test_each_view_of_the_analysis_has_something_to_show() -> None:
    """Missed calls, transfers, promises kept, updates, causes, reasons, surveys of all kinds."""
    happened = {
        type(event.act) for ticket in made_up(SAMPLES, 500, 1, NOW) for event in ticket.events
    }
    assert happened >= {
        acts.Abandoned, acts.Held, acts.Transferred, acts.Promised, acts.Kept, acts.Progressed,
        acts.Caused, acts.Explained, acts.Reopened, acts.MeasureChecked, acts.Audited,
    }  # fmt: skip


def test_some_customers_come_again_about_the_same() -> None:
    """So that repeated calls can be told."""
    asked = [
        (one.header.customer.phone, one.header.category) for one in made_up(SAMPLES, 500, 1, NOW)
    ]
    assert 10 < len(asked) - len(set(asked)) < 100


def test_some_calls_are_solved_before_they_are_over() -> None:
    """So that a first contact resolution can be claimed."""
    calls = [
        one for one in made_up(SAMPLES, 300, 1, NOW) if isinstance(one.events[0].act, acts.Rang)
    ]
    solved = [
        one
        for one in calls
        if any(
            isinstance(before.act, acts.Resolved) and isinstance(after.act, acts.Saved)
            for before, after in pairwise(one.events)
        )
    ]
    assert len(calls) / 4 < len(solved) < len(calls)


def test_both_languages_have_the_same_samples() -> None:
    """As many problems, channels and people in English as in Chinese."""
    english = samples_from(read("demo")["en"])
    assert len(english.problems) == len(SAMPLES.problems)
    assert len(english.channels) == len(SAMPLES.channels)
    told, own = english.telling, SAMPLES.telling
    assert len(told.measures) == len(own.measures)
    assert len(told.late) == len(own.late)
    assert len(told.odd) == len(own.odd)
    assert len(told.differs) == len(own.differs)
    assert [one.role for one in english.people] == [one.role for one in SAMPLES.people]
