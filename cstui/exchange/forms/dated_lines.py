"""Cells with several dated lines: the steps of a case, its talks, the help of others.

    2023-10-02 09:00 上门检查
    10:30 压缩机故障，需更换配件
    10-03 14:00 配件已装好

A line without a day is of the day of the line before it, or of the next one where its time is
earlier. A line without a time goes on with the one before it; the first one is then of the moment
at which the record begins, as the sheet gives no other.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from itertools import islice

from cstui.domain.acts import Act
from cstui.domain.ticket import Event
from cstui.exchange.columns import Told
from cstui.exchange.fields import Happened
from cstui.exchange.forms.column import InHand
from cstui.exchange.forms.spans import clock_text
from cstui.exchange.times import TimeReader, tidied

_CLOCK = r"\d{1,2}[:：]\d{2}(?:[:：]\d{2})?"
_HEAD = re.compile(
    rf"(?P<day>\d{{1,4}}[-/.年]\d{{1,2}}[-/.月]\d{{1,4}}日?)?(?P<short>\d{{1,2}}[-/月]\d{{1,2}}日?)?"
    rf"\s*(?P<clock>{_CLOCK})(?:\s+|[:：,，]\s*|)(?P<text>.*)"
)
_GLUED = re.compile(rf"(?P<day>\d{{4}}[-/.]\d{{2}}[-/.]\d{{2}})(?P<clock>{_CLOCK})\s*(?P<text>.*)")
_NUMBERS = re.compile(r"\d+")
_GOES_ON = "\n  "
"""Between a line and its next one, when it has several."""


def dated_lines(field: str, act_of: Callable[[str], Act]) -> Callable[[str, InHand], None]:
    """Reads such a cell.

    Args:
        field: where the events go.
        act_of: what a line without its time says.
    """

    def read(text: str, hand: InHand) -> None:
        opened = hand.values.get("opened")
        if opened is not None:
            lines = _lines(text, opened, hand.times)
            hand.values[field] = tuple(Happened(at, act_of(line)) for at, line in lines)

    return read


def dated_head(text: str, times: TimeReader) -> tuple[datetime | None, str]:
    """The moment with its day that stands in front of a text, and the rest of the text.

    Raises:
        BadCell: where it is none that can be.
    """
    first, newline, others = text.partition("\n")
    found = _head(first)
    if not found or not found["day"]:
        return None, text
    return times.moment(_dated(found)), found["text"] + newline + others


def begins_dated(text: str) -> Iterator[str]:
    """The dated text in front of a cell, where there is one."""
    yield from islice(dated_moments(text.partition("\n")[0]), 1)


def dated_moments(text: str) -> Iterator[str]:
    """The dated texts of such a cell."""
    for line in text.splitlines():
        found = _head(line)
        if found and found["day"]:
            yield _dated(found)


def dated_text(told: Told, events: Iterable[Event], text_of: Callable[[Act], str]) -> str:
    """Events as such a cell tells them."""
    lines = []
    for event in events:
        at = told.local(event.at) or event.at
        text = _GOES_ON.join(text_of(event.act).splitlines())
        lines.append(f"{clock_text(at, dated=True)} {text}".rstrip())
    return "\n".join(lines)


def _lines(text: str, opened: datetime, times: TimeReader) -> Iterator[tuple[datetime, str]]:
    at, gathered = opened, list[str]()
    for line in text.splitlines():
        found = None if line[:1].isspace() else _head(line)
        if found:
            if gathered:
                yield at, "\n".join(filter(None, gathered))
            at, gathered = _moment(found, at, times), [found["text"].strip()]
        elif line.strip():
            gathered.append(line.strip())
    if gathered:
        yield at, "\n".join(filter(None, gathered))


def _head(line: str) -> re.Match[str] | None:
    return _GLUED.fullmatch(line) or _HEAD.fullmatch(line)


def _moment(found: re.Match[str], since: datetime, times: TimeReader) -> datetime:
    """When a line is of.

    Raises:
        BadCell: where its time cannot be read.
    """
    if found["day"]:
        return times.moment(_dated(found))
    clock = tidied(found["clock"])
    if not found["short"]:
        return times.after(since, clock)
    month, day = map(int, _NUMBERS.findall(found["short"]))
    year = since.year + ((month, day) < (since.month, since.day))
    return times.moment(f"{year:04}-{month:02}-{day:02} {clock}")


def _dated(found: re.Match[str]) -> str:
    return f"{found['day']} {tidied(found['clock'])}"
