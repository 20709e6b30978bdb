"""Durations as forms print them, and clock times with the durations beside them.

A cell of a reply or a solution prints the clock time and how long it took: `09:25(10分钟)`. Where
both stand there they are checked against each other: a sheet that contradicts itself is told, not
corrected.
"""

import re
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from functools import partial, reduce

from cstui.exchange.cells import LONGEST_S
from cstui.exchange.columns import Told
from cstui.exchange.forms.column import InHand
from cstui.exchange.rejects import BadCell
from cstui.exchange.times import later, tidied
from cstui.i18n import Translator

_TIMED = re.compile(r"(?P<clock>[^()]*?)\s*(?:\(\s*(?P<spent>[^()]*?)\s*\))?")
_PIECE = re.compile(
    r"(\d+(?:\.\d+)?)\s*(天|日|days?|d|小时|时|hours?|hrs?|h|分钟|分|minutes?|mins?|m|秒钟?|seconds?|secs?|s)"
)
_UNITS = {"天": 86400, "日": 86400, "d": 86400, "小": 3600, "时": 3600, "h": 3600,
          "分": 60, "m": 60, "秒": 1, "s": 1}  # fmt: skip
_PRINTED = (("hours", 3600), ("minutes", 60), ("seconds", 1))
_DATED = re.compile(r"\d\s*[-/年.]\s*\d")
_DAY = timedelta(days=1)
_TO_THE_MINUTE = timedelta(seconds=60)


def timed(field: str) -> Callable[[str, InHand], None]:
    """Reads a clock time and how long it took since the submission, or either of them."""
    return partial(_read_timed, field)


def _read_timed(field: str, text: str, hand: InHand) -> None:
    opened = hand.values.get("opened")
    if opened is None:
        return
    found = _TIMED.fullmatch(tidied(text))
    if not found:
        raise BadCell("bad_instant", text=text)
    clock, spent = found["clock"], found["spent"]
    if not spent and (alone := span_of(clock)) is not None:
        hand.values[field] = later(opened, alone)
        return
    at = hand.times.moment(clock) if _DATED.search(clock) else None
    after = at or hand.times.after(opened, clock)
    hand.values[field] = _agreed(after, opened, spent, bool(at))


def timed_moments(text: str) -> Iterable[str]:
    """The dated text of such a cell, without its duration."""
    found = _TIMED.fullmatch(tidied(text))
    if found and _DATED.search(found["clock"]):
        yield found["clock"]


def span_of(text: str) -> timedelta | None:
    """A duration, as `1小时10分钟` or `70 min`; negative with a minus sign in front.

    Raises:
        BadCell: where it is longer than any can be.
    """
    text = text.strip().lower()
    negative = text.startswith("-")
    text = text.removeprefix("-").strip()
    pieces = _PIECE.findall(text)
    if not pieces or _PIECE.sub("", text).strip():
        return None
    seconds = sum(float(number) * _UNITS[unit[0]] for number, unit in pieces)
    if seconds > LONGEST_S:
        raise BadCell("bad_duration")
    return timedelta(seconds=-seconds if negative else seconds)


def span_text(seconds: int, translate: Translator) -> str:
    """A duration as the form prints it: `10分钟`, `49小时30分钟`, `10 min`; exact to the second."""
    parts, rest = [], abs(seconds)
    for unit, size in _PRINTED:
        count, rest = divmod(rest, size)
        if count or (unit == "minutes" and not seconds):
            parts.append(translate(f"exchange.span.{unit}", count=count))
    text = reduce(_joined(translate), parts)
    return f"-{text}" if seconds < 0 else text


def timed_text(told: Told, at: datetime | None) -> str:
    """When, and how long after the submission; with its day where the time alone would not do."""
    local, opened = told.local(at), told.local(told.state.opened)
    if local is None:
        return ""
    if opened is None:
        return clock_text(local, dated=True)
    spent = local - opened
    clock = clock_text(local, dated=not timedelta() <= spent < _DAY)
    return f"{clock}({span_text(int(spent.total_seconds()), told.translate)})"


def clock_text(at: datetime, *, dated: bool) -> str:
    """The time of an instant, with seconds where it has some; `dated`, after its day."""
    text = f"{at:%H:%M:%S}" if at.second else f"{at:%H:%M}"
    return f"{at:%Y-%m-%d} {text}" if dated else text


def _joined(translate: Translator) -> Callable[[str, str], str]:
    return lambda larger, smaller: translate("exchange.span.joined", larger=larger, smaller=smaller)


def _agreed(at: datetime, opened: datetime, spent: str | None, dated: bool) -> datetime:
    """The moment, once the duration beside it agrees; it also tells how many days later."""
    if not spent:
        return at
    told = span_of(spent)
    if told is None:
        raise BadCell("bad_duration")
    if not dated and told > _DAY:
        at = later(at, (told - (at - opened) + _TO_THE_MINUTE) // _DAY * _DAY)
    if abs(at - opened - told) >= _TO_THE_MINUTE:
        raise BadCell("contradiction", clock=f"{at:%Y-%m-%d %H:%M}", duration=spent)
    return at
