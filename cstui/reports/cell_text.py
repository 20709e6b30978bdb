"""The cells of a document as people read them."""

from datetime import datetime

from cstui.i18n import Translator
from cstui.reports.document import Cell, Column, Kind, Measure
from cstui.reports.wording import NO_VALUE, duration_text, number_text, percent_text, score_text


def shown(cell: Cell, kind: Kind, t: Translator) -> str:
    """A value as text; a dash where a figure has none, nothing where a text has none."""
    match cell:
        case Measure(value, own):
            return shown(value, own, t)
        case None:
            return "" if kind is Kind.TEXT else NO_VALUE
        case str():
            return cell
        case datetime():
            return f"{cell:%Y-%m-%d %H:%M}"
        case _:
            return _number(cell, kind, t)


def _number(value: float, kind: Kind, t: Translator) -> str:
    match kind:
        case Kind.SECONDS:
            return duration_text(value, t)
        case Kind.RATE:
            return percent_text(value)
        case Kind.CHANGE:
            return f"{value:+.1%}"
        case Kind.POINTS:
            return t("report.points", value=f"{value * 100:+.1f}")
        case Kind.SCORE:
            return score_text(value)
        case Kind.COUNT:
            return f"{value:.0f}"
        case _:
            return number_text(value)


def headed(column: Column, t: Translator) -> str:
    """A column's title with its unit, for formats that write bare numbers."""
    unit = unit_name(column.kind, t)
    return t("report.in_unit", title=column.title, unit=unit) if unit else column.title


def unit_name(kind: Kind, t: Translator) -> str:
    """What bare numbers of a kind count; empty where the number says enough."""
    key = f"report.raw.{kind}"
    return t(key) if t.known(key) else ""
