"""Rows read by a map, from the cells to the ticket."""

from pathlib import Path

import pytest

from cstui.domain.acts import Answered, Assigned, Caused, Noted, Promised, Rated, Scale
from cstui.domain.errors import InputError
from cstui.domain.fold import fold
from cstui.domain.state import Status
from cstui.domain.ticket import Ticket
from cstui.exchange.outcomes import Drafted, Passed, PassedOver
from tests.fixtures.exchange.sheets import (
    NOW,
    acts_of,
    at,
    outcomes_of,
    rejects_of,
    tickets_of,
    write_csv,
    write_xlsx,
)

OPENED = '[columns]\nopened = "Opened"\n'


def _ticket(tmp_path: Path, map_text: str, **cells: object) -> Ticket:
    """The ticket of a sheet with one row."""
    path = write_csv(tmp_path / "sheet.csv", [list(cells), list(cells.values())])
    (ticket,) = tickets_of(path, map_text)
    return ticket


def _reasons(tmp_path: Path, map_text: str, **cells: object) -> list[str]:
    path = write_csv(tmp_path / "sheet.csv", [list(cells), list(cells.values())])
    return [reject.reason for reject in rejects_of(path, map_text)]


def test_header_of_a_ticket(tmp_path: Path) -> None:
    """Words go to the header, translated where the map says so."""
    ticket = _ticket(
        tmp_path,
        """[columns]
        form = { const = "after_sales" }
        channel = "Via"
        category = ["Type", "Sub"]
        priority = { column = "Prio", values = { High = "紧急" } }
        customer_name = "Name"
        phone = "Phone"
        order = "Order"
        subject = "Subject"
        """,
        Via="phone", Type="Repair", Sub="Cooling", Prio="HIGH", Name="李丽",
        Phone="'+8613812345678", Order="77", Subject="Air",
    )  # fmt: skip
    header = ticket.header
    assert (header.form, header.channel, header.priority) == ("after_sales", "phone", "紧急")
    assert header.category == ("Repair", "Cooling")
    assert (header.customer.name, header.customer.phone) == ("李丽", "+8613812345678")
    assert (header.customer.order, header.subject) == ("77", "Air")


def test_times_become_events_in_their_order(tmp_path: Path) -> None:
    """Each time is an event of its own, imported; impossible orders stay."""
    ticket = _ticket(
        tmp_path,
        '[columns]\nopened = ["Day", "Time"]\nfirst_response = "Reply"\nresolved = "Solved"\n'
        'solution = "How"\nagent = "Agent"',
        Day="2023-10-01", Time="09:15", Reply="2023-10-01 11:00", Solved="2023-10-01 10:00",
        How="restarted", Agent="Wang",
    )  # fmt: skip
    assert acts_of(ticket) == [
        ("submitted", "2023-10-01 09:15:00"),
        ("assigned", "2023-10-01 09:15:00"),
        ("resolved", "2023-10-01 10:00:00"),
        ("responded", "2023-10-01 11:00:00"),
    ]
    assert {event.source.value for event in ticket.events} == {"imported"}
    assert [event.by for event in ticket.events] == ["chen", "chen", "Wang", "Wang"]
    assert fold(ticket).solution == "restarted"


def test_a_call_with_durations(tmp_path: Path) -> None:
    """Seconds count from another field; a call's parts follow each other."""
    ticket = _ticket(
        tmp_path,
        OPENED + 'answered = "Answered"\nfirst_response = { after = "opened", seconds = "ASA" }\n'
        'talk_s = "Talk"\nhold_s = "Hold"\nwrap_s = "Wrap"',
        Opened="2023-10-01 09:15", Answered="Y", ASA="20", Talk="0:02:00", Hold="30", Wrap="15",
    )  # fmt: skip
    assert acts_of(ticket) == [
        ("submitted", "2023-10-01 09:15:00"),
        ("answered", "2023-10-01 09:15:20"),
        ("held", "2023-10-01 09:17:20"),
        ("resumed_talk", "2023-10-01 09:17:50"),
        ("ended", "2023-10-01 09:17:50"),
        ("saved", "2023-10-01 09:18:05"),
    ]


def test_answered_without_a_time(tmp_path: Path) -> None:
    """That a call was answered is kept, a time of answer is not made up."""
    ticket = _ticket(
        tmp_path, OPENED + 'answered = "Answered"', Opened="2023-10-01 09:15", Answered="Y"
    )
    assert ticket.events[-1].act == Answered(known=False)
    assert fold(ticket).round.responded is None


def test_a_call_that_nobody_answered(tmp_path: Path) -> None:
    """Not answered means abandoned, after the time in the queue."""
    ticket = _ticket(
        tmp_path,
        OPENED + 'answered = "Answered"\nqueue_s = "Wait"',
        Opened="2023-10-01 09:15", Answered="N", Wait="45",
    )  # fmt: skip
    assert acts_of(ticket)[-1] == ("abandoned", "2023-10-01 09:15:45")
    assert not fold(ticket).status.is_open


@pytest.mark.parametrize(
    ("word", "status"),
    [("Closed", Status.CLOSED), ("处理中", Status.NEW), ("On Hold", Status.WAITING)],
)
def test_a_status_speaks_where_no_time_does(tmp_path: Path, word: str, status: Status) -> None:
    """It tells how a ticket stands, and no time of solution is made up."""
    state = fold(
        _ticket(tmp_path, OPENED + 'status = "Status"', Opened="2023-10-01 09:15", Status=word)
    )
    assert state.status is status
    assert state.round.ended is None


def test_a_ticket_without_any_time(tmp_path: Path) -> None:
    """It is saved at the moment of the import, and was never submitted as far as is known."""
    ticket = _ticket(tmp_path, '[columns]\nsubject = "Subject"', Subject="x")
    assert [(event.kind, event.at) for event in ticket.events] == [("saved", NOW)]
    assert fold(ticket).opened is None


def test_what_else_a_row_tells(tmp_path: Path) -> None:
    """Due time, rating, cause and remarks each become an event."""
    ticket = _ticket(
        tmp_path,
        OPENED + 'due = { column = "Due", time_of_day = "18:00" }\ncsat = "Score"\n'
        'words = "Words"\ncause = "Cause"\nmeasure = "Measure"\nnote = "Note"\n'
        'team = "Team"\ntransfers = "Moves"',
        Opened="2023-10-01 09:15", Due="2023-10-02", Score="5", Words="fast", Cause="flaw",
        Measure="check", Note="hm", Team="B", Moves="from A",
    )  # fmt: skip
    assert [event.act for event in ticket.events[1:]] == [
        Assigned("", "B"),
        Promised("", at("2023-10-02 18:00")),
        Rated(Scale.FIVE, {"overall": 5}, "fast"),
        Caused("flaw", "check"),
        Noted("hm\nfrom A"),
    ]


def test_a_promise_that_was_kept_in_time(tmp_path: Path) -> None:
    """A ticket solved by its due time leaves no promise standing."""
    state = fold(
        _ticket(
            tmp_path,
            OPENED + 'due = "Due"\nresolved = "Done"',
            Opened="2023-10-01 09:15", Due="2023-10-01 18:00", Done="2023-10-01 17:00",
        )
    )  # fmt: skip
    assert state.promise is None


def test_transfers_are_counted(tmp_path: Path) -> None:
    """A bare number of transfers counts, and leaves the ticket with its agent."""
    state = fold(
        _ticket(
            tmp_path,
            OPENED + 'transfers = "Moves"\nagent = "Agent"',
            Opened="2023-10-01 09:15", Moves="2", Agent="Wang",
        )
    )  # fmt: skip
    assert (state.transfers, state.owner) == (2, "Wang")


def test_fields_read_in_some_rows_only(tmp_path: Path) -> None:
    """A condition and cells that say nothing leave a field out of a row."""
    rows = [
        ["Opened", "End", "Outcome"],
        ["2023-10-01 23:50", "0:10", "AGENT"],
        ["2023-10-01 23:50", "0:10", "HANG"],
        ["2023-10-01 23:50", "-", "AGENT"],
        ["2023-10-01 23:50", "0:10", "PHANTOM"],
    ]
    outcomes = outcomes_of(
        write_csv(tmp_path / "sheet.csv", rows),
        '[file]\nmissing = ["-"]\nleave_out = { Outcome = "PHANTOM" }\n'
        + OPENED
        + 'resolved = { after = "opened", column = "End", when = { Outcome = "AGENT" } }',
    )
    ends = [fold(each.ticket).round.resolved for each in outcomes if isinstance(each, Drafted)]
    assert ends == [at("2023-10-02 00:10"), None, None]
    assert outcomes[-1] == PassedOver(Passed.LEFT_OUT)


@pytest.mark.parametrize(
    ("line", "cell", "reason"),
    [
        ('resolved = "X"', "later", "no_time_of_day"),
        ('resolved = "X"', "later 9:00", "bad_instant"),
        ('resolved = { after = "first_response", seconds = "X" }', "20", "no_start"),
        ('answered = "X"', "perhaps", "bad_flag"),
        ('answered = { column = "X", true = "Y", false = "N" }', "Q", "bad_flag"),
        ('status = "X"', "limbo", "bad_status"),
        ('form = "X"', "F9", "bad_form"),
        ('csat = "X"', "11", "bad_score"),
        ('csat = { const = "4" }\ncsat_scale = "X"', "ten", "bad_scale"),
        ('talk_s = "X"', "60", "no_answer_time"),
        ('talk_s = "X"', "1e20", "bad_duration"),
        (
            'answered = { const = "yes" }\nfirst_response = "Opened"\ntalk_s = "X"',
            "3e9",
            "instant_range",
        ),
        ('answered = { const = "yes" }\nqueue_s = "X"', "3e9", "instant_range"),
        ('abandoned = { const = "yes" }\nqueue_s = "X"', "3e9", "instant_range"),
        ('resolved = { after = "opened", hours = "X" }', "1e20", "bad_duration"),
        ('resolved = { after = "opened", hours = "X" }', "-600000", "instant_range"),
        ('transfers = "X"', "3000000", "too_many_transfers"),
        ('answered = "X"\nabandoned = "X"', "Y", "answered_and_abandoned"),
    ],
)
def test_rows_that_cannot_be_used(tmp_path: Path, line: str, cell: str, reason: str) -> None:
    """Each is rejected for a reason of its own."""
    map_text = OPENED + ('first_response = "R"\n' if '"first_response"' in line else "") + line
    cells = {"Opened": "2023-10-01 09:15", "X": cell, "R": ""}
    assert _reasons(tmp_path, map_text, **cells) == [reason]


def test_flags_by_the_maps_words(tmp_path: Path) -> None:
    """With only words for yes all others mean no, and the other way round."""
    for words, cell, expected in (('true = "A"', "b", False), ('false = "A"', "b", True)):
        ticket = _ticket(
            tmp_path,
            OPENED + f'abandoned = {{ column = "X", {words} }}',
            Opened="2023-10-01 09:15", X=cell,
        )  # fmt: skip
        assert fold(ticket).call.abandoned is expected


def test_a_number_names_one_row(tmp_path: Path) -> None:
    """The second row with a number is told where the first stands."""
    path = write_csv(tmp_path / "sheet.csv", [["No", "S"], ["7", "a"], ["8", "b"], ["7", "c"]])
    (reject,) = rejects_of(path, '[columns]\nnumber = "No"\nsubject = "S"')
    assert (reject.line, reject.reason, reject.values["first"]) == (4, "number_twice", 2)


def test_cells_beyond_the_header(tmp_path: Path) -> None:
    """A row that was cut at a comma of its text is not read into the wrong columns."""
    path = tmp_path / "sheet.csv"
    path.write_text("Opened,S\n2023-10-01 09:15,a,b\n2023-10-01 09:15\n", encoding="utf-8")
    (reject,) = rejects_of(path, OPENED)
    assert (reject.line, reject.reason) == (2, "too_many_cells")
    assert len(tickets_of(path, OPENED)) == 1


def test_a_column_that_stands_there_twice(tmp_path: Path) -> None:
    """It is not guessed which of them is meant."""
    path = write_csv(tmp_path / "sheet.csv", [["Opened", "Opened"], ["2023-10-01 09:15", ""]])
    with pytest.raises(InputError, match="column_twice"):
        outcomes_of(path, OPENED)


def _dates(tmp_path: Path, *days: str) -> Path:
    return write_csv(tmp_path / "dates.csv", [["Opened"], *([f"{day} 09:15"] for day in days)])


def test_date_order_is_found_out(tmp_path: Path) -> None:
    """One day past the twelfth tells for all, however far down."""
    path = _dates(tmp_path, *["01/02/2023"] * 1500, "13/02/2023")
    assert fold(tickets_of(path, OPENED)[0]).opened == at("2023-02-01 09:15")


@pytest.mark.parametrize("days", [("01/02/2023",), ("13/02/2023", "02/13/2023")])
def test_ambiguous_dates_are_never_guessed(tmp_path: Path, days: tuple[str, ...]) -> None:
    """Where both orders fit, or neither fits all, the map must say."""
    path = _dates(tmp_path, *days)
    with pytest.raises(InputError, match="date_order_unclear"):
        outcomes_of(path, OPENED)
    told = tickets_of(path, '[file]\ndate_order = "dmy"\n' + OPENED)
    assert fold(told[0]).opened in (at("2023-02-01 09:15"), at("2023-02-13 09:15"))


def test_csv_and_xlsx_have_the_same_origins(tmp_path: Path) -> None:
    """The origin follows from the meaning; two equal rows of a file are two tickets."""
    day, text = at("2023-10-01 09:15").replace(tzinfo=None), "2023/10/1 9:15"
    csv_path = write_csv(tmp_path / "a.csv", [["Opened", "S"], [text, "4"], [text, "4"]])
    xlsx_path = write_xlsx(tmp_path / "a.xlsx", ("S", [["Opened", "S"], [day, 4], [day, 4.0]]))
    map_text = OPENED + 'subject = "S"'
    origins = [ticket.header.origin for ticket in tickets_of(csv_path, map_text)]
    assert len(set(origins)) == 2
    assert [ticket.header.origin for ticket in tickets_of(xlsx_path, map_text)] == origins
