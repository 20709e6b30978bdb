"""The shift handover: what the next shift must know, as values and as text."""

import json
from collections.abc import Iterator
from datetime import datetime
from enum import StrEnum
from shlex import quote

from msgspec import Struct
from msgspec.structs import asdict

from cstui.i18n import Translator
from cstui.reports.layout import cells, cut, table
from cstui.reports.wording import duration_text

_INDENT = "  "
_LABELS = 5
"""All columns of a line are texts."""


class Topic(StrEnum):
    """What a ticket is in a handover for, in the order of the handover."""

    PROMISES = "promises"
    """Something was promised to the customer."""
    CALLBACKS = "callbacks"
    """The customer is to be called back."""
    LATE = "late"
    SOON = "soon"
    """Not late yet, and warned of."""
    UNASSIGNED = "unassigned"
    """Held by nobody."""
    WAITING = "waiting"
    """Waiting for long."""
    LOW = "low"
    """The customer was not content, and nothing was done about it yet."""


class Matter(Struct, frozen=True):
    """One ticket that the next shift must know of."""

    number: str
    customer: str
    """Masked."""
    what: str
    """What was promised, what the call is about, what it waits for; else what it is about."""
    owner: str
    """As shown; empty where nobody holds it."""
    at: datetime | None
    """When it is due; of a wait, when it began; None where nothing is due."""
    clock: str = ""
    """Name of the clock that is due, where the topic does not tell."""


class Section(Struct, frozen=True):
    """All that belongs to one topic."""

    topic: Topic
    count: int
    """How many tickets that is."""
    matters: tuple[Matter, ...]
    """The most pressing of them."""


class Brief(Struct, frozen=True):
    """A handover."""

    now: datetime
    open: int
    """How many tickets there is work on."""
    sections: tuple[Section, ...]
    """Those topics that have tickets."""
    team: str = ""
    """Only this team's, where given."""
    mine: bool = False
    """Only those of whoever asks."""


def brief_json(brief: Brief) -> str:
    """The handover as JSON: instants as ISO 8601, words of the program the same everywhere."""
    return json.dumps(brief, ensure_ascii=False, indent=1, default=_written) + "\n"


def _written(value: object) -> object:
    if isinstance(value, Struct):
        return asdict(value)
    return value.isoformat() if isinstance(value, datetime) else str(value)


def brief_text(brief: Brief, t: Translator, width: int) -> str:
    """The handover in lines of at most `width` terminal cells: counts first, then each topic."""
    sections = ["\n".join(_heading(brief, t, width))]
    sections += ["\n".join(_section(each, brief, t, width)) for each in brief.sections]
    if not brief.sections:
        sections.append(t("brief.nothing"))
    return "\n\n".join(sections) + "\n"


def _heading(brief: Brief, t: Translator, width: int) -> Iterator[str]:
    asked = [t("brief.team", team=brief.team)] if brief.team else []
    asked += [t("brief.mine")] if brief.mine else []
    whose = t("brief.between").join(asked or [t("brief.all")])
    title = cut(t("brief.title", moment=f"{brief.now:%Y-%m-%d %H:%M}", whose=whose), width)
    yield title
    yield "─" * cells(title)
    counts = [t("brief.open", count=brief.open)]
    counts += [t(f"brief.count.{each.topic}", count=each.count) for each in brief.sections]
    line = counts[0]
    for count in counts[1:]:
        longer = line + t("brief.between") + count
        if cells(longer) > width:
            yield line
            longer = count
        line = longer
    yield cut(line, width)


def _section(section: Section, brief: Brief, t: Translator, width: int) -> Iterator[str]:
    yield t(f"brief.topic.{section.topic}", count=section.count)
    rows = [_row(section.topic, each, brief.now, t) for each in section.matters]
    for line in table(rows, width - cells(_INDENT), labels=_LABELS):
        yield _INDENT + line
    if more := section.count - len(section.matters):
        yield _INDENT + t("brief.more", count=more, command=_command(section, brief))


def _row(topic: Topic, matter: Matter, now: datetime, t: Translator) -> list[str]:
    what = matter.what
    if matter.clock:
        what = t("brief.clock", clock=t(f"clock.name.{matter.clock}"), what=what)
    owner = matter.owner or t("brief.nobody")
    return [_when(topic, matter.at, now, t), matter.number, matter.customer, what, owner]


def _when(topic: Topic, at: datetime | None, now: datetime, t: Translator) -> str:
    """When something is due and how far that is; of a wait, how long it has lasted."""
    if at is None:
        return ""
    moment = f"{at:%H:%M}" if at.date() == now.date() else f"{at:%m-%d %H:%M}"
    left = (at - now).total_seconds()
    how = "since" if topic is Topic.WAITING else "ago" if left < 0 else "in"
    return t(f"brief.{how}", moment=moment, span=duration_text(abs(left), t))


def _command(section: Section, brief: Brief) -> str:
    """What shows the whole topic."""
    whose = ["--team", quote(brief.team)] if brief.team else []
    whose += ["--mine"] if brief.mine else []
    return " ".join(["cstui brief", *whose, f"--lines {section.count}"])
