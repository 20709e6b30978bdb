"""Sheets in and out beside other work."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest

from cstui.domain.errors import NotAllowed
from cstui.domain.people import Role
from cstui.exchange.preview import Proposal
from cstui.i18n import Translator
from cstui.ports import SortedBy, Which
from cstui.services.desk import Desk
from cstui.services.importing import Progress
from cstui.services.queues import Wanted
from cstui.services.sheets import Export, Sheets, Taken
from cstui.services.turns import InTurn, at_once
from tests.fixtures.exchange.desks import desk_at, tickets_in
from tests.fixtures.exchange.sheets import write_csv

ValueT = TypeVar("ValueT")
ROWS = 500
T = Translator("en")


class _Stop(Exception):
    """Somebody stops the work."""


class _Turns:
    """Counts the turns that are taken at the store."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, job: Callable[[], ValueT], /) -> ValueT:
        self.count += 1
        return job()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """An agent's desk at an empty store."""
    desk = desk_at(tmp_path / "desk.db", Role.AGENT)
    yield desk
    desk.store.close()


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    """A sheet of some hundred tickets, the last of which has no time."""
    rows = [[f"T-{n}", f"2026-05-{1 + n % 20:02} 09:15", "printer"] for n in range(ROWS)]
    rows.append(["T-last", "someday", "printer"])
    return write_csv(tmp_path / "tickets.csv", [["Ticket ID", "Created", "Subject"], *rows])


def _ignore(_: object) -> None:
    """Nobody looks how far it is."""


def _taken(
    desk: Desk,
    sheet: Path,
    in_turn: InTurn = at_once,
    follow: Callable[[Progress], None] = _ignore,
) -> Taken:
    sheets = Sheets(desk)
    proposal: Proposal = sheets.proposed(sheet)
    return sheets.take_over(proposal, T, in_turn, follow)


def test_others_have_their_turns_while_a_sheet_is_taken_over(desk: Desk, sheet: Path) -> None:
    """One turn at the store for so many rows, and all else beside it."""
    turns = _Turns()
    assert _taken(desk, sheet, turns).result.added == ROWS
    assert turns.count == 3


def test_an_import_that_was_stopped_is_completed_by_the_same_one(desk: Desk, sheet: Path) -> None:
    """What was saved stays; nothing comes in twice, and no file of rejects is left half done."""
    seen: list[Progress] = []

    def stop(far: Progress) -> None:
        seen.append(far)
        raise _Stop

    with pytest.raises(_Stop):
        _taken(desk, sheet, follow=stop)
    here = len(tickets_in(desk))
    assert 0 < here < ROWS
    assert here == seen[-1].added
    assert sorted(sheet.parent.glob("*rejects*")) == []
    again = _taken(desk, sheet)
    assert (again.result.known, again.result.added) == (here, ROWS - here)
    assert len(tickets_in(desk)) == ROWS


def test_rejects_are_written_beside_under_a_free_name(desk: Desk, sheet: Path) -> None:
    """Only where there are any; those of an earlier import stay."""
    first, second = _taken(desk, sheet), _taken(desk, sheet)
    assert first.rejects == sheet.with_name("tickets.rejects.csv")
    assert second.rejects == sheet.with_name("tickets.rejects-2.csv")
    whole = write_csv(
        sheet.with_name("whole.csv"), [["Created", "Topic"], ["2026-05-01 9:00", "x"]]
    )
    assert _taken(desk, whole).rejects is None


def test_what_a_list_shows_is_written_in_its_order(desk: Desk, sheet: Path) -> None:
    """And nothing else; the store is asked in turns."""
    _taken(desk, sheet)
    turns, out = _Turns(), sheet.with_name("out.csv")
    wanted = Wanted(Which.OPEN, "T-10", SortedBy.OPENED)
    count = Sheets(desk).write(Export(out, wanted=wanted), T, turns, _ignore)
    numbers = [line.partition(",")[0] for line in out.read_text("utf-8-sig").splitlines()[1:]]
    assert count == len(numbers) == 11
    assert numbers[0] == "T-100", "the one that was opened first"
    assert turns.count == 2


def test_agents_write_nothing_in_full(desk: Desk, tmp_path: Path) -> None:
    """Whatever asked for it."""
    assert not Sheets(desk).supervises
    with pytest.raises(NotAllowed, match="full_not_allowed"):
        Sheets(desk).write(Export(tmp_path / "out.csv", full=True), T, at_once, _ignore)
