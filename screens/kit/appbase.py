"""What every widget may ask of the app it lives in: language, clock, heading."""

from collections.abc import Callable
from pathlib import PurePath
from typing import Generic, TypeVar

from textual import events
from textual.dom import DOMNode
from textual.reactive import var

from cstui.i18n import LANGUAGES, Language, Translator
from screens.kit.internals import DiscreetApp

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
        self.typed_ahead: list[events.Key] = []
        """Keys for a dialog that is not there yet."""

    def hand_over_ahead(self) -> None:
        """Presses the keys that were typed ahead, now that their dialog is there."""
        ahead, self.typed_ahead = self.typed_ahead, []
        for key in ahead:
            self.post_message(events.Key(key.key, key.character))

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
