"""Period, grouping and filters as the reader's language says them."""

from collections.abc import Mapping

from cstui.clock.period import NAMES, Period
from cstui.i18n import Translator
from cstui.reports.wording import value_text


def period_text(name: str, t: Translator) -> str:
    """A period's name; one of dates stands for itself."""
    return t(f"analysis.{name}") if name in NAMES else name


def days_text(period: Period, t: Translator) -> str:
    """First and last day of a period; nothing where it has no bounds."""
    if period.start is None or period.end is None:
        return ""
    first, last = period.start.date(), period.last
    return str(first) if first == last else t("analysis.days", first=first, last=last)


def dimension_text(dimension: str, t: Translator) -> str:
    """A dimension's name."""
    return t(f"report.dimension.{dimension}")


def grouping_text(by: tuple[str, ...], t: Translator) -> str:
    """By what figures are grouped."""
    if not by:
        return t("analysis.ungrouped")
    names = t("report.and").join(dimension_text(dimension, t) for dimension in by)
    return t("report.groups", names=names)


def filters_text(where: Mapping[str, str], t: Translator) -> str:
    """The filters; nothing where there is none."""
    if not where:
        return ""
    conditions = [
        t("analysis.condition", name=dimension_text(name, t), value=value_text(name, value, t))
        for name, value in where.items()
    ]
    return t("analysis.only", filters=t("report.and").join(conditions))
