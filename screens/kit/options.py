"""Options to pick from: finding them by what was typed, and a list that shows them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import ClassVar, NamedTuple, TypeAlias

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from cstui.i18n import Translator
from cstui.i18n.matching import Fit, fitting, folded
from screens.kit.language import Wording, said, translator_of
from screens.kit.text import displayable, fit

LIST_LINES = 8
"""Lines of a list that opens over the screen."""
LIST_MOVES = {"up": -1, "down": 1, "pageup": -LIST_LINES, "pagedown": LIST_LINES}
"""How many lines a key moves the cursor in such a list."""


def steer(
    event: events.Key,
    move: Callable[[int], object],
    deeds: Mapping[str, Callable[[], object]],
) -> None:
    """Gives a key in a field to its open list, where it is meant for that and not to be typed.

    Args:
        event: the key.
        move: moves in the list by so many lines.
        deeds: what other keys do.
    """
    if event.key in LIST_MOVES:
        move(LIST_MOVES[event.key])
    elif event.key in deeds:
        deeds[event.key]()
    else:
        return
    event.stop()
    event.prevent_default()


class Option(NamedTuple):
    """One thing to pick."""

    value: str
    """What the program keeps."""
    label: Wording
    """What a person reads."""
    hint: Wording = ""
    """A short remark at the right, such as the key that does the same."""


OptionLike: TypeAlias = Option | tuple[str, Wording] | str
"""An option, a value and its label, or a value that is its own label."""


def options_of(given: Iterable[OptionLike]) -> list[Option]:
    """The options, from any of the forms in which they may be given."""
    return [Option(each, each) if isinstance(each, str) else Option(*each) for each in given]


def matching(options: Sequence[Option], typed: str, t: Translator) -> list[Option]:
    """The options that fit what was typed, by words and by Pinyin initials, the best first."""
    if not folded(typed):
        return list(options)
    return [option for _, option in _fitting(options, typed, t)]


def meant(
    options: Sequence[Option], typed: str, t: Translator, *, free: bool = False
) -> Option | None:
    """The one option that fits what was typed better than any other; None where there is none.

    Args:
        options: what can be picked.
        typed: what was typed.
        t: the language of the labels.
        free: whether the text may be an answer itself; then it is no option merely because it
            stands within one.
    """
    found = _fitting(options, typed, t)
    best = [option for how, option in found if how == found[0][0]]
    return best[0] if len(best) == 1 and not (free and found[0][0] is Fit.WITHIN) else None


def _fitting(options: Sequence[Option], typed: str, t: Translator) -> list[tuple[Fit, Option]]:
    return fitting(typed, options, lambda option: (said(option.label, t), option.value))


class OptionsView(Widget):
    """A list of options with a cursor; the keys come from the field that opened it."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"options--cursor", "options--hint"}
    DEFAULT_CSS = """
    OptionsView {
        background: $panel;
        color: $foreground;
        height: auto;
        & > .options--cursor { background: $primary; color: $text; }
        & > .options--hint { color: $foreground-muted; }
    }
    """
    cursor = 0

    def __init__(
        self, options: Sequence[Option], *, cursor: int = 0, id: str | None = None
    ) -> None:
        super().__init__(id=id)
        self.options = list(options)
        self._top = 0
        self.cursor = cursor

    @property
    def current(self) -> Option | None:
        """The option under the cursor; None in an empty list."""
        return self.options[self.cursor] if self.options else None

    def show(self, options: Sequence[Option]) -> None:
        """Shows other options, the cursor on the first one."""
        self.options = list(options)
        self.cursor = self._top = 0
        self.refresh()

    def move(self, lines: int) -> None:
        """Moves the cursor, and the list under it as far as needed."""
        self.cursor = min(max(self.cursor + lines, 0), max(len(self.options) - 1, 0))
        self.refresh()

    def widest(self, t: Translator) -> int:
        """Cells that the widest option needs."""
        texts = [f"  {said(o.label, t)}  {said(o.hint, t)}" for o in self.options]
        return max(map(cell_len, texts), default=0)

    def get_content_height(self, *_: object) -> int:
        """A line an option, where the height is left to the content."""
        return len(self.options)

    def render_line(self, y: int) -> Strip:
        """The option on a line."""
        height = self.size.height
        self._top = min(max(self._top, self.cursor - height + 1), self.cursor)
        width, index, t = self.size.width, self._top + y, translator_of(self)
        if index >= len(self.options):
            return Strip.blank(width, self.rich_style)
        option, here = self.options[index], index == self.cursor
        style = self.get_component_rich_style("options--cursor") if here else self.rich_style
        hint = f" {said(option.hint, t)} " if option.hint else ""
        label = fit(f" {displayable(said(option.label, t))}", width - cell_len(hint))
        hint_style = style if here else self.get_component_rich_style("options--hint")
        return Strip([Segment(label, style), Segment(hint, hint_style)], width)


class OverlayList(OptionsView):
    """A list that a field opens over the screen."""

    DEFAULT_CSS = """
    OverlayList { position: absolute; overlay: screen; }
    """

    def stand_by(self, place: Region, lines: int) -> None:
        """Takes its place under a region of the screen, or above it where there is no room.

        Args:
            place: what it belongs to; the list is at least as wide.
            lines: how many options it has to show, as far as there is room.
        """
        screen, height = self.app.size, min(LIST_LINES, lines)
        above = place.bottom + height > screen.height and place.y >= height
        width = min(max(place.width, self.widest(translator_of(self))), screen.width)
        x = max(0, min(place.x, screen.width - width))
        self.styles.width, self.styles.height = width, height
        self.styles.offset = (x, place.y - height if above else place.bottom)
