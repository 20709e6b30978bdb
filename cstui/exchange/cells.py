"""What a cell's text says: durations, yes or no, scores, transfers."""

import re
import unicodedata
from datetime import datetime, timedelta

from cstui.clock.instants import FIRST_YEAR, LAST_YEAR
from cstui.domain.acts import OVERALL, Provenance, Rated, Scale
from cstui.exchange.fields import Handover
from cstui.exchange.rejects import BadCell
from cstui.exchange.times import TimeReader
from cstui.exchange.words import LEVELS, NO, SCALES, STANDINGS, UNANSWERED, YES, Standing, plain

_HOURS = re.compile(r"(\d{1,7}):([0-5]?\d):([0-5]?\d)(?:\.\d+)?")
_SCORE = re.compile(r"(\d)(?:\.0+)?\s*分?")
_ESTIMATE = re.compile(r"\s*(?:\(.*估.*\)|估计?|\(?\s*est(?:imated?)?\s*\)?)\s*$", re.IGNORECASE)
_ROUNDED_NUMBER = re.compile(r"\d(?:\.\d+)?[eE]\+\d+")
_HANDOVER = re.compile(r"(?P<time>.*\d{1,2}:\d{2}(?::\d{2})?)\s*[:,，]?\s*(?P<to>\D.*)")
_BETWEEN_HANDOVERS = re.compile(r"[;；\n]")
_TRANSFERS = re.compile(r"0*(\d{1,2})")
_TOP_SCORE = 5
LONGEST_S = (LAST_YEAR - FIRST_YEAR + 1) * 366 * 86_400
"""Seconds than which no duration is longer: all the years in which instants may be."""


def seconds_of(text: str, unit: float = 1) -> int:
    """A duration in whole seconds: a number of units, or hours:minutes:seconds.

    Raises:
        BadCell: where it is neither, or longer than any can be.
    """
    try:
        seconds = float(text) * unit
    except ValueError:
        seconds = _clock_span(text)
    if not abs(seconds) <= LONGEST_S:
        raise BadCell("bad_duration")
    return round(seconds)


def _clock_span(text: str) -> int:
    found = _HOURS.fullmatch(unicodedata.normalize("NFKC", text).strip())
    if not found:
        raise BadCell("bad_duration")
    return int(found[1]) * 3600 + int(found[2]) * 60 + int(found[3])


def duration_of(text: str, unit: int) -> timedelta:
    """A duration of so many units, each of `unit` seconds; or of hours:minutes:seconds.

    Raises:
        BadCell: where it is neither, or longer than any can be.
    """
    return timedelta(seconds=seconds_of(text, unit))


def flag_of(text: str) -> bool:
    """Yes or no, by the words that sheets use for them.

    Raises:
        BadCell: for any other word.
    """
    word = plain(text)
    if word in YES:
        return True
    if word in NO:
        return False
    raise BadCell("bad_flag")


def standing_of(text: str) -> Standing:
    """What a word in a status column means.

    Raises:
        BadCell: where it is not known.
    """
    standing = STANDINGS.get(plain(text))
    if standing is None:
        raise BadCell("bad_status")
    return standing


def is_rounded_number(text: str) -> bool:
    """Whether a spreadsheet has rounded a long number (`9.99E+11`), so that it is nobody's."""
    return "+" in text and _ROUNDED_NUMBER.fullmatch(text) is not None


def rating_of(score: str, scale_name: str, words: str, form: str) -> Rated:
    """How content the customer was; `(估)` or `est` marks an agent's estimate.

    Args:
        score: as `4`, `4.0`, `4分` or `满意`; a word as `未评价` where the customer was asked in
            vain; empty where only words were given.
        scale_name: `five`, `hotline` or `after_sales`; a number without one is of five, a label
            or a word without one is of its form's scale.
        words: the customer's own words.
        form: the ticket's form.

    Raises:
        BadCell: where the score is not on that scale.
    """
    scale = _scale(scale_name)
    if not score:
        return Rated(scale or Scale.FIVE, {}, words)
    if plain(score) in UNANSWERED:
        return Rated(scale or SCALES.get(form, Scale.FIVE), {}, words, Provenance.UNANSWERED)
    text = unicodedata.normalize("NFKC", score).strip()
    label = _ESTIMATE.sub("", text)
    provenance = Provenance.CUSTOMER if label == text else Provenance.ESTIMATE
    if found := _SCORE.fullmatch(label):
        scale, value = scale or Scale.FIVE, int(found[1])
    else:
        scale = scale or SCALES.get(form, Scale.FIVE)
        value = LEVELS[scale].get(plain(label), 0)
    if not 1 <= value <= (max(LEVELS[scale].values(), default=_TOP_SCORE)):
        raise BadCell("bad_score", scale=scale.value)
    return Rated(scale, {OVERALL: value}, words, provenance)


def transfers_of(
    text: str, opened: datetime | None, times: TimeReader
) -> int | tuple[Handover, ...] | str:
    """What a cell tells of transfers.

    Returns:
        Their count; or each with its time, as `14:30 技术支持；16:00 采购`; or the text itself
        where it gives no times, so that it is no more than a remark.

    Raises:
        BadCell: where a time of day stands without a day, and the ticket has none either; where
            the count is more than 99.
    """
    if found := _TRANSFERS.fullmatch(text):
        return int(found[1])
    if text.isdecimal():
        raise BadCell("too_many_transfers")
    handovers: list[Handover] = []
    since = opened
    for part in filter(None, (each.strip() for each in _BETWEEN_HANDOVERS.split(text))):
        found = _HANDOVER.fullmatch(unicodedata.normalize("NFKC", part))
        if not found:
            return text
        since = _moment(found["time"].strip(), since, times)
        handovers.append(Handover(since, found["to"].strip()))
    return tuple(handovers)


def _moment(text: str, since: datetime | None, times: TimeReader) -> datetime:
    if text.count(":") and len(text) <= len("09:15:00"):
        if since is None:
            raise BadCell("time_without_day")
        return times.after(since, text)
    return times.moment(text)


def _scale(name: str) -> Scale | None:
    if not name:
        return None
    try:
        return SCALES[plain(name)]
    except KeyError:
        raise BadCell("bad_scale") from None
