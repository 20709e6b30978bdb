"""What every widget may ask of the app it lives in: language, clock, heading."""

from collections.abc import Callable
from pathlib import PurePath
from typing import Any, Generic, TypeVar

from textual import events
from textual.app import ScreenStackError
from textual.dom import DOMNode
from textual.reactive import var
from textual.screen import Screen

from cstui.i18n import LANGUAGES, Language, Translator
from screens.kit.internals import DiscreetApp
from screens.kit.key_line import KeyLine, Typed

ResultT = TypeVar("ResultT")


class AppBase(DiscreetApp[ResultT], Generic[ResultT]):
    """An app that speaks two languages and shows the time.

    Args:
        language: the language to start in.
        clock: the time as the header shows it; asked once a second.
        css_path: style sheets to read at the start.
    """

    language: var[Language] = var[Language]("en", init=False)
    """The language of all texts; widgets follow it while the app runs."""
    heading: var[str] = var("", init=False)
    """A few words that the header shows on every screen: who works, on which store."""

    def __init__(
        self,
        language: Language,
        clock: Callable[[], str],
        css_path: list[str | PurePath] | None = None,
    ) -> None:
        super().__init__(css_path=css_path)
        self.t = Translator(language)
        self.set_reactive(AppBase.language, language)
        self.clock = clock
        self.keys = KeyLine(self.post_message, self._in_front)
        """The keys that are typed; a screen may hold them for what it is asked for."""

    def on_mount(self) -> None:
        """Gives what was typed ahead to the screen that comes to the front."""
        self.screen_change_signal.subscribe(self, self.keys.screen_changed, immediate=True)

    async def on_event(self, event: events.Event) -> None:
        """Handles an event; keys one after another."""
        if isinstance(event, events.Key | events.Paste) and not event.is_forwarded:
            leaves = self.keys.is_held and self._leaves(event)
            if not leaves and not self.keys.passes(event):
                return
        await super().on_event(event)

    def _in_front(self) -> Screen[Any] | None:
        """The screen that is shown; none when the app has ended, and keys are left over."""
        try:
            return self.screen
        except ScreenStackError:
            return None

    def _leaves(self, typed: Typed) -> bool:
        """Whether a key ends the program, which waits for nothing."""
        bound = isinstance(typed, events.Key) and self.active_bindings.get(typed.key)
        return bool(bound and bound.binding.action == "quit")

    def watch_language(self, language: Language) -> None:
        """Changes the translator before any widget asks for its texts anew."""
        self.t = Translator(language)

    def action_next_language(self) -> None:
        """Changes to the other language."""
        self.language = LANGUAGES[(LANGUAGES.index(self.language) + 1) % len(LANGUAGES)]


def app_of(node: DOMNode) -> AppBase[object]:
    """The app in which a widget or screen lives.

    Raises:
        TypeError: when it is no `AppBase`.
    """
    app = node.app
    if not isinstance(app, AppBase):
        raise TypeError(f"{type(app).__name__} is no AppBase")
    return app
