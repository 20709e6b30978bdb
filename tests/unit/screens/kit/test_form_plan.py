"""Where the fields of a form stand."""

from screens.kit.form_plan import Item, plan, row_numbers


def test_two_columns_where_the_width_allows() -> None:
    """Fields of a row share it, labels of a column are equally wide."""
    slots = plan([Item(6), Item(4), Item(8), Item(2)], 80, 2).slots
    assert [(slot.y, slot.label_x) for slot in slots] == [(0, 0), (0, 41), (1, 0), (1, 41)]
    assert [slot.x for slot in slots] == [8, 45, 8, 45]
    assert slots[0].x + slots[0].width == 39
    assert slots[1].x + slots[1].width == 80


def test_a_narrow_form_has_one_column() -> None:
    """On a narrow terminal the fields stand below one another."""
    assert [slot.y for slot in plan([Item(4), Item(4)], 50, 2).slots] == [0, 1]


def test_a_wide_field_has_a_row_of_its_own() -> None:
    """It begins and ends a row."""
    items = [Item(4), Item(4, lines=3, wide=True), Item(4), Item(4)]
    planned = plan(items, 80, 2)
    assert [slot.y for slot in planned.slots] == [0, 1, 4, 4]
    assert planned.slots[1].x + planned.slots[1].width == 80
    assert planned.height == 5


def test_an_error_takes_a_line_below_its_row() -> None:
    """Fields further down make room."""
    items = [Item(4, wrong=True), Item(4), Item(4)]
    planned = plan(items, 80, 2)
    assert [slot.y for slot in planned.slots] == [0, 0, 2]
    assert planned.height == 3


def test_rows_are_numbered_as_they_are_planned() -> None:
    """Fields of one row share a number, which gives every other row its shade."""
    assert row_numbers([Item(1), Item(1), Item(1, wide=True), Item(1)], 2) == [0, 0, 1, 2]


def test_an_empty_form_has_no_lines() -> None:
    """No fields, no lines."""
    assert plan([], 80, 2).height == 0
