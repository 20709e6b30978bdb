"""How content customers are."""

import pytest

from cstui.domain.acts import OVERALL, Provenance, Rated, Scale
from cstui.domain.satisfaction import (
    DIMENSIONS,
    dimensions_of,
    is_low,
    is_own,
    scale_of,
    weighted,
    weights_of,
)


@pytest.mark.parametrize(
    ("scale", "score", "low"),
    [
        (Scale.FIVE, 1, True),
        (Scale.FIVE, 3, True),
        (Scale.FIVE, 4, False),
        (Scale.HOTLINE, 1, True),
        (Scale.HOTLINE, 2, False),
        (Scale.AFTER_SALES, 1, True),
        (Scale.AFTER_SALES, 2, False),
    ],
)
def test_a_low_score_is_three_of_five_or_the_worst_of_three_levels(
    scale: Scale, score: int, low: bool
) -> None:
    """The middle of three levels is no reason to begin anything."""
    assert is_low(Rated(scale, {OVERALL: score})) is low


def test_without_an_overall_score_nothing_is_low() -> None:
    """An unanswered question says nothing, nor does a dimension alone."""
    assert not is_low(Rated(Scale.FIVE, provenance=Provenance.UNANSWERED))
    assert not is_low(Rated(Scale.FIVE, {"speed": 1}))


def test_only_customers_speak_for_themselves() -> None:
    """Named or not; an estimate and a missing answer are ours."""
    own = {each: is_own(Rated(Scale.FIVE, {OVERALL: 4}, "", each)) for each in Provenance}
    assert [each for each in Provenance if own[each]] == [
        Provenance.CUSTOMER,
        Provenance.ANONYMOUS,
    ]


def test_forms_ask_on_their_own_scales() -> None:
    """Hotline and after-sales by three levels, others from 1 to 5, the survey's form five times."""
    assert scale_of("hotline") is Scale.HOTLINE
    assert scale_of("after_sales") is Scale.AFTER_SALES
    assert scale_of("satisfaction") is scale_of("response") is Scale.FIVE
    assert dimensions_of("hotline") == dimensions_of("response") == (OVERALL,)
    assert dimensions_of("satisfaction") == DIMENSIONS


def test_what_matters_most_to_a_service_counts_twice() -> None:
    """Skill before a sale, the whole and the speed for a complaint."""
    scores = dict(zip(DIMENSIONS, (4, 3, 5, 2, 3), strict=True))
    rated = Rated(Scale.FIVE, scores)
    assert weighted(rated, "") == 17 / 5
    assert weighted(rated, "售前咨询") == (17 + 3) / 6
    assert weighted(rated, "售后投诉") == (17 + 3 + 5) / 7
    assert weights_of("Complaint")["speed"] == 2
    assert weighted(Rated(Scale.FIVE, {OVERALL: 3}), "") is None
