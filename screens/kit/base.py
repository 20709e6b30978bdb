"""The base of all screens: texts, one clock tick a second, header and key bar around a body."""

from collections.abc import Iterable
from typing import Generic, TypeVar

from textual.app import ComposeResult
from textual.widget import Widget

from cstui.i18n import Translator
from screens.kit.header import HeaderBar
from screens.kit.internals import QuietScreen
from screens.kit.keybar import KeyBar
from screens.kit.language import follow_language, translator_of
from screens.kit.live import LiveText

ResultT = TypeVar("ResultT")
SECOND = 1.0


class BaseScreen(QuietScreen[ResultT], Generic[ResultT]):
    """A full screen: a header line, a body, a line of keys.

    A screen gives its body with `compose_body`, and the texts that it holds itself anew with
    `retranslate`. While it is shown, header and live texts tick once a second.
    """

    DEFAULT_CSS = """
    BaseScreen { layout: vertical; overflow: hidden; }
    """

    ticking = False
    """Whether the clock runs, which it does while the screen is seen."""

    @property
    def t(self) -> Translator:
        """The app's translator."""
        return translator_of(self)

    def compose(self) -> ComposeResult:
        """Header, body, keys."""
        yield HeaderBar()
        yield from self.compose_body()
        yield KeyBar()

    def compose_body(self) -> Iterable[Widget]:
        """The widgets between header and keys."""
        return ()

    def retranslate(self) -> None:
        """Puts the texts that this screen holds itself into the app's new language."""

    def news(self, text: str, *, warn: bool = False) -> None:
        """Shows passing news for a few seconds."""
        self.notify(text, severity="warning" if warn else "information", markup=False)

    def on_mount(self) -> None:
        """Starts the clock, and follows the language."""
        self._second = self.set_interval(SECOND, self._tick, pause=True)
        follow_language(self, self.retranslate)

    def on_screen_resume(self) -> None:
        """Ticks at once, then every second."""
        # looked for only now: looking each second would be a tenth of an idle session's work
        self._header, self._live = self.query_one(HeaderBar), self.walk_children(LiveText)
        self._tick()
        self._second.resume()
        self.ticking = True

    def on_screen_suspend(self) -> None:
        """Stops ticking, unless the screen is still seen under a dialog."""
        if self not in self.app.screen_stack:
            self._second.pause()
            self.ticking = False

    def _tick(self) -> None:
        self._header.show_time()
        for text in self._live:
            text.show_now()
        self.draw_now(self._header, *self._live)
