"""Aims: what a figure is to reach, is measured against, or must not pass, as people write it."""

import math
import re
import unicodedata
from collections.abc import Mapping

from cstui.clock.durations import parse_duration
from cstui.domain.errors import InputError
from cstui.metrics.catalogue import METRICS
from cstui.metrics.metric import Better, Metric, Unit

_SHARE = re.compile(r"(\d{1,3}(?:\.\d{1,3})?)\s*%")
_NUMBER = re.compile(r"\d{1,9}(?:\.\d{1,3})?")


def aim(name: str, text: str) -> float:
    """The value that a figure is to have: seconds, a share of 1, a score or a count.

    Args:
        name: the figure's id, as `FRT`.
        text: as `25 min`, `90 %`, `4.5`.

    Raises:
        InputError: `aim_unknown`, `aim_form`.
    """
    metric = METRICS.get(name)
    if metric is None:
        raise InputError("aim_unknown", name=name, known=", ".join(METRICS))
    plain = unicodedata.normalize("NFKC", text).strip()
    if metric.unit is Unit.SECONDS:
        return float(parse_duration(plain))
    share = metric.unit is Unit.RATE
    found = (_SHARE if share else _NUMBER).fullmatch(plain)
    value = float(found[1 if share else 0]) if found else math.nan
    if not found or (share and value > 100):  # percent
        example = "90 %" if share else "4.5" if metric.unit is Unit.SCORE else "100"
        raise InputError("aim_form", name=name, text=text, example=example)
    return value / 100 if share else value


def aims(told: Mapping[str, str]) -> dict[str, float]:
    """The values of figures by their ids, without those of figures that are not known any more."""
    return {name: aim(name, text) for name, text in told.items() if name in METRICS}


def misses(metric: Metric, value: float | None, limit: float | None) -> bool:
    """Whether a figure is on the wrong side of a limit; none where either is unknown."""
    if value is None or limit is None:
        return False
    return value < limit if metric.better is Better.HIGHER else value > limit
