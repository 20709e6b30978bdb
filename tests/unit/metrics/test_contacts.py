"""Contacts that were enough, that came again, that were passed on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cstui.domain.facts import Flag, Moment, MomentKind, RoundFacts
from cstui.metrics.repeats import NEVER, neighbours
from cstui.metrics.window import Window
from tests.fixtures.facts import EVERYTHING, PLAIN, at, columns, days, ticket, window
from tests.fixtures.samples import read, reopened, sample

_WEEK = 7 * 86_400
NOW = Window.between(None, None, at(20))


def contact(day: int, caller: int = 1, kind: str = "售后", flags: Flag = PLAIN) -> RoundFacts:
    """A contact of that day."""
    return ticket(at(day), flags, {"type": kind}, caller=caller)


def claimed(day: int, caller: int = 1, kind: str = "售后") -> RoundFacts:
    """A call of that day, solved at once as we say."""
    return contact(day, caller, kind, Flag.ANSWERED | Flag.ON_CALL)


def test_claimed() -> None:
    """FCR as claimed is solved on first contact ÷ answered calls; an e-mail is left out."""
    calls = [claimed(1), contact(1, flags=Flag.ANSWERED), ticket(at(1), Flag.ABANDONED)]
    told = read("FCR", sample([*calls, contact(1)]))
    assert (told.part, told.n, told.excluded) == (1, 2, 1)


@pytest.mark.parametrize(
    ("later", "part"),
    [
        (contact(8), 0),
        (contact(9), 1),
        (contact(3, caller=2), 1),
        (contact(3, kind="售前"), 1),
    ],
)
def test_verified_by_silence(later: RoundFacts, part: int) -> None:
    """It holds when the same customer does not come about the same type within 7 days."""
    told = read("FCR.verified", sample([claimed(1), later], window(days(8, 8), now=at(20))))
    assert (told.part, told.n) == (part, 1)


def test_the_young_are_left_out() -> None:
    """Contacts of the last seven days tell nothing yet."""
    told = read("FCR.verified", sample([claimed(1), claimed(14, caller=2)], NOW))
    assert (told.part, told.n, told.excluded) == (1, 1, 1)


def test_each_contact_is_verified_in_one_period() -> None:
    """It counts in the period in which its seven days end, and only there."""
    told = [
        read("FCR.verified", sample([claimed(1)], window(days(day, day)))).n for day in range(1, 11)
    ]
    assert told == [0] * 7 + [1] + [0] * 2


def test_reopened_is_not_resolved() -> None:
    """A ticket reopened within its seven days was not solved at once; later it was."""
    for day, part in ((3, 0), (9, 1)):
        rounds = reopened(claimed(1), ticket(at(1), caller=1, opened=at(day)))
        assert read("FCR.verified", sample(rounds, NOW)).part == part


def test_unknown_customers_cannot_be_verified() -> None:
    """They are left out and counted, of the repeated contacts too."""
    log = sample([claimed(1, caller=0), claimed(1, caller=0)], NOW)
    assert (read("FCR.verified", log).n, read("FCR.verified", log).excluded) == (0, 2)
    assert (read("RPT", log).n, read("RPT", log).excluded) == (0, 2)


def test_repeated_contacts() -> None:
    """RPT counts contacts within seven days of the last one by customer and type."""
    log = [contact(1), contact(4), contact(12), contact(13, caller=2), contact(14, kind="售前")]
    told = read("RPT", sample(log, NOW))
    assert (told.part, told.n) == (1, 5)


def test_the_last_contact_may_lie_before_the_period() -> None:
    """A contact of the 2nd repeats one of the 1st, though only the 2nd is asked for."""
    told = read("RPT", sample([contact(1), contact(2)], window(days(2, 2))))
    assert (told.part, told.n) == (1, 1)


CONTACTS = st.lists(
    st.tuples(st.integers(0, 3), st.sampled_from(["a", "b"]), st.integers(at(1), at(4))),
    max_size=15,
)


@given(CONTACTS, st.booleans())
def test_neighbours(some: list[tuple[int, str, int]], in_order: bool) -> None:
    """In whatever order tickets came into the store, the nearest contacts are found."""
    if in_order:
        some = sorted(some, key=lambda one: one[2])
    log = columns(
        *(ticket(time, PLAIN, {"type": kind}, caller=key << 60) for key, kind, time in some)
    )
    found = neighbours(log, EVERYTHING, _WEEK)
    for place, (key, kind, time) in enumerate(some):
        others = [
            other
            for at_place, (*same, other) in enumerate(some)
            if same == [key, kind] and at_place != place and key
        ]
        gap = min((abs(other - time) for other in others), default=NEVER)
        assert min(found.since_last[place], found.until_next[place]) == gap


def test_keys_that_begin_alike() -> None:
    """Customers whose keys differ in their last bits alone are different customers."""
    log = columns(*(contact(day, caller=(1 << 63) + key) for day, key in ((1, 1), (2, 2), (3, 1))))
    found = neighbours(log, EVERYTHING, _WEEK)
    assert found.since_last.tolist() == [NEVER, NEVER, 2 * 86_400]


def test_reopened_tickets() -> None:
    """RO is reopened ÷ first solved in the period, as known at its end."""
    rounds = reopened(ticket(at(1), resolved=at(2)), ticket(at(1), opened=at(4)))
    log = [*rounds, ticket(at(1), resolved=at(2), ended=at(2)), ticket(at(1))]
    told = read("RO", sample(log))
    assert (told.part, told.n) == (1, 2)
    assert read("RO", sample(log, window(days(2, 3)))).part == 0


def stay(start: int, end: int = 0) -> Moment:
    """Time with a holder."""
    return Moment(MomentKind.STAY, start, end, word="张三")


def test_transferred_tickets() -> None:
    """TR is tickets passed on at least once ÷ tickets; a ticket counts once."""
    rounds = reopened(ticket(at(1), transfers=1), ticket(at(1), transfers=2))
    told = read("TR", sample([*rounds, ticket(at(1))]))
    assert (told.part, told.n) == (1, 2)


def test_a_closed_period_does_not_know_later_transfers() -> None:
    """A ticket of the 1st that went to its second holder on the 3rd was not passed on before."""
    moments = [(2, stay(at(3))), (1, stay(at(1))), (2, stay(at(1), at(3)))]
    log = [ticket(at(1)), ticket(at(1), transfers=1)]
    for last, part in ((1, 0), (3, 1)):
        told = read("TR", sample(log, window(days(1, last)), moments=moments))
        assert (told.part, told.n) == (part, 2)
