"""Facts as numpy columns."""

from cstui.domain.facts import LAYOUT, Flag
from cstui.metrics.columns import RECORD, Columns
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


def test_an_empty_table_has_empty_columns() -> None:
    """A store without tickets has columns without rows."""
    assert len(Columns.of(facts_table([]))) == 0
