"""Facts of rounds as packed records, as figures read them by the million."""

import struct
from collections.abc import Callable, Sequence
from operator import attrgetter
from typing import Final

from cstui.domain.facts import LAYOUT, WORDS, RoundFacts

_CODES: Final = {"u4": "I", "i4": "i", "u2": "H", "u1": "B"}
_RECORD: Final = struct.Struct("<" + "".join(_CODES[kind] for _, kind in LAYOUT))
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
    return b"".join(_record(row, facts, number_of) for facts in rounds)


def _record(row: int, facts: RoundFacts, number_of: Callable[[str], int]) -> bytes:
    words = map(number_of, facts.words)
    return _RECORD.pack(row, *_BEFORE_WORDS(facts), *words, *map(min, _COUNTS(facts), _MOST))
