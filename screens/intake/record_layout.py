"""Where the parts of a record stand."""

from collections.abc import Callable

from textual.geometry import NULL_OFFSET, NULL_SPACING, Region, Size
from textual.layout import ArrangeResult, Layout, WidgetPlacement
from textual.widget import Widget

from screens.intake.call_line import LINES

_WIDE = 110
"""With as many columns or more, the history stands beside the form."""
_HISTORY_COLUMNS = 38
_GAP = 2
HISTORY_LINES = 3
"""Lines of the history where it stands below the caller."""


class RecordLayout(Layout):
    """The call above; the caller above the form; the history beside both, or between them.

    Args:
        label_cells: gives the cells of the caller field's label.
        fit: makes the form use the room that there is for it; done later, after a resize, all
            would be laid out and painted a second time.
    """

    name = "record"

    def __init__(self, label_cells: Callable[[], int], fit: Callable[[Size], object]) -> None:
        self._label_cells = label_cells
        self._fit = fit

    def arrange(
        self, parent: Widget, children: list[Widget], size: Size, greedy: bool = True
    ) -> ArrangeResult:
        """A placement a widget."""
        width, label, top = size.width, self._label_cells(), LINES
        if width >= _WIDE:
            left, below = width - _HISTORY_COLUMNS - _GAP, top + 2
            history = Region(width - _HISTORY_COLUMNS, top, _HISTORY_COLUMNS, size.height - top)
        else:
            left, below = width, top + 1 + HISTORY_LINES
            history = Region(0, top + 1, width, HISTORY_LINES)
        places = (
            Region(0, 0, width, LINES),
            Region(label, top, left - label, 1),
            history,
            Region(0, below, left, size.height - below),
        )
        self._fit(places[-1].size)
        return [
            WidgetPlacement(region, NULL_OFFSET, NULL_SPACING, child)
            for region, child in zip(places, children, strict=True)
        ]
