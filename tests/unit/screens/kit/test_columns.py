"""Columns of a table."""

from screens.kit.columns import Cell, Column, column_widths, laid_out


def test_what_is_left_over_goes_to_the_flexible_columns() -> None:
    """Fixed columns keep their width; the others share the rest, to the last cell."""
    columns = [Column("a", 10), Column("b", 5, flex=2), Column("c", 5, flex=1)]
    assert column_widths(columns, 43) == [10, 5 + 13, 5 + 7]
    assert sum(column_widths(columns, 43)) + len(columns) == 43


def test_a_narrow_table_keeps_the_least_widths() -> None:
    """Columns are cut at the right edge rather than squeezed."""
    assert column_widths([Column("a", 10), Column("b", 5, flex=1)], 12) == [10, 5]


def test_cells_are_as_wide_as_their_columns() -> None:
    """Chinese is cropped by cells, numbers stand at the right, tones are kept."""
    columns = [Column("a", 5), Column("b", 4, right=True)]
    assert laid_out(["账单金额", Cell("7", "bad")], columns, [5, 4]) == [
        Cell("账单  "),
        Cell("   7 ", "bad"),
    ]
