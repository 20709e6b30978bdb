"""The rows of a long list that are at hand, in pages."""

from collections import OrderedDict
from collections.abc import Sequence

from screens.kit.columns import Row

PAGE = 128
"""Rows of a page."""
KEPT = 32
"""Pages kept at hand; the ones not used for longest go first."""


class Pages:
    """Rows by index, of which only some pages are at hand.

    `total` rows exist. After `expire`, rows stay readable until a newer page replaces them.
    """

    def __init__(self) -> None:
        self.total = 0
        self._pages: OrderedDict[int, tuple[Row, ...]] = OrderedDict()
        self._fresh: set[int] = set()
        self._asked: set[int] = set()

    def row(self, index: int) -> Row | None:
        """The row at an index, when it is at hand."""
        page = self._pages.get(index // PAGE)
        if page is None or index >= self.total:
            return None
        self._pages.move_to_end(index // PAGE)
        offset = index % PAGE
        return page[offset] if offset < len(page) else None

    def is_fresh(self, index: int) -> bool:
        """Whether the row at an index is as it was last read."""
        return index // PAGE in self._fresh

    def missing(self, first: int, count: int) -> list[int]:
        """First indices of pages that rows `first` to `first + count` need and nobody asked for.

        They count as asked for from now on.
        """
        last = min(first + count, self.total) - 1
        numbers = range(first // PAGE, last // PAGE + 1) if last >= first else range(0)
        wanted = [n for n in numbers if n not in self._fresh and n not in self._asked]
        self._asked.update(wanted)
        return [number * PAGE for number in wanted]

    def put(self, first: int, rows: Sequence[Row]) -> list[int]:
        """Takes a page in; gives the indices whose row is another one now."""
        number = first // PAGE
        before = self._pages.get(number, ())
        self._pages[number] = tuple(rows)
        self._pages.move_to_end(number)
        self._fresh.add(number)
        self._asked.discard(number)
        while len(self._pages) > KEPT:
            dropped, _ = self._pages.popitem(last=False)
            self._fresh.discard(dropped)
        return [
            first + offset
            for offset in range(max(len(before), len(rows)))
            if before[offset : offset + 1] != self._pages[number][offset : offset + 1]
        ]

    def expire(self) -> None:
        """Lets all pages be asked for again."""
        self._fresh.clear()
        self._asked.clear()

    def find(self, key: str) -> int | None:
        """The index of the row with a key, when it is at hand in a fresh page."""
        for number in self._fresh:
            for offset, row in enumerate(self._pages[number]):
                if row.key == key and number * PAGE + offset < self.total:
                    return number * PAGE + offset
        return None
