"""Satisfaction: the customers' scores on the five-point scale.

Three-level scales are kept as they are and never turned into five points.
"""

import numpy as np

from cstui.domain.acts import Scale
from cstui.domain.facts import Flag
from cstui.metrics.columns import Columns
from cstui.metrics.groups import Groups, ratios
from cstui.metrics.values import Satisfaction
from cstui.metrics.window import Window

_FIVE = list(Scale).index(Scale.FIVE)
_SCORES = range(1, 6)
_LOW = slice(0, 2)
_SATISFIED = slice(3, 5)


def satisfaction(
    columns: Columns, window: Window, groups: Groups, *, estimates: bool = False
) -> list[Satisfaction]:
    """Scores given in the period: number, mean, satisfied (4–5), low (1–2), response rate.

    Agents' estimates count only when asked for, and never as answers in the response rate, which
    is answered ÷ (answered + asked in vain).
    """
    asked = (columns["scale"] == _FIVE) & window.covers(columns["rated"])
    score = columns["score"]
    rated = asked & columns.flagged(Flag.RATED) & (score >= 1) & (score <= len(_SCORES))
    own = rated & ~columns.flagged(Flag.ESTIMATE)
    counted = rated if estimates else own
    counts = np.stack([groups.count(counted & (score == points)) for points in _SCORES], axis=1)
    n = counts.sum(axis=1)
    answered = groups.count(own)
    unanswered = groups.count(asked & columns.flagged(Flag.UNANSWERED))
    means = ratios(counts @ np.array(_SCORES), n)
    satisfied = ratios(counts[:, _SATISFIED].sum(axis=1), n)
    low = ratios(counts[:, _LOW].sum(axis=1), n)
    response = ratios(answered, answered + unanswered)
    return [
        Satisfaction(
            n=sum(row),
            mean=means[place],
            satisfied_rate=satisfied[place],
            low_rate=low[place],
            counts={str(points): count for points, count in zip(_SCORES, row, strict=True)},
            response_rate=response[place],
        )
        for place, row in enumerate(counts.tolist())
    ]
