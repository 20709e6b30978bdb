"""Phrases put into a reader's language."""

from collections.abc import Mapping
from importlib import import_module
from typing import Literal, get_args

from cstui.domain.errors import CstuiError

Language = Literal["en", "zh"]
LANGUAGES: tuple[Language, ...] = get_args(Language)


def language_of(wanted: str | None, environ: Mapping[str, str]) -> Language:
    """The language to speak: the one asked for, else the locale's, else English."""
    locale = environ.get("LC_ALL") or environ.get("LC_MESSAGES") or environ.get("LANG") or ""
    return "zh" if (wanted or locale).lower().startswith("zh") else "en"


class Translator:
    """Phrases in one language; called with a key and the values of its placeholders.

    A key's first part names the module of `phrases/` that holds it, which is read at first use.
    """

    def __init__(self, language: Language) -> None:
        self.language = language
        self.names: Mapping[str, str] = {}
        """What people are called, by login; whoever opens a desk tells it."""
        self._column = LANGUAGES.index(language)

    def __call__(self, key: str, **values: object) -> str:
        """The phrase under `key`, with its placeholders filled.

        Raises:
            KeyError: when there is no such phrase.
        """
        phrase = phrases_of(key.partition(".")[0])[key][self._column]
        return phrase.format(**values) if values else phrase

    def known(self, key: str) -> bool:
        """Whether there is a phrase under `key`."""
        try:
            return key in phrases_of(key.partition(".")[0])
        except ModuleNotFoundError:
            return False

    def title(self, error: CstuiError) -> str:
        """A failure's few-word title."""
        return self(f"error.{error.key}.title")

    def text(self, error: CstuiError) -> str:
        """A failure's sentence: what happened, and what to do."""
        return self(f"error.{error.key}.text", **error.values)


def phrases_of(area: str) -> Mapping[str, tuple[str, str]]:
    """All phrases of an area, as key to (English, Chinese)."""
    phrases: Mapping[str, tuple[str, str]] = import_module(f"cstui.i18n.phrases.{area}").PHRASES
    return phrases
