"""Facts as numpy columns."""

import numpy as np
import pytest
from msgspec.structs import replace

from cstui.domain.facts import LAYOUT, Flag, Moment, MomentKind
from cstui.metrics.columns import Columns
from cstui.metrics.sources import RECORD, Column
from tests.fixtures.facts import at, columns, facts_table, ticket


def test_a_record_is_packed() -> None:
    """A record has no gaps: its size is the sum of its parts."""
    assert RECORD.itemsize == sum(int(kind[1]) for _, kind in LAYOUT)


def test_columns_hold_what_was_packed() -> None:
    """Each value comes back from the column of its name, words by their number."""
    read = columns(
        ticket(at(1), words={"channel": "电话"}, responded=at(1, "00:10"), updates_met=3),
        ticket(at(2), words={"channel": "邮件"}, response_business=-5),
    )
    assert read["submitted"].tolist() == [at(1), at(2)]
    assert read["responded"].tolist() == [at(1, "00:10"), 0]
    assert read["updates_met"].tolist() == [3, 0]
    assert read["response_business"].tolist()[1] == -5
    assert [read.words[number] for number in read["channel"]] == ["电话", "邮件"]


def test_flags_are_told_apart() -> None:
    """A row has a flag or not, whatever other flags it has."""
    read = columns(ticket(at(1), Flag.RATED | Flag.ESTIMATE), ticket(at(1), Flag.ABANDONED))
    assert read.flagged(Flag.RATED).tolist() == [True, False]
    assert read.flagged(Flag.ABANDONED).tolist() == [False, True]


def test_only_some_rows() -> None:
    """Some rows are columns again."""
    read = columns(ticket(at(1)), ticket(at(2)), ticket(at(3)))
    assert read.only(read["submitted"] > at(1))["submitted"].tolist() == [at(2), at(3)]


@pytest.mark.parametrize("rounds", [0, 1, 2])
def test_records_in_the_place_of_others(rounds: int) -> None:
    """However many rounds a ticket had, and asked for whole, in part or block by block."""
    read = columns(*(ticket(at(day)) for day in (1, 2, 3, 4)))
    then = facts_table([ticket(at(day), words={"channel": "new"}) for day in (5, 6)])
    records = np.frombuffer(then.records, RECORD)[:rounds].copy()
    records["ticket"] = 3
    mixed = read.mixed(read["ticket"] == 3, records, then.words)
    expected = [at(1), at(2), *[at(5), at(6)][:rounds], at(4)]
    assert mixed["submitted"].tolist() == expected
    assert mixed.words == then.words
    for rows in ([0, 1], [2], [1, 2], [*range(len(expected))], []):
        some = mixed.at(np.array(rows, np.int32))
        assert some["submitted"].tolist() == [expected[row] for row in rows]
    blocks = [block for _, (block,) in mixed.blocks("submitted")]
    assert np.concatenate(blocks).tolist() == expected
    assert read["submitted"].tolist() == [at(day) for day in (1, 2, 3, 4)]


def test_what_is_worked_out_is_kept() -> None:
    """As long as there is room for it."""
    read, times = columns(ticket(at(1))), []

    def counted(found: Columns) -> Column:
        times.append(1)
        return found["submitted"] + 1

    assert [read.derived(counted).tolist() for _ in range(2)] == [[at(1) + 1]] * 2
    assert len(times) == 1


def test_an_empty_table_has_empty_columns() -> None:
    """A store without tickets has columns without rows."""
    assert len(Columns.of(facts_table([]))) == 0


def test_tickets_behind_rounds() -> None:
    """Each once, however many of its rounds are meant, in the order of the tickets."""
    again = replace(ticket(at(1)), flags=Flag.LAST, round=2)
    read = columns(ticket(at(1)), again, ticket(at(2)), ticket(at(3)))
    assert read.tickets(read["submitted"] != at(2)) == [1, 3]
    assert read.only(read["submitted"] > at(1)).tickets(np.array([False, True])) == [3]


def test_moments_are_columns_too() -> None:
    """Each with the number of its ticket, and its word."""
    stay = Moment(MomentKind.STAY, at(1), at(2), word="li")
    read = Columns.of_moments(facts_table([ticket(at(1))], moments=[(1, stay)]))
    assert (read["ticket"].tolist(), read["end"].tolist()) == ([1], [at(2)])
    assert read.words[read["word"][0]] == "li"
