"""Guesses from the words of a problem: how urgent it is, and of which type."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import exp, log, sqrt

from cstui.i18n.matching import folded

CLEAR = 0.8
"""How probable a type has to be to be suggested."""
LEAST_KNOWN = 2
"""Words of a text that must have been seen before; fewer prove nothing."""
_PARTS = re.compile(r"[a-z]{2,}|[\u4e00-\u9fff]+")
_LEVELS = "/"


def suggested_priority(
    text: str,
    urgency: Mapping[str, Sequence[str]],
    priorities: Sequence[str],
    *,
    upset: bool = False,
) -> str:
    """The priority that a text calls for; empty where nothing in it tells.

    Args:
        text: what the customer says.
        urgency: the words that tell of a priority.
        priorities: all priorities, the most urgent first; the middle one is the usual.
        upset: whether the customer is upset, which makes it one level more urgent.
    """
    if not priorities:
        return ""
    plain = folded(text)
    told = [
        level
        for level, priority in enumerate(priorities)
        if any(_says(plain, folded(word)) for word in urgency.get(priority, ()))
    ]
    if not told and not upset:
        return ""
    level = min(told, default=len(priorities) // 2)
    return priorities[max(level - upset, 0)]


class TypeModel:
    """What earlier tickets tell of the type of a new one: multinomial naive Bayes.

    The score of a type c for the words t of a text is log P(c) + Σ log P(t|c), with
    P(t|c) = (n(t,c) + 1) / (n(c) + |V|): Manning, Raghavan and Schütze, Introduction to
    Information Retrieval, section 13.2. Words are those of letters, and each two hanzi that stand
    side by side, since Chinese has no spaces. The words of a text hang together, which makes the
    plain model all too certain of long ones: leads are divided by the square root of the number
    of words before they become probabilities.

    Args:
        learned: text and type, or `type/subtype`, of earlier tickets.
    """

    def __init__(self, learned: Iterable[tuple[str, str]]) -> None:
        words: dict[str, Counter[str]] = {}
        tickets: Counter[str] = Counter()
        for text, kind in learned:
            tickets[kind] += 1
            words.setdefault(kind, Counter()).update(_words(text))
        self._words = {kind: dict(counted) for kind, counted in words.items()}
        self._known = frozenset().union(*self._words.values())
        total = tickets.total()
        self._log_shares = {kind: log(count / total) for kind, count in tickets.items()}
        self._log_sizes = {
            kind: log(counted.total() + len(self._known)) for kind, counted in words.items()
        }

    def suggest(self, text: str) -> str:
        """The type that is at least `CLEAR`ly probable; empty where none is.

        Where no subtype is that clear but their type is, it is the type alone.
        """
        words = [word for word in _words(text) if word in self._known]
        if len(words) < LEAST_KNOWN:
            return ""
        probable = self._probabilities(words)
        return _clearest(probable) or _clearest(_by_type(probable))

    def _probabilities(self, words: Sequence[str]) -> Counter[str]:
        """How probable each type is."""
        scores = {
            kind: self._log_shares[kind]
            + sum(log(counted.get(word, 0) + 1) for word in words)
            - len(words) * self._log_sizes[kind]
            for kind, counted in self._words.items()
        }
        best, long = max(scores.values()), sqrt(len(words))
        weights = {kind: exp((score - best) / long) for kind, score in scores.items()}
        total = sum(weights.values())
        return Counter({kind: weight / total for kind, weight in weights.items()})


def _clearest(probable: Mapping[str, float]) -> str:
    kind = max(probable, key=lambda each: probable[each])
    return kind if probable[kind] >= CLEAR else ""


def _by_type(probable: Mapping[str, float]) -> dict[str, float]:
    """The probabilities of types, those of their subtypes added up."""
    types: dict[str, float] = {}
    for kind, share in probable.items():
        top = kind.partition(_LEVELS)[0]
        types[top] = types.get(top, 0.0) + share
    return types


def _words(text: str) -> list[str]:
    """The words of a text: of letters as they are, of hanzi each two side by side."""
    words: list[str] = []
    for part in _PARTS.findall(folded(text)):
        if part.isascii() or len(part) == 1:
            words.append(part)
        else:
            words.extend(part[place : place + 2] for place in range(len(part) - 1))
    return words


def _says(text: str, word: str) -> bool:
    """Whether a word stands in a text; one of letters at the beginning of a word there."""
    if not word:
        return False
    if word[0].isascii() and word[0].isalnum():
        return re.search(rf"(?<![a-z0-9]){re.escape(word)}", text) is not None
    return word in text
