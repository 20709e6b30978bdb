"""Figures as the cells of tables and as sentences: the same in the shell and on screen."""

from cstui.i18n import Translator
from cstui.metrics.values import Spread, Standing, Timeout
from cstui.reports.model import GroupFigures
from cstui.reports.wording import NO_VALUE, duration_text, percent_text, score_text

SPREAD = ("n", "mean", "p50", "p90", "p95", "max")
"""What `spread_cells` tells; phrases below `metric.`."""
STANDING = ("met", "breached", "running", "attainment")
"""What `standing_cells` tells; phrases below `metric.`."""
GROUP = ("tickets", "open", "n", "response", "late", "n", "resolution", "n", "score")
"""What `group_cells` tells; phrases below `report.column.`."""


def spread_cells(spread: Spread, t: Translator) -> list[str]:
    """How many durations there are, and how they are spread."""
    seconds = (spread["mean"], spread["p50"], spread["p90"], spread["p95"], spread["max"])
    return [str(spread["n"]), *(duration_text(value, t) for value in seconds)]


def standing_cells(standing: Standing) -> list[str]:
    """Counts and rate of the clocks of one kind; dashes where none ran."""
    if not standing:
        return [NO_VALUE] * len(STANDING)
    counts = (standing["met"], standing["breached"], standing["running"])
    return [*map(str, counts), percent_text(standing["rate"])]


def group_cells(group: GroupFigures, t: Translator) -> list[str]:
    """The figures by which groups are compared."""
    response, resolution = group["first_response_s"], group["resolution_s"]
    csat = group["csat"]
    return [
        str(group["tickets"]),
        str(group["open"]),
        str(response["n"]),
        duration_text(response["mean"], t),
        percent_text(group["timeout"]["rate"]),
        str(resolution["n"]),
        duration_text(resolution["mean"], t),
        str(csat["n"]),
        score_text(csat["mean"]),
    ]


def timeout_text(late: Timeout, t: Translator) -> str:
    """How many first responses came too late, as a sentence."""
    return t(
        "report.timeout",
        limit=duration_text(late["threshold_s"], t),
        rate=percent_text(late["rate"]),
        late=late["late"],
        n=late["n"],
    )
