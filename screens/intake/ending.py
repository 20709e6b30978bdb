"""The line that tells by which keys a call ends."""

from collections.abc import Callable, Iterable, Sequence
from typing import ClassVar

from rich.segment import Segment
from textual.strip import Strip

from cstui.domain.dispositions import Disposition
from screens.kit.keys import key_text
from screens.kit.language import follow_language, translator_of
from screens.kit.quiet import LineWidget
from screens.kit.text import displayable

DIRECT_KEYS = ("f9", "f10", "f12", "f11")
"""The keys of the first dispositions; the one that some terminals keep for themselves is last."""
END_KEY = "f8"


class EndingLine(LineWidget):
    """One line: the keys of the first dispositions, and the key and digits of the others.

    Args:
        dispositions: gives the team's dispositions of the moment.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"ending--key"}
    DEFAULT_CSS = """
    EndingLine {
        height: 1;
        width: 100%;
        background: $surface;
        color: $foreground;
        & > .ending--key { color: $text-primary; text-style: bold; }
    }
    """

    def __init__(self, dispositions: Callable[[], Sequence[Disposition]]) -> None:
        super().__init__()
        self._dispositions = dispositions

    def on_mount(self) -> None:
        """Follows the language."""
        follow_language(self, self.show_now)

    def show_now(self) -> None:
        """Shows the team's dispositions as they are now."""
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """As many dispositions as there is room for; none is cut in half."""
        key_style, room = self.get_component_rich_style("ending--key"), self.size.width
        segments: list[Segment] = []
        for key, name in self._parts():
            told = [Segment(f" {key}", key_style), Segment(f" {name} ", self.rich_style)]
            cells = sum(segment.cell_length for segment in told)
            if cells > room:
                break
            segments += told
            room -= cells
        return Strip(segments).adjust_cell_length(self.size.width, self.rich_style)

    def _parts(self) -> Iterable[tuple[str, str]]:
        t, given = translator_of(self), self._dispositions()
        for key, disposition in zip(DIRECT_KEYS, given, strict=False):
            yield key_text(key, t), displayable(disposition.name)
        yield key_text(END_KEY, t), t("intake.end_short")
        for digit, disposition in enumerate(given, 1):
            if digit > len(DIRECT_KEYS):
                yield str(digit), displayable(disposition.name)
