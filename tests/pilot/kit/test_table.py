"""A table of any length."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from textual import on
from textual.containers import Vertical
from textual.widget import Widget

from screens.kit.columns import Cell, Column, Row
from screens.kit.language import Phrase
from screens.kit.pages import PAGE
from screens.kit.table import PagedTable
from tests.fixtures.kit import TryApp, try_app

COLUMNS = [Column(Phrase("kit.help"), 8), Column("Subject", 10, flex=1), Column("n", 5, right=True)]


@dataclass
class Book:
    """What the table asked for and told."""

    keys: list[str]
    """Keys of all rows in their order."""
    asked: list[tuple[int, int]] = field(default_factory=list)
    """First and count of each page wanted."""
    seen: list[str] = field(default_factory=list)
    """Keys of the rows highlighted."""
    chosen: list[str] = field(default_factory=list)
    """Keys of the rows chosen."""

    def rows(self, first: int, count: int) -> list[Row]:
        """Some rows."""
        return [
            Row(key, (key, f"账单 {key}", Cell("7", "bad")))
            for key in self.keys[first : first + count]
        ]


class Desk(Vertical):
    """A table whose pages come at once."""

    def __init__(self, book: Book) -> None:
        super().__init__()
        self.book = book
        self.table = PagedTable(COLUMNS)

    def compose(self) -> Iterable[Widget]:
        """The table."""
        yield self.table

    def on_mount(self) -> None:
        """Opens the list."""
        self.table.set_total(len(self.book.keys))

    @on(PagedTable.PageWanted)
    def fetch(self, event: PagedTable.PageWanted) -> None:
        """Answers."""
        self.book.asked.append((event.first, event.count))
        event.table.set_page(event.first, self.book.rows(event.first, event.count))

    @on(PagedTable.RowChosen)
    def choose(self, event: PagedTable.RowChosen) -> None:
        """Notes."""
        self.book.chosen.append(event.row.key)

    @on(PagedTable.RowHighlighted)
    def see(self, event: PagedTable.RowHighlighted) -> None:
        """Notes."""
        self.book.seen.append(event.row.key)


def desk(count: int) -> tuple[TryApp, Book, PagedTable]:
    """An app with a table of so many rows."""
    book = Book([f"SR{number}" for number in range(count)])
    made = Desk(book)
    return try_app(made), book, made.table


def line(table: PagedTable, y: int) -> str:
    """The text on a line of the table."""
    return table.render_line(y).text


async def test_only_the_rows_on_the_screen_are_asked_for() -> None:
    """A hundred thousand rows open as quickly as ten."""
    app, book, table = desk(100_000)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert book.asked == [(0, PAGE)]
        assert line(table, 0).split() == ["Help", "Subject", "n"]
        assert line(table, 1).split() == ["SR0", "账单", "SR0", "7"]
        await pilot.press("end")
        await pilot.pause()
        assert book.asked[1:] == [(99_968, 32)] or book.asked[-1] == (99_968, 32)
        assert table.cursor_row == book.rows(99_999, 1)[0]


async def test_the_cursor_moves_by_keys() -> None:
    """And the rows that it stands on are told."""
    app, book, table = desk(300)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("down", "down", "up")
        assert table.cursor == 1
        await pilot.press("pagedown", "pagedown")
        await pilot.pause()
        assert table.cursor == 1 + 2 * 20
        assert table.scroll_offset.y <= table.cursor <= table.scroll_offset.y + 20
        await pilot.press("home", "up", "enter")
        await pilot.pause()
        assert book.seen == ["SR0", "SR1", "SR2", "SR1", "SR21", "SR41", "SR0"]
        assert book.chosen == ["SR0"]


async def test_rows_on_their_way_are_blank_lines() -> None:
    """The cursor may already stand there."""
    table = PagedTable(COLUMNS)
    async with try_app(table).run_test() as pilot:
        await pilot.pause()
        table.set_total(5)
        assert line(table, 1).strip() == ""
        assert table.cursor_row is None
        await pilot.press("enter")
        table.set_page(0, [Row("a", ("a", "b", "c"))])
        assert line(table, 1).split() == ["a", "b", "c"]


async def test_the_cursor_stays_on_its_row_when_others_come_in_above() -> None:
    """And the row stays on its line of the screen."""
    app, book, table = desk(300)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("pagedown", "pagedown", "up", "up", "up")
        await pilot.pause()
        row, y = table.cursor_row, table.cursor - table.scroll_offset.y
        book.keys[:0] = ["new1", "new2"]
        table.reload(len(book.keys))
        await pilot.pause()
        assert table.cursor_row == row
        assert table.cursor - table.scroll_offset.y == y


async def test_the_cursor_stays_in_place_when_its_row_is_gone() -> None:
    """The next row moves up to it."""
    app, book, table = desk(300)
    async with app.run_test() as pilot:
        await pilot.press("down", "down")
        await pilot.pause()
        del book.keys[2]
        table.reload(len(book.keys))
        await pilot.pause()
        assert table.cursor == 2
        assert table.cursor_row == book.rows(2, 1)[0]
        assert book.seen[-1] == "SR3"


async def test_the_cursor_follows_its_row_to_a_place_that_is_told() -> None:
    """A row that moved beyond the pages seen is found by who knows the order."""
    app, book, table = desk(1000)
    async with app.run_test() as pilot:
        await pilot.pause()
        book.keys.append(book.keys.pop(0))
        table.reload(1000, cursor_at=999)
        await pilot.pause()
        assert table.cursor_row == book.rows(999, 1)[0]


async def test_a_reload_draws_only_what_differs() -> None:
    """Changes of other sessions cost the lines that they concern."""
    drawn: list[int] = []

    class Watched(PagedTable):
        def refresh_line(self, y: int) -> None:
            drawn.append(y)
            super().refresh_line(y)

    rows = [Row(str(number), (str(number), "x", "y")) for number in range(10)]
    table = Watched(COLUMNS)
    async with try_app(table).run_test() as pilot:
        table.set_total(10)
        table.set_page(0, rows)
        await pilot.pause()
        drawn.clear()
        rows[4] = Row("4", ("4", "changed", "y"))
        table.set_page(0, rows)
        assert drawn == [5]


async def test_a_shrinking_list_keeps_the_cursor_inside() -> None:
    """Down to no rows at all."""
    app, book, table = desk(50)
    async with app.run_test() as pilot:
        await pilot.press("end")
        del book.keys[10:]
        table.reload(10)
        await pilot.pause()
        assert table.cursor == 9
        assert table.scroll_offset.y == 0
        book.keys.clear()
        table.reload(0)
        await pilot.press("down", "enter")
        assert (table.cursor, table.cursor_row) == (0, None)


async def test_another_list_begins_at_its_first_row() -> None:
    """A new filter is not read from the middle."""
    app, book, table = desk(300)
    async with app.run_test() as pilot:
        await pilot.press("end")
        await pilot.pause()
        book.keys = book.keys[:40]
        table.restart(40)
        await pilot.pause()
        assert (table.cursor, table.scroll_offset.y) == (0, 0)
        assert line(table, 1).split()[0] == "SR0"
        assert book.seen[-1] == "SR0"


async def test_a_taller_terminal_shows_more_rows() -> None:
    """Rows that come into sight are asked for."""
    app, book, table = desk(1000)
    async with app.run_test(size=(80, 10)) as pilot:
        table.move_to(PAGE - 1)
        await pilot.pause()
        await pilot.resize_terminal(80, 60)
        await pilot.pause()
        assert (PAGE, PAGE) in book.asked
        assert line(table, 50).strip()


async def test_the_header_follows_the_language() -> None:
    """Rows are data and stay."""
    app, _, table = desk(3)
    async with app.run_test() as pilot:
        app.language = "zh"
        await pilot.pause()
        assert line(table, 0).split()[0] == "帮助"
