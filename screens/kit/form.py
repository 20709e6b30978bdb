"""A grid of labelled fields, drawn with no more widgets than fields."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from msgspec import Struct
from rich.cells import cell_len
from rich.segment import Segment
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.geometry import NULL_OFFSET, NULL_SPACING, Region, Size
from textual.layout import ArrangeResult, Layout, WidgetPlacement
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from screens.kit.choice import Choice
from screens.kit.fields import Field, TextField
from screens.kit.form_plan import Item, Plan, plan, row_numbers
from screens.kit.internals import forget_arrangement, outdate_arrangement
from screens.kit.language import Wording, follow_language, said, translator_of
from screens.kit.quiet import LineWidget
from screens.kit.text import displayable, fit


class Labelled(Struct, frozen=True, eq=False):
    """A field and its label. The field's id names its answer."""

    label: Wording
    """What stands before the field."""
    field: Field | TextField
    """The field; it needs an id."""
    wide: bool = False
    """Whether it takes a whole row."""
    required: bool = False
    """Whether it must not be left empty."""

    @property
    def name(self) -> str:
        """The name of the answer."""
        assert self.field.id, "a field of a form needs an id"
        return self.field.id


class FormLayout(Layout):
    """Places a form's fields where its plan says."""

    name = "form"

    def arrange(
        self, parent: Widget, children: list[Widget], size: Size, greedy: bool = True
    ) -> ArrangeResult:
        """A placement a field."""
        assert isinstance(parent, Form)
        return [
            WidgetPlacement(
                Region(slot.x, slot.y, slot.width, slot.height), NULL_OFFSET, NULL_SPACING, child
            )
            for slot, child in zip(parent.plan(size.width).slots, children, strict=True)
        ]

    def get_content_height(
        self, widget: Widget, container: Size, viewport: Size, width: int
    ) -> int:
        """The lines of the plan, those of errors included."""
        assert isinstance(widget, Form)
        return widget.plan(width).height


class Form(LineWidget):
    """Labelled fields in one or more columns, with errors below the fields they concern.

    The form draws labels and errors itself: a widget for each would make a screen slow to open.
    Enter goes to the next field, and finishes the form on the last one.

    Args:
        rows: the fields in the order of the Tab key.
        columns: how many stand side by side where the width allows it.
        quick: whether Enter passes over fields that need no answer, and so finishes the form as
            soon as all that is required is there; Tab goes to the others.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        # with priority: a field has an Enter of its own, which is for fields without a form
        Binding("enter", "next_field", show=False, priority=True)
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = {"form--label", "form--error"}
    DEFAULT_CSS = """
    Form {
        height: auto;
        width: 100%;
        & > .form--label { color: $foreground-muted; }
        & > .form--error { color: $text-error; }
    }
    """

    @dataclass
    class Finished(Message):
        """Enter was pressed in the last field."""

        form: "Form"
        """The form."""

        @property
        def control(self) -> "Form":
            """The form, for selectors."""
            return self.form

    def __init__(
        self,
        *rows: Labelled,
        columns: int = 1,
        quick: bool = False,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._quick = quick
        self._rows = {row.name: row for row in rows}
        self._columns = columns
        self._errors: dict[str, str] = {}
        self._layout = FormLayout()
        self._plans: dict[int, Plan] = {}

    @property
    def layout(self) -> Layout:
        """The form's own layout."""
        return self._layout

    def compose(self) -> ComposeResult:
        """The fields alone."""
        items = [Item(0, wide=row.wide) for row in self._rows.values()]
        for row, number in zip(self._rows.values(), row_numbers(items, self._columns), strict=True):
            row.field.set_class(number % 2 == 1, "-odd")
            yield row.field

    def on_mount(self) -> None:
        """Follows the language."""
        follow_language(self, self._rearrange)

    def __getitem__(self, name: str) -> Field | TextField:
        """The field of a name."""
        return self._rows[name].field

    def answers(self) -> dict[str, str]:
        """All answers by name."""
        return {name: row.field.answer for name, row in self._rows.items()}

    def fill(self, answers: Mapping[str, str]) -> None:
        """Sets the fields that `answers` names, and clears all errors."""
        for name, answer in answers.items():
            self._rows[name].field.answer = answer
        self.show_errors({})

    def clear(self) -> None:
        """Empties all fields."""
        self.fill(dict.fromkeys(self._rows, ""))

    def check(self) -> dict[str, str]:
        """What any form can tell to be wrong: required fields left empty, unknown choices."""
        t = translator_of(self)
        wrong = {}
        for name, row in self._rows.items():
            if isinstance(row.field, Choice) and row.field.is_unknown:
                wrong[name] = t("kit.form.unknown")
            elif row.required and not row.field.answer:
                wrong[name] = t("kit.form.required")
        return wrong

    def show_errors(self, errors: Mapping[str, str]) -> None:
        """Shows all errors at once below their fields, and takes back those shown before."""
        if errors == self._errors:
            return
        for name, row in self._rows.items():
            row.field.set_class(name in errors, "-invalid")
        self._errors = dict(errors)
        self._rearrange()

    def focus_first_error(self) -> bool:
        """Puts the focus into the first field that has an error; tells whether there is one."""
        for name, row in self._rows.items():
            if name in self._errors:
                row.field.focus()
                return True
        return False

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leaves Enter to a field of many lines, and to one that has a use for it."""
        if action != "next_field":
            return True
        focused = self.screen.focused
        return isinstance(focused, Field) and not focused.takes("enter")

    def action_next_field(self) -> None:
        """Goes to the field after the focused one, or finishes the form."""
        rows = list(self._rows.values())
        fields: list[Widget] = [row.field for row in rows]
        focused = self.screen.focused
        if isinstance(focused, Field):
            focused.accept()
        later = rows[fields.index(focused) + 1 :] if focused in fields else []
        if following := next((row.field for row in later if self._stops_at(row)), None):
            self.screen.set_focus(following)
        else:
            self.post_message(self.Finished(self))

    def _stops_at(self, row: Labelled) -> bool:
        """Whether Enter goes to a field."""
        wanted = not self._quick or (row.required and not row.field.answer)
        return wanted and row.field.focusable

    def plan(self, width: int) -> Plan:
        """Where the fields stand in a form of this width."""
        if width not in self._plans:
            self._plans[width] = self._planned(width)
        return self._plans[width]

    def _planned(self, width: int) -> Plan:
        items = [
            Item(
                cell_len(self._label(row)) + 1,
                row.field.lines if isinstance(row.field, TextField) else 1,
                row.wide,
                name in self._errors,
            )
            for name, row in self._rows.items()
        ]
        return plan(items, width, self._columns)

    def render_line(self, y: int) -> Strip:
        """The labels and errors of a line; the fields are drawn over it."""
        segments, x = [], 0
        for start, text, style in sorted(self._texts(y)):
            segments.append(Segment(" " * (start - x), self.rich_style))
            segments.append(Segment(text, self.get_component_rich_style(style)))
            x = start + cell_len(text)
        return Strip(segments).adjust_cell_length(self.size.width, self.rich_style)

    def _texts(self, y: int) -> Iterator[tuple[int, str, str]]:
        """Column, text and style of what stands on a line."""
        slots = self.plan(self.size.width).slots
        for (name, row), slot in zip(self._rows.items(), slots, strict=True):
            if slot.y == y:
                yield slot.label_x, self._label(row), "form--label"
            elif slot.y + slot.height == y and name in self._errors:
                error = displayable(self._errors[name])
                room = min(slot.width - 1, cell_len(error))
                yield slot.x + 1, fit(error, room), "form--error"

    def _label(self, row: Labelled) -> str:
        return said(row.label, translator_of(self)) + ("*" if row.required else "")

    def forget_plans(self) -> None:
        """Has the fields placed anew by a layout that is under way."""
        self._plans.clear()
        outdate_arrangement(self)

    def _rearrange(self) -> None:
        self._plans.clear()
        forget_arrangement(self)
