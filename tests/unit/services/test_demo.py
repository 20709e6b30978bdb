"""Made-up tickets."""

from datetime import UTC, datetime

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


def test_both_languages_have_the_same_samples() -> None:
    """As many problems, channels and people in English as in Chinese."""
    english = samples_from(read("demo")["en"])
    assert len(english.problems) == len(SAMPLES.problems)
    assert len(english.channels) == len(SAMPLES.channels)
    assert len(english.measures) == len(SAMPLES.measures)
    assert [one.role for one in english.people] == [one.role for one in SAMPLES.people]
