"""Who is calling, and what they called about before."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from cstui.domain import acts
from cstui.domain.state import Status
from cstui.domain.ticket import Customer, Ticket
from cstui.services.intake.callers import CallerBook, History, placed
from tests.fixtures.desks import Team, make_team, ticket
from tests.fixtures.times import at

XIAOMING = Customer(name="李小明", phone="13812345678")


@pytest.fixture
def team(tmp_path: Path) -> Team:
    """A store without tickets."""
    return make_team(tmp_path / "desk.db")


@pytest.fixture
def book(team: Team) -> Iterator[CallerBook]:
    """李娜's."""
    with team.desk("lina") as desk:
        yield CallerBook(desk)


def called(team: Team, day: str, *done: acts.Act) -> Ticket:
    """A call of 李小明 about a repair."""
    (saved,) = team.add(ticket(f"2026-05-{day} 09:00", "一般", *done))
    return saved


@pytest.mark.parametrize("text", ["138", "13812345678", "5678", "李小", "lxm", "１３８", " 5678 "])
def test_a_caller_is_found_by_what_they_say(team: Team, book: CallerBook, text: str) -> None:
    """Number, its end, name or initials, however they were typed."""
    number = called(team, "04").number
    (found,) = book.found(text)
    assert (found.customer, found.number, found.open) == (XIAOMING, number, True)


def test_nothing_is_found_by_nothing(team: Team, book: CallerBook) -> None:
    """An empty field lists nobody."""
    called(team, "04")
    assert book.found("  ") == []


def test_one_customer_is_found_once(team: Team, book: CallerBook) -> None:
    """With their newest ticket, however often they called."""
    called(team, "03")
    newest = called(team, "04").number
    (found,) = book.found("138")
    assert found.number == newest


def test_open_tickets_come_first(team: Team, book: CallerBook) -> None:
    """Then the others, newest first."""
    still_open = called(team, "02").number
    older = called(team, "03", acts.Resolved("x")).number
    newer = called(team, "04", acts.Resolved("x")).number
    history = book.history(XIAOMING)
    assert [past.number for past in history.tickets] == [still_open, newer, older]
    assert history.to_continue is history.tickets[0]
    assert history.tickets[1].status is Status.RESOLVED


def test_what_the_customer_said_last_is_told(team: Team, book: CallerBook) -> None:
    """Of several ratings the newest."""
    for day, score in ("02", 5), ("03", 2):
        called(team, day, acts.Resolved("x"), acts.Rated(acts.Scale.FIVE, {acts.OVERALL: score}))
    rating = book.history(XIAOMING).rating
    assert rating
    assert rating.scores == {acts.OVERALL: 2}


def test_promises_that_stand_are_told(team: Team, book: CallerBook) -> None:
    """Kept ones are not."""
    promise = acts.Promised("回电", at("2026-05-07 09:00"))
    called(team, "02", promise)
    called(team, "03", acts.Promised("寄出", at("2026-05-06 09:00")), acts.Kept())
    kept, stands = book.history(XIAOMING).tickets
    assert (kept.promise, stands.promise) == (None, promise)


def test_nobody_has_the_history_of_strangers(team: Team, book: CallerBook) -> None:
    """A name alone may be another's."""
    called(team, "04")
    assert book.history(Customer(name="李小明")) == History()


@pytest.mark.parametrize(
    ("category", "now", "repeats"),
    [
        ("售后支持/维修", "2026-05-11 09:00", True),
        ("售后支持", "2026-05-11 09:00", True),
        ("售后支持/退换货", "2026-05-11 09:00", False),
        ("投诉建议", "2026-05-11 09:00", False),
        ("", "2026-05-11 09:00", False),
        ("售后支持/维修", "2026-05-11 09:01", False),
    ],
)
def test_a_second_call_about_the_same_within_seven_days(
    team: Team, book: CallerBook, category: str, now: str, repeats: bool
) -> None:
    """The seventh day still counts; another type does not."""
    called(team, "04")
    found = book.history(XIAOMING).repeated(category, at(now), 7)
    assert bool(found) is repeats


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("138 1234 5678", "customer.phone"),
        ("＋86 13812345678", "customer.phone"),
        ("010-12345678", "customer.phone"),
        ("ORD202309280001", "customer.order"),
        ("12345", "customer.order"),
        ("李小明", "customer.name"),
        ("Baker Alex", "customer.name"),
    ],
)
def test_what_was_typed_for_a_stranger_goes_where_it_belongs(text: str, where: str) -> None:
    """Nobody types it twice."""
    assert list(placed(text)) == [where]


def test_nothing_belongs_nowhere() -> None:
    """An empty field fills none."""
    assert placed("  ") == {}


def test_a_duplicate_leads_to_the_ticket_in_which_its_work_goes_on(
    team: Team, book: CallerBook
) -> None:
    """Even where another customer asked for that; once, however many duplicates there are."""
    header = replace(ticket().header, customer=Customer("王芳", "13900001111"))
    (other,) = team.add(replace(ticket(), header=header))
    for day in ("03", "04"):
        called(team, day, acts.ClosedAsDuplicate(other.number))
    past = book.history(XIAOMING).to_continue
    assert past and past.number == other.number
    assert len(book.history(XIAOMING).tickets) == 1
