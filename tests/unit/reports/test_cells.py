"""Figures as cells and sentences."""

from cstui.i18n import Translator
from cstui.metrics.values import Spread, Standing, Timeout
from cstui.reports.cells import SPREAD, STANDING, spread_cells, standing_cells, timeout_text

ENGLISH = Translator("en")


def test_a_spread_tells_its_number_and_its_durations() -> None:
    """A cell for each name, in their order; what is not known is a dash."""
    spread = Spread(n=3, mean=1100, p50=1200, p90=None, p95=None, max=1500)
    assert dict(zip(SPREAD, spread_cells(spread, ENGLISH), strict=True)) == {
        "n": "3", "mean": "18 min", "p50": "20 min", "p90": "–", "p95": "–", "max": "25 min",
    }  # fmt: skip


def test_clocks_that_never_ran_have_no_counts() -> None:
    """A cell for each name; 0 would say that there could have been some."""
    standing = Standing(met=3, breached=1, running=0, rate=0.75)
    assert dict(zip(STANDING, standing_cells(standing), strict=True)) == {
        "met": "3", "breached": "1", "running": "0", "attainment": "75.0%",
    }  # fmt: skip
    assert standing_cells(Standing()) == ["–"] * len(STANDING)


def test_the_sentence_of_late_responses() -> None:
    """It names the limit, and what the rate is of."""
    late = Timeout(threshold_s=1800, n=3, late=1, rate=1 / 3)
    assert timeout_text(late, ENGLISH) == "First response later than 30 min: 33.3% (1 of 3)"
