"""A short text that is asked for anew each second, such as how long a call lasts."""

from collections.abc import Callable

from textual.widgets import Static


class LiveText(Static):
    """Shows what `text` gives, each second; a change never lays out the screen.

    Lives on a `BaseScreen`, whose tick it follows if it is there when that is shown. Its width
    comes from the style sheet.

    Args:
        text: gives the text of the moment.
    """

    DEFAULT_CSS = """
    LiveText { height: 1; text-wrap: nowrap; }
    """

    def __init__(
        self, text: Callable[[], str], *, id: str | None = None, classes: str | None = None
    ) -> None:
        super().__init__(markup=False, id=id, classes=classes)
        self._text = text
        self._shown = ""

    def show_now(self) -> None:
        """Shows the text of the moment, when it changed."""
        if (text := self._text()) != self._shown:
            self._shown = text
            self.update(text, layout=False)
