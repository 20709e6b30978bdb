"""How content customers are: the dimensions of a survey, what weighs most, and what is low."""

from collections.abc import Mapping
from typing import Final

from cstui.domain.acts import OVERALL, Provenance, Rated, Scale

DIMENSIONS: Final = ("attitude", "skill", "speed", "ease", OVERALL)
"""What the survey of five scores asks for, in the order of its form."""

HIGHEST: Final[Mapping[Scale, int]] = {Scale.FIVE: 5, Scale.HOTLINE: 3, Scale.AFTER_SALES: 3}
"""The best score of each scale; the worst is always 1."""

_LOW: Final[Mapping[Scale, int]] = {Scale.FIVE: 3, Scale.HOTLINE: 1, Scale.AFTER_SALES: 1}
"""The best score of each scale with which a customer is not content."""

_WEIGHTS: Final = (
    (("售前", "咨询", "pre-sales", "question"), {"skill": 2}),
    (("投诉", "complaint"), {OVERALL: 2, "speed": 2}),
    (("售后", "维修", "退换", "after-sales", "repair", "return"), {OVERALL: 2}),
)
"""By words of a service type, the dimensions that count more than once; the first that fits."""

_OWN: Final = (Provenance.CUSTOMER, Provenance.ANONYMOUS)


def scale_of(form: str) -> Scale:
    """The scale on which a form asks how content the customer is."""
    return {"hotline": Scale.HOTLINE, "after_sales": Scale.AFTER_SALES}.get(form, Scale.FIVE)


def dimensions_of(form: str) -> tuple[str, ...]:
    """What a form asks for: one score, but the survey's own form all five."""
    return DIMENSIONS if form == "satisfaction" else (OVERALL,)


def overall(rated: Rated) -> int:
    """The score that speaks for all; 0 where there is none."""
    return rated.scores.get(OVERALL, 0)


def is_low(rated: Rated) -> bool:
    """Whether somebody has to do something about it: 3 of 5 or less, or 不满意."""
    return 0 < overall(rated) <= _LOW[rated.scale]


def is_own(rated: Rated) -> bool:
    """Whether the customer said so, and not one of us."""
    return bool(rated.scores) and rated.provenance in _OWN


def weighted(rated: Rated, service: str) -> float | None:
    """The mean of a survey's scores, in which those count more that matter more to the service.

    Args:
        rated: the survey.
        service: the service type, as `售后投诉`.

    Returns:
        The weighted mean of all its dimensions; None where it has not all of them.
    """
    if set(rated.scores) != set(DIMENSIONS):
        return None
    weights = weights_of(service)
    total = sum(weights[name] * rated.scores[name] for name in DIMENSIONS)
    return total / sum(weights.values())


def weights_of(service: str) -> dict[str, int]:
    """How often each dimension counts for a service type."""
    plain = service.casefold()
    more = next((more for words, more in _WEIGHTS if any(word in plain for word in words)), {})
    return {name: more.get(name, 1) for name in DIMENSIONS}
