"""The rows of a long list that are at hand."""

from screens.kit.columns import Row
from screens.kit.pages import KEPT, PAGE, Pages


def rows(first: int, count: int = PAGE, mark: str = "") -> list[Row]:
    """Rows that say their index."""
    return [Row(str(index), (f"{index}{mark}",)) for index in range(first, first + count)]


def of(total: int) -> Pages:
    """An empty stock of a list."""
    pages = Pages()
    pages.total = total
    return pages


def test_a_page_is_asked_for_once() -> None:
    """Scrolling over rows that are on their way asks for nothing."""
    pages = of(1000)
    assert pages.missing(120, 20) == [0, PAGE]
    assert pages.missing(0, 20) == []


def test_nothing_is_asked_for_beyond_the_end() -> None:
    """An empty list wants no page."""
    assert of(0).missing(0, 30) == []
    assert of(5).missing(0, 30) == [0]


def test_a_page_tells_which_rows_differ() -> None:
    """Rows that stayed the same need no drawing."""
    pages = of(PAGE)
    pages.put(0, rows(0))
    newer = rows(0)
    newer[7] = Row("7", ("changed",))
    assert pages.put(0, newer) == [7]


def test_rows_that_went_are_told_too() -> None:
    """A page that became shorter leaves lines to clear."""
    pages = of(PAGE)
    pages.put(0, rows(0, 5))
    assert pages.put(0, rows(0, 3)) == [3, 4]


def test_expired_rows_stay_readable_until_newer_ones_come() -> None:
    """While the answer is on its way, the old rows are shown."""
    pages = of(PAGE)
    pages.put(0, rows(0))
    pages.expire()
    assert pages.row(3) == Row("3", ("3",))
    assert pages.missing(0, 10) == [0]


def test_pages_not_used_for_longest_go_first() -> None:
    """Scrolling through a million rows does not keep them."""
    pages = of(PAGE * (KEPT + 1))
    for number in range(KEPT):
        pages.put(number * PAGE, rows(number * PAGE))
    assert pages.row(0)
    pages.put(KEPT * PAGE, rows(KEPT * PAGE))
    assert pages.row(0)
    assert pages.row(PAGE) is None
    assert pages.missing(PAGE, 1) == [PAGE]


def test_a_row_is_found_by_key_in_fresh_pages_alone() -> None:
    """An old page may tell of a place where the row no longer is."""
    pages = of(PAGE * 2)
    pages.put(PAGE, rows(PAGE))
    assert pages.find(str(PAGE + 3)) == PAGE + 3
    pages.expire()
    assert pages.find(str(PAGE + 3)) is None
