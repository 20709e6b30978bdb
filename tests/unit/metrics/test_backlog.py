"""What is open, how old it is, what comes and goes."""

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from cstui.domain.facts import RoundFacts
from cstui.metrics.backlog import flow
from cstui.metrics.bands import AGES, by_age
from cstui.metrics.catalogue import METRICS
from cstui.metrics.groups import WHOLE, grouped
from cstui.metrics.window import Window
from tests.fixtures.facts import ZONE, at, columns, days, ticket, window
from tests.fixtures.samples import read, reopened, sample

MIDNIGHTS = [at(day) for day in range(1, 9)]


def back_again() -> list[RoundFacts]:
    """A ticket of the 1st, solved on the 2nd, open again from the 4th to the 6th."""
    return reopened(
        ticket(at(1), resolved=at(2), ended=at(6)),
        ticket(at(1), opened=at(4), resolved=at(6), ended=at(6)),
    )


def test_a_solved_ticket_is_not_open_until_it_is_opened_again() -> None:
    """BL tells of each evening what was open then."""
    told = [read("BL", sample(back_again(), window(days(1, day)))).value for day in range(1, 7)]
    assert told == [1, 0, 0, 1, 1, 0]


def test_flow() -> None:
    """A reopening comes in, a solution goes out."""
    (told,) = flow(columns(*back_again()), WHOLE, MIDNIGHTS)
    assert (told.before, told.came) == (0, (1, 0, 0, 1, 0, 0, 0))
    assert (told.went, told.left) == ((0, 1, 0, 0, 0, 1, 0), (1, 0, 0, 1, 1, 0, 0))


INSTANTS = st.just(0) | st.integers(at(1), at(8))


@st.composite
def tickets(draw: st.DrawFn) -> list[RoundFacts]:
    """A ticket of one round or two, whose instants may be in any order."""
    first = ticket(
        draw(st.integers(at(1), at(8))),
        words={"channel": draw(st.sampled_from(["a", "b"]))},
        resolved=draw(INSTANTS),
        ended=draw(INSTANTS),
    )
    if draw(st.booleans()):
        return [first]
    again = draw(st.integers(first.submitted, at(8)))
    return reopened(first, replace(first, opened=again, resolved=draw(INSTANTS)))


@given(st.lists(tickets(), max_size=12))
def test_what_is_left_is_what_was_plus_in_less_out(some: list[list[RoundFacts]]) -> None:
    """BL(t) = BL(t − 1) + in − out, of each group, and it is the backlog of each evening."""
    rounds = [each for one in some for each in one]
    log = columns(*rounds)
    groups = grouped(log, ["channel"], ZONE)
    for place, told in enumerate(flow(log, groups, MIDNIGHTS)):
        before = told.before
        for day, (came, went, left) in enumerate(
            zip(told.came, told.went, told.left, strict=True), 1
        ):
            assert left == before + came - went
            evening = sample(rounds, window(days(day, day)), by=["channel"])
            assert left == METRICS["BL"].read(evening)[place].value
            before = left


def test_ages() -> None:
    """Bands of 4 h, 24 h, 3 d and 7 d, each holding its upper edge."""
    now = at(20)
    ages_h = (4, 5, 24, 25, 72, 73, 168, 169)
    log = sample(
        [*(ticket(now - hours * 3600) for hours in ages_h), ticket(at(1), ended=at(2))],
        Window.between(None, None, now),
    )
    told = [reading.value for reading in METRICS["BL"].read(by_age(log))]
    assert told == [1, 2, 2, 2, 1, 0]
    assert len(told) == len(AGES.names) + 1
