"""What customers say: scores, how many answer, and what is done about low ones.

Scores of three-level scales are told separately, and never turned into five points.
"""

from collections.abc import Callable

from cstui.domain.acts import Scale
from cstui.domain.facts import Flag, LoopEnd
from cstui.metrics.columns import Columns
from cstui.metrics.maturing import Maturing
from cstui.metrics.measures import Scores, Share
from cstui.metrics.metric import Sample
from cstui.metrics.sources import Mask

DIMENSIONS = ("attitude", "skill", "speed", "ease")
"""What a survey asks for beside the overall score."""

_FIVE = list(Scale).index(Scale.FIVE)
_BEST, _SATISFIED, _TO_FOLLOW_UP, _LOW = 5, 4, 3, 2
_CONTENT, _MIDDLE, _DISCONTENT = 3, 2, 1
"""The three levels, whatever a scale calls them."""


def mean_score(dimension: str) -> Callable[[Sample], Scores]:
    """CSAT: the mean of a dimension's scores of five; agents' estimates only when asked for."""

    def measure(sample: Sample) -> Scores:
        return Scores(_valid(sample, dimension), points=sample.columns[dimension])

    return measure


def satisfied(dimension: str) -> Callable[[Sample], Share]:
    """T2B: scores 4–5 ÷ valid ones."""

    def measure(sample: Sample) -> Share:
        valid = _valid(sample, dimension)
        return Share(valid, part=valid & (sample.columns[dimension] >= _SATISFIED))

    return measure


def low(dimension: str) -> Callable[[Sample], Share]:
    """B2B: scores 1–2 ÷ valid ones."""

    def measure(sample: Sample) -> Share:
        valid = _valid(sample, dimension)
        return Share(valid, part=valid & (sample.columns[dimension] <= _LOW))

    return measure


def content(sample: Sample) -> Share:
    """T2B of three levels: 满意 ÷ valid."""
    valid = _of_three(sample)
    return Share(valid, part=valid & (sample.columns["score"] == _CONTENT))


def content_or_middle(sample: Sample) -> Share:
    """T2B of three levels, the middle one taken with it."""
    valid = _of_three(sample)
    return Share(valid, part=valid & (sample.columns["score"] >= _MIDDLE))


def discontent(sample: Sample) -> Share:
    """B2B of three levels: 不满意 ÷ valid."""
    valid = _of_three(sample)
    return Share(valid, part=valid & (sample.columns["score"] == _DISCONTENT))


def response_rate(sample: Sample) -> Share:
    """RR: answered ÷ asked, of surveys of five points; an estimate is no answer."""
    return _answered(sample, _five(sample.columns), _BEST)


def response_rate_of_three(sample: Sample) -> Share:
    """RR of surveys of three levels."""
    return _answered(sample, ~_five(sample.columns), _CONTENT)


def revisit_rate(sample: Sample) -> Share:
    """RV: revisited within a day ÷ solved at least a day ago, one a round."""
    columns = sample.columns
    ripe = Maturing.of(columns["resolved"], sample.rules.revisit_s, sample.window)
    revisited = columns["revisited"]
    in_time = (revisited != 0) & (revisited <= ripe.at)
    return Share(ripe.over, part=ripe.over & in_time, excluded=ripe.young)


def loop_started(sample: Sample) -> Share:
    """CL: low scores followed up within two days ÷ low scores at least two days old."""
    columns = sample.columns
    ripe = Maturing.of(columns["rated"], sample.rules.loop_s, sample.window)
    low_scores = to_follow_up(sample)
    started = columns["loop_started"]
    in_time = (started != 0) & (started <= ripe.at)
    told = low_scores & ripe.over
    return Share(told, part=told & in_time, excluded=low_scores & ripe.young)


def loop_closed(sample: Sample) -> Share:
    """CLW: 已达标 ÷ (已达标 + 未达标), by the period of the score; checks to come are beside it."""
    loop = sample.columns["loop"]
    rated = sample.window.covers(sample.columns["rated"])
    met = rated & (loop == LoopEnd.MET)
    return Share(
        met | (rated & (loop == LoopEnd.MISSED)),
        part=met,
        running=rated & (loop == LoopEnd.TO_CHECK),
    )


def to_follow_up(sample: Sample) -> Mask:
    """Rounds with a score about which something is to be done: 3 of five or less, or 不满意."""
    columns = sample.columns
    score, five = columns["score"], _five(columns)
    given = _given(sample) & columns.flagged(Flag.RATED) & (score != 0)
    low_scores: Mask = given & (
        (five & (score <= _TO_FOLLOW_UP)) | (~five & (score == _DISCONTENT))
    )
    return low_scores


def scored(sample: Sample) -> Mask:
    """Rounds with a score of any scale that was given in the period."""
    return _valid(sample, "score") | _of_three(sample)


def _valid(sample: Sample, dimension: str) -> Mask:
    """Scores of five that were given in the period."""
    points = sample.columns[dimension]
    return sample.derived(_given_of_five) & (points >= 1) & (points <= _BEST)


def _given_of_five(sample: Sample) -> Mask:
    columns = sample.columns
    return _given(sample) & _five(columns) & sample.window.covers(columns["rated"])


def _of_three(sample: Sample) -> Mask:
    """Scores of three levels that were given in the period."""
    columns = sample.columns
    points = columns["score"]
    in_period = sample.window.covers(columns["rated"])
    return _given(sample) & in_period & ~_five(columns) & (points >= 1) & (points <= _CONTENT)


def _given(sample: Sample) -> Mask:
    """Rounds with a score of the customer's own, or any where estimates are asked for."""
    columns = sample.columns
    rated = columns.flagged(Flag.RATED)
    return rated if sample.rules.estimates else rated & ~columns.flagged(Flag.ESTIMATE)


def _answered(sample: Sample, on_scale: Mask, highest: int) -> Share:
    columns = sample.columns
    score = columns["score"]
    asked = on_scale & sample.window.covers(columns["rated"])
    answered = asked & columns.flagged(Flag.RATED) & ~columns.flagged(Flag.ESTIMATE)
    answered &= (score >= 1) & (score <= highest)
    return Share(answered | (asked & columns.flagged(Flag.UNANSWERED)), part=answered)


def _five(columns: Columns) -> Mask:
    mask: Mask = columns["scale"] == _FIVE
    return mask
