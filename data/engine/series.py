"""Numbers that count up without a gap, however many sessions take them at once."""

from data.engine.connection import Connection


def next_in_series(connection: Connection, series: str, count: int = 1) -> int:
    """Take the next numbers of a series, counted from 1; the first of `count` is returned.

    To be called in the write transaction that stores what the numbers are for: a transaction that
    comes to nothing gives them back.
    """
    return connection.execute_for(connection.dialect.advance, (series, count)) - count + 1


def reserve_in_series(connection: Connection, series: str, number: int) -> None:
    """Count a number that came from elsewhere as taken: the next one of the series is higher."""
    free = next_in_series(connection, series, 0)
    if number >= free:
        next_in_series(connection, series, number - free + 1)
