"""Texts that follow the app's language while it runs."""

from collections.abc import Callable
from typing import TypeAlias

from textual.dom import DOMNode

from cstui.i18n import Translator
from screens.kit.appbase import app_of


class Phrase:
    """A text that is looked up when it is shown, so that it follows a change of language."""

    __slots__ = ("key", "values")

    def __init__(self, key: str, **values: object) -> None:
        self.key = key
        self.values = values

    def __call__(self, t: Translator) -> str:
        """The phrase in the translator's language."""
        return t(self.key, **self.values)


Wording: TypeAlias = str | Phrase
"""A text ready to be shown, or a phrase to look up."""


def said(text: Wording, t: Translator) -> str:
    """The text as it is shown."""
    return text if isinstance(text, str) else text(t)


def translator_of(node: DOMNode) -> Translator:
    """The translator of the app in which a widget or screen lives."""
    return app_of(node).t


def follow_language(node: DOMNode, retranslate: Callable[[], None]) -> None:
    """Calls `retranslate` after each change of the app's language, as long as `node` lives."""
    node.watch(node.app, "language", retranslate, init=False)
