"""A document as JSON, for other programs: names, raw values, and what lists the tickets behind."""

import json
from datetime import datetime
from typing import Any

from msgspec import Struct
from msgspec.structs import asdict

from cstui.reports.document import Bars, Chart, Document, HeatMap, Histogram, Lines, Section
from cstui.reports.model import period_content

_TYPES = {Histogram: "histogram", Lines: "lines", HeatMap: "heat_map", Bars: "bars"}


def as_json(document: Document) -> str:
    """The document's content: unrounded, null where there is no value, ending in a line break."""
    content = {
        "report": document.name,
        "title": document.title,
        "period": period_content(document.period),
        "filters": dict(document.filters),
        "as_of": document.as_of,
        "facts": document.facts,
        "sections": [_section(section) for section in document.sections],
    }
    told = json.dumps(content, ensure_ascii=False, indent=2, allow_nan=False, default=_plain)
    return told + "\n"


def _section(section: Section) -> dict[str, Any]:
    return asdict(section) | {"charts": [_chart(chart) for chart in section.charts]}


def _chart(chart: Chart) -> dict[str, Any]:
    return {"type": _TYPES[type(chart)], **asdict(chart)}


def _plain(value: object) -> object:
    if isinstance(value, Struct):
        return asdict(value)
    if isinstance(value, datetime):
        return value.isoformat()
    raise TypeError(value)
