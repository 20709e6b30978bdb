"""Pinyin initials: 空调 is found by typing `kt`."""

import unicodedata
from functools import cache, lru_cache
from operator import contains
from pathlib import Path
from typing import NamedTuple

TABLE = Path(__file__).with_name("initials.txt")
"""A line a letter: the hanzi whose usual reading begins with it, then those with another such."""


class _Letter(NamedTuple):
    letter: str
    usual: str
    """Hanzi whose usual reading begins with the letter."""
    other: str
    """Hanzi of which another reading does."""


def initials_of(text: str) -> str:
    """The letters that one types for a text: `李小明` → `lxm`, `空调 A2` → `kta2`.

    Of a hanzi with several readings the usual one counts; of all else, letters and digits stay.
    """
    return "".join(map(_initial, _parts(text)[0]))


def spells(initials: str, text: str, *, within: bool = False) -> bool:
    """Whether a text, or one of its words, begins with hanzi that have these initials.

    Every reading counts: 重庆 is spelled by `cq` and `zq`. Other letters and digits of the text
    stand for themselves, but at least one hanzi has to be among what is spelled.

    Args:
        initials: what was typed, in small letters and digits.
        text: what may be meant.
        within: whether to begin at any hanzi, not only where a word begins.
    """
    if text.isascii() or not (initials.isascii() and initials.isalnum()):
        return False
    signs, starts = _parts(text)
    wanted, length = [signs_of(initial) for initial in initials], len(initials)
    for start in range(len(signs)) if within else starts:
        if signs[start] in wanted[0]:
            run = signs[start : start + length]
            if len(run) == length and not run.isascii() and all(map(contains, wanted, run)):
                return True
    return False


@cache
def signs_of(initial: str) -> str:
    """The signs that a letter or digit stands for: itself, and the hanzi that begin with it."""
    letter = _table().get(initial)
    return initial + letter.usual + letter.other if letter else initial


def _initial(sign: str) -> str:
    if sign.isascii():
        return sign
    return next((row.letter for row in _table().values() if sign in row.usual), sign)


@lru_cache(maxsize=4096)
def _parts(text: str) -> tuple[str, tuple[int, ...]]:
    """A text's letters, digits and hanzi alone, and where among them a word begins.

    Hanzi and letters side by side are two words.
    """
    signs: list[str] = []
    starts: list[int] = []
    before = ""
    for sign in unicodedata.normalize("NFKC", text).casefold():
        if sign.isalnum():
            if not before.isalnum() or before.isascii() != sign.isascii():
                starts.append(len(signs))
            signs.append(sign)
        before = sign
    return "".join(signs), tuple(starts)


@cache
def _table() -> dict[str, _Letter]:
    """The table, read when first needed."""
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    return {line[0]: _Letter(*line.split(" ")) for line in lines}
