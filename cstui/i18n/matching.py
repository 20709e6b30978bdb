"""Finding by what was typed: by beginnings, by words, and by Pinyin initials."""

import re
import unicodedata
from collections.abc import Callable, Iterable
from enum import IntEnum
from functools import lru_cache
from typing import TypeVar

from cstui.i18n.initials import spells

T = TypeVar("T")
_WORDS = re.compile(r"[^\W_]+")


class Fit(IntEnum):
    """How well a text fits what was typed, the best first."""

    PREFIX = 0
    """It begins so."""
    WORD = 1
    """One of its words begins so."""
    WORDS = 2
    """All the typed words fit, in any order."""
    INITIALS = 3
    """It, or one of its words, has these Pinyin initials."""
    WITHIN = 4
    """It has this, or these initials, somewhere within."""


def folded(text: str) -> str:
    """The text as it is compared: case, width and surrounding space do not count."""
    if text.isascii():
        return text.lower().strip()
    return unicodedata.normalize("NFKC", text).casefold().strip()


def fit(typed: str, *texts: str) -> Fit | None:
    """How well the best of some texts fits; None for none of them, or nothing typed."""
    wanted = folded(typed)
    if not wanted:
        return None
    fits = (_fit(wanted, *_parts(text)) for text in texts)
    return min((each for each in fits if each is not None), default=None)


def fitting(
    typed: str, items: Iterable[T], texts_of: Callable[[T], Iterable[str]]
) -> list[tuple[Fit, T]]:
    """The items that fit what was typed, the best first, else in their order.

    Args:
        typed: what was typed.
        items: what may be meant.
        texts_of: the texts by which an item is found.
    """
    ranked = [(fit(typed, *texts_of(item)), item) for item in items]
    found = [(rank, item) for rank, item in ranked if rank is not None]
    return sorted(found, key=lambda pair: pair[0])


def _fit(wanted: str, text: str, words: tuple[str, ...]) -> Fit | None:
    if text.startswith(wanted):
        return Fit.PREFIX
    if any(word.startswith(wanted) for word in words):
        return Fit.WORD
    typed = wanted.split()
    if len(typed) > 1 and all(_fits_word(word, text, words) for word in typed):
        return Fit.WORDS
    spelled = spells(wanted, text, within=True)
    if spelled and spells(wanted, text):
        return Fit.INITIALS
    return Fit.WITHIN if spelled or wanted in text else None


def _fits_word(typed: str, text: str, words: tuple[str, ...]) -> bool:
    """Whether one of several typed words fits; hanzi may stand anywhere, for want of spaces."""
    if typed.isascii():
        return any(word.startswith(typed) for word in words) or spells(typed, text, within=True)
    return typed in text


@lru_cache(maxsize=4096)
def _parts(text: str) -> tuple[str, tuple[str, ...]]:
    """A text, folded, and its words."""
    plain = folded(text)
    return plain, tuple(_WORDS.findall(plain))
