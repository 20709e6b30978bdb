"""The customers that what was typed may mean."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import ClassVar

from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from cstui.domain.masking import masked_name, masked_phone
from cstui.services.intake.callers import KnownCaller
from screens.intake.moments import day_text
from screens.kit.columns import Cell, Column, column_widths, laid_out
from screens.kit.language import translator_of
from screens.kit.text import fit

_COLUMNS = (Column("", 10, 1), Column("", 15), Column("", 8), Column("", 14), Column("", 8, 1))


class CallerList(Widget):
    """A few known callers, personal data masked, with at most one of them marked.

    Args:
        now: tells the time.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"callers--marked", "callers--muted"}
    DEFAULT_CSS = """
    CallerList {
        position: absolute;
        overlay: screen;
        background: $panel;
        color: $foreground;
        & > .callers--marked { background: $primary; color: $text; }
        & > .callers--muted { color: $foreground-muted; }
    }
    """

    def __init__(self, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._now = now
        self.callers: tuple[KnownCaller, ...] = ()
        self._place: int | None = None

    @property
    def marked(self) -> KnownCaller | None:
        """The one that Enter takes."""
        return None if self._place is None else self.callers[self._place]

    def show(self, callers: Sequence[KnownCaller], *, mark: bool) -> None:
        """Shows others.

        Args:
            callers: the best match first; none where nobody was found.
            mark: whether the first one is marked.
        """
        before = self.callers, self._place
        self.callers = tuple(callers)
        self._place = 0 if mark and callers else None
        self.styles.height = max(1, len(callers))
        if before != (self.callers, self._place):
            self.refresh()

    def move(self, lines: int) -> None:
        """Marks another one; above the first, none."""
        if self.callers:
            place = (-1 if self._place is None else self._place) + lines
            self._place = None if place < 0 else min(place, len(self.callers) - 1)
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Name, telephone number, kind, and the last ticket of one of them."""
        width = self.size.width
        if y >= len(self.callers):
            nobody = translator_of(self)("intake.nobody") if not self.callers else ""
            style = self.get_component_rich_style("callers--muted")
            return Strip([Segment(fit(f" {nobody}", width), style)], width)
        here = y == self._place
        style = self.get_component_rich_style("callers--marked") if here else self.rich_style
        cells = laid_out(self._cells(self.callers[y]), _COLUMNS, column_widths(_COLUMNS, width - 1))
        line = Strip([Segment(" ", style), *(Segment(cell.text, style) for cell in cells)])
        return line.adjust_cell_length(width, style)

    def _cells(self, known: KnownCaller) -> list[str | Cell]:
        t, customer = translator_of(self), known.customer
        when = day_text(known.opened, self._now(), t) if known.opened else ""
        mark = t("intake.still_open") if known.open else ""
        return [
            masked_name(customer.name) or customer.number or customer.order,
            masked_phone(customer.phone),
            customer.kind,
            known.number,
            f"{when} {mark}".rstrip(),
        ]
