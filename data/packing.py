"""Facts as packed records, as figures read them by the million."""

import struct
from collections.abc import Callable, Sequence
from operator import attrgetter
from typing import Final

from cstui.domain.facts import LAYOUT, MOMENT_LAYOUT, WORDS, Moment, RoundFacts

_CODES: Final = {"u8": "Q", "u4": "I", "i4": "i", "u2": "H", "u1": "B"}


def _record_of(layout: Sequence[tuple[str, str]]) -> struct.Struct:
    return struct.Struct("<" + "".join(_CODES[kind] for _, kind in layout))


_ROUND: Final = _record_of(LAYOUT)
_MOMENT: Final = _record_of(MOMENT_LAYOUT)
_LARGEST: Final = {"u2": 2**16 - 1, "u1": 2**8 - 1}
_WORDS_FROM: Final = [name for name, _ in LAYOUT].index(WORDS[0])
_COUNTS_FROM: Final = [kind in _LARGEST for _, kind in LAYOUT].index(True)
_BEFORE_WORDS: Final = attrgetter(*(name for name, _ in LAYOUT[1:_WORDS_FROM]))
_COUNTS: Final = attrgetter(*(name for name, _ in LAYOUT[_COUNTS_FROM:]))
_MOST: Final = tuple(_LARGEST[kind] for _, kind in LAYOUT[_COUNTS_FROM:])


def packed(row: int, rounds: Sequence[RoundFacts], number_of: Callable[[str], int]) -> bytes:
    """The records of a ticket's rounds, one after the other.

    Args:
        row: The ticket's row in the store.
        rounds: What the figures need of each round.
        number_of: The number that stands for a word.
    """
    return b"".join(_round(row, facts, number_of) for facts in rounds)


def packed_moments(row: int, moments: Sequence[Moment], number_of: Callable[[str], int]) -> bytes:
    """The records of a ticket's moments, one after the other."""
    return b"".join(
        _MOMENT.pack(
            row, each.start, each.end, each.due, number_of(each.word), each.kind, each.verdict
        )
        for each in moments
    )


def _round(row: int, facts: RoundFacts, number_of: Callable[[str], int]) -> bytes:
    words = map(number_of, facts.words)
    return _ROUND.pack(row, *_BEFORE_WORDS(facts), *words, *map(min, _COUNTS(facts), _MOST))
