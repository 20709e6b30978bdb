"""Facts of rounds as packed records, as figures read them by the million."""

import struct
from collections.abc import Callable, Sequence
from typing import Final

from cstui.domain.facts import LAYOUT, WORDS, RoundFacts

_CODES: Final = {"u4": "I", "i4": "i", "u2": "H", "u1": "B"}
_RECORD: Final = struct.Struct("<" + "".join(_CODES[kind] for _, kind in LAYOUT))
_LARGEST: Final = {"u2": 2**16 - 1, "u1": 2**8 - 1}
_COUNTS: Final = {name: _LARGEST[kind] for name, kind in LAYOUT if kind in _LARGEST}
_TAKEN: Final = tuple(name for name, _ in LAYOUT if name != "ticket" and name not in WORDS)
_WORDS_FROM: Final = [name for name, _ in LAYOUT].index(WORDS[0])


def packed(row: int, rounds: Sequence[RoundFacts], number_of: Callable[[str], int]) -> bytes:
    """The records of a ticket's rounds, one after the other.

    Args:
        row: The ticket's row in the store.
        rounds: What the figures need of each round.
        number_of: The number that stands for a word.
    """
    return b"".join(_record(row, facts, number_of) for facts in rounds)


def _record(row: int, facts: RoundFacts, number_of: Callable[[str], int]) -> bytes:
    parts = [row]
    for name in _TAKEN:
        value = int(getattr(facts, name))
        most = _COUNTS.get(name)
        parts.append(value if most is None else min(value, most))
    parts[_WORDS_FROM:_WORDS_FROM] = [number_of(word) for word in facts.words]
    return _RECORD.pack(*parts)
