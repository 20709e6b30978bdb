"""A dialog that settles a conflict: two values a field, side by side."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from msgspec import Struct
from rich.cells import cell_len
from rich.segment import Segment
from textual.binding import BindingType
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Static

from screens.kit.dialogs.dialog import Dialog
from screens.kit.keys import bind
from screens.kit.language import Wording, said, translator_of
from screens.kit.text import displayable, fit

LABEL_CELLS = 16
"""Cells that a label may take."""


class Difference(Struct, frozen=True):
    """One field with two values."""

    name: str
    """The field's name in the result."""
    label: Wording
    """What a person calls it."""
    mine: str
    """The value typed here."""
    theirs: str
    """The value saved by someone else."""


class CompareView(Widget, can_focus=True):
    """Two columns of values with a cursor; left and right pick the side of the row.

    Nothing typed here is given up without a word: at first every row picks one's own value.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("left", "kit.compare.mine", "pick(True)"),
        bind("right", "kit.compare.theirs", "pick(False)"),
        bind("up", "kit.table.up", "move(-1)", show=False),
        bind("down", "kit.table.down", "move(1)", show=False),
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = {"compare--title", "compare--picked", "compare--cursor"}
    DEFAULT_CSS = """
    CompareView {
        height: auto;
        & > .compare--title { color: $foreground-muted; text-style: bold; }
        & > .compare--picked { background: $primary-muted; text-style: bold; }
        & > .compare--cursor { background: $primary; color: $text; text-style: bold; }
    }
    """

    class Moved(Message):
        """The cursor stands on another row."""

    def __init__(self, differences: Sequence[Difference]) -> None:
        super().__init__()
        self._rows = tuple(differences)
        self._mine = [True] * len(self._rows)
        self._cursor = 0

    @property
    def current(self) -> Difference:
        """The difference under the cursor."""
        return self._rows[self._cursor]

    def result(self) -> dict[str, str]:
        """The picked values by name."""
        picked = zip(self._rows, self._mine, strict=True)
        return {row.name: row.mine if mine else row.theirs for row, mine in picked}

    def action_pick(self, mine: bool) -> None:
        """Picks one side of the row."""
        self._mine[self._cursor] = mine
        self.refresh()

    def action_move(self, rows: int) -> None:
        """Moves the cursor."""
        self._cursor = min(max(self._cursor + rows, 0), len(self._rows) - 1)
        self.refresh()
        self.post_message(self.Moved())

    def get_content_height(self, *_: object) -> int:
        """A line a difference, and the titles."""
        return len(self._rows) + 1

    def render_line(self, y: int) -> Strip:
        """The titles, or one difference."""
        t = translator_of(self)
        label_cells = min(
            LABEL_CELLS, max((cell_len(said(row.label, t)) for row in self._rows), default=0)
        )
        side = (self.size.width - label_cells - 2) // 2
        plain, title = self.rich_style, self.get_component_rich_style("compare--title")
        if y == 0:
            texts = [("", title), (t("kit.compare.mine"), title), (t("kit.compare.theirs"), title)]
        else:
            row, here = self._rows[y - 1], y - 1 == self._cursor
            style = self.get_component_rich_style(f"compare--{'cursor' if here else 'picked'}")
            mine = self._mine[y - 1]
            texts = [
                (said(row.label, t), plain),
                (row.mine, style if mine else plain),
                (row.theirs, plain if mine else style),
            ]
        widths = [label_cells, side, side]
        segments: list[Segment] = []
        for (text, style), width in zip(texts, widths, strict=True):
            padded = text if width == label_cells else f" {text}"
            segments += [Segment(fit(displayable(padded), width), style), Segment(" ", plain)]
        return Strip(segments).adjust_cell_length(self.size.width, plain)


class Compare(Dialog[dict[str, str]]):
    """Lets a person pick one value for each field that two people changed.

    Gives the picked values by name, or None. The values of the row under the cursor stand in
    full below the columns.

    Args:
        title: what was changed by two people.
        differences: the fields that differ; at least one.
        text: a sentence above them.
    """

    BINDINGS: ClassVar[list[BindingType]] = [bind("enter,ctrl+s", "kit.dialog.accept", "accept")]
    DEFAULT_CSS = """
    Compare #text { margin-bottom: 1; }
    Compare #full { margin-top: 1; color: $foreground-muted; max-height: 8; }
    """

    def __init__(
        self, title: Wording, differences: Sequence[Difference], text: Wording = ""
    ) -> None:
        super().__init__(title)
        self._view = CompareView(differences)
        self._text = text
        self._full = Static(id="full", markup=False)

    def compose_body(self) -> Iterable[Widget]:
        """Sentence, columns, the row in full."""
        if self._text:
            yield Static(said(self._text, self.t), markup=False, id="text")
        yield self._view
        yield self._full

    def on_mount(self) -> None:
        """Shows the first row in full."""
        self.on_compare_view_moved()

    def on_compare_view_moved(self) -> None:
        """Shows the row under the cursor in full."""
        row, t = self._view.current, self.t
        sides = [(t("kit.compare.mine"), row.mine), (t("kit.compare.theirs"), row.theirs)]
        self._full.update("\n".join(f"{side}: {displayable(value)}" for side, value in sides))

    def action_accept(self) -> None:
        """Gives what was picked."""
        self.dismiss(self._view.result())
