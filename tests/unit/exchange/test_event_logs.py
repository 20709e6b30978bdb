"""Sheets in which several rows tell what happened to one ticket."""

from pathlib import Path

import pytest

from cstui.domain.fold import fold
from cstui.exchange.outcomes import Drafted
from tests.fixtures.exchange.sheets import (
    acts_of,
    at,
    outcomes_of,
    rejects_of,
    tickets_of,
    write_csv,
)

MAP = """
[file]
key = "number"
[columns]
number = "Ticket"
channel = "Channel"
at = "When"
by = "Who"
text = "Comment"
to = "To"
csat = "Score"
due = "Due"
event = { column = "Action", values = { Created = "submitted", "首次回复" = "responded" } }
"""
HEADER = ["Ticket", "Channel", "When", "Who", "Action", "Comment", "To", "Score", "Due"]


def _row(number: str, when: str, action: str, *rest: str) -> list[str]:
    cells = [number, "", when, "wang", action, *rest]
    return cells + [""] * (len(HEADER) - len(cells))


def test_rows_of_a_number_are_one_ticket(tmp_path: Path) -> None:
    """In whatever order the rows stand, a ticket's events stand in the order of their times."""
    rows = [
        _row("7", "2023-10-01 10:00", "Resolved", "restarted"),
        _row("8", "2023-10-01 09:20", "Created"),
        _row("7", "2023-10-01 09:15", "Created"),
        _row("7", "2023-10-01 09:25", "首次回复", "called back"),
    ]
    first, second = tickets_of(write_csv(tmp_path / "log.csv", [HEADER, *rows]), MAP)
    assert (first.number, second.number) == ("7", "8")
    assert acts_of(first) == [
        ("submitted", "2023-10-01 09:15:00"),
        ("responded", "2023-10-01 09:25:00"),
        ("resolved", "2023-10-01 10:00:00"),
    ]
    state = fold(first)
    assert (state.solution, state.round.responded) == ("restarted", at("2023-10-01 09:25"))
    assert first.events[0].by == "wang"


def test_what_events_carry(tmp_path: Path) -> None:
    """Text, recipient, score and due time go where their event keeps them."""
    rows = [
        _row("7", "2023-10-01 09:15", "Created"),
        _row("7", "2023-10-01 09:20", "assigned", "", "li"),
        _row("7", "2023-10-01 09:30", "promised", "call back", "", "", "2023-10-01 18:00"),
        _row("7", "2023-10-01 10:00", "transferred", "skill", "zhao"),
        _row("7", "2023-10-01 11:00", "rated", "", "", "4"),
    ]
    rows[3][1] = "phone"
    state = fold(tickets_of(write_csv(tmp_path / "log.csv", [HEADER, *rows]), MAP)[0])
    assert (state.owner, state.transfers, state.header.channel) == ("zhao", 1, "phone")
    assert state.promise is not None
    assert state.promise.until == at("2023-10-01 18:00")
    assert state.rating is not None
    assert state.rating.scores == {"overall": 4}


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (_row("7", "2023-10-01 10:00", "exploded"), "bad_event"),
        (_row("7", "", "Created"), "no_event_time"),
        (_row("7", "soon 9:00", "Created"), "bad_instant"),
        (_row("7", "2023-10-01 10:00", "rated"), "no_score"),
        (_row("7", "2023-10-01 10:00", "promised"), "no_due"),
    ],
)
def test_a_bad_row_holds_its_ticket_back(tmp_path: Path, row: list[str], reason: str) -> None:
    """A ticket without one of its events would have wrong times; all of its rows are told."""
    rows = [HEADER, _row("7", "2023-10-01 09:15", "Created"), row]
    rows.append(_row("8", "2023-10-01 09:15", "Created"))
    path = write_csv(tmp_path / "log.csv", rows)
    assert [(reject.line, reject.reason) for reject in rejects_of(path, MAP)] == [
        (3, reason),
        (2, "other_row"),
    ]
    assert [ticket.number for ticket in tickets_of(path, MAP)] == ["8"]


def test_a_row_without_a_number(tmp_path: Path) -> None:
    """It belongs to no ticket, and holds none back."""
    rows = [HEADER, _row("", "2023-10-01 09:15", "Created"), _row("8", "2023-10-01 9:15", "saved")]
    outcomes = outcomes_of(write_csv(tmp_path / "log.csv", rows), MAP)
    assert [isinstance(outcome, Drafted) for outcome in outcomes] == [False, True]
