"""What single cells say."""

import pytest

from cstui.domain.acts import Provenance, Rated, Scale
from cstui.exchange.cells import (
    flag_of,
    is_rounded_number,
    rating_of,
    seconds_of,
    standing_of,
    transfers_of,
)
from cstui.exchange.fields import Handover
from cstui.exchange.rejects import BadCell
from cstui.exchange.times import TimeReader
from cstui.exchange.words import Standing
from tests.fixtures.exchange.sheets import at

TIMES = TimeReader("Asia/Shanghai", None)


@pytest.mark.parametrize(
    ("text", "seconds"), [("90", 90), ("90.4", 90), ("0:01:30", 90), ("49:30:00", 178_200)]
)
def test_durations(text: str, seconds: int) -> None:
    """A number of seconds, or hours, minutes and seconds."""
    assert seconds_of(text) == seconds


@pytest.mark.parametrize(
    "text", ["1:30", "soon", "nan", "inf", "1e20", "-1e20", "9999999:00:00", "9" * 5000 + ":00:00"]
)
def test_what_is_no_duration(text: str) -> None:
    """Two parts could be minutes or hours: that is not guessed; none is longer than a century."""
    with pytest.raises(BadCell, match="bad_duration"):
        seconds_of(text)


@pytest.mark.parametrize(
    ("text", "flag"), [("Y", True), ("是", True), ("ＹＥＳ", True), ("No", False), ("否", False)]
)
def test_flags(text: str, flag: bool) -> None:
    """Yes and no in both languages, whatever their case and width."""
    assert flag_of(text) is flag


def test_what_is_no_flag() -> None:
    """Anything else needs to be told."""
    with pytest.raises(BadCell, match="bad_flag"):
        flag_of("maybe")


@pytest.mark.parametrize(
    ("word", "standing"),
    [
        ("Closed", Standing.DONE),
        ("已关闭", Standing.DONE),
        ("Pending Customer Response", Standing.WAITING),
        ("处理中", Standing.OPEN),
        ("未接", Standing.ABANDONED),
    ],
)
def test_status_words(word: str, standing: Standing) -> None:
    """Both languages say the same."""
    assert standing_of(word) is standing


@pytest.mark.parametrize(
    ("score", "scale", "form", "expected"),
    [
        ("4", "", "response", Rated(Scale.FIVE, {"overall": 4})),
        ("4.0", "", "hotline", Rated(Scale.FIVE, {"overall": 4})),
        ("４分", "", "response", Rated(Scale.FIVE, {"overall": 4})),
        ("一般", "", "hotline", Rated(Scale.HOTLINE, {"overall": 2})),
        ("基本满意", "after_sales", "", Rated(Scale.AFTER_SALES, {"overall": 2})),
        ("2", "after_sales", "", Rated(Scale.AFTER_SALES, {"overall": 2})),
        (
            "满意（坐席估计）",
            "hotline",
            "",
            Rated(Scale.HOTLINE, {"overall": 3}, provenance=Provenance.ESTIMATE),
        ),
        ("未评价", "", "response", Rated(Scale.FIVE, provenance=Provenance.UNANSWERED)),
        ("No answer", "", "hotline", Rated(Scale.HOTLINE, provenance=Provenance.UNANSWERED)),
    ],
)
def test_scores_keep_their_scale(score: str, scale: str, form: str, expected: Rated) -> None:
    """Numbers are of five, labels and words of the scale that is told or of their form's."""
    assert rating_of(score, scale, "", form) == expected


@pytest.mark.parametrize(
    "score", ["4（估）", "4分 估计", "4 est", "4 (Estimate)", "4.0(estimated)"]
)
def test_estimates_of_a_score(score: str) -> None:
    """However they are marked, they stay apart from customers' own scores."""
    estimate = Rated(Scale.FIVE, {"overall": 4}, provenance=Provenance.ESTIMATE)
    assert rating_of(score, "", "", "response") == estimate


@pytest.mark.parametrize(
    ("score", "scale"), [("6", ""), ("0", ""), ("3.5", ""), ("满意", ""), ("4", "hotline")]
)
def test_scores_that_are_not_on_their_scale(score: str, scale: str) -> None:
    """A label without a scale could be of two; it is not guessed."""
    with pytest.raises(BadCell, match="bad_score"):
        rating_of(score, scale, "", "response")


def test_words_without_a_score() -> None:
    """What the customer said is kept where no score was given."""
    assert rating_of("", "", "很快", "") == Rated(Scale.FIVE, {}, "很快")


def test_transfers_with_times() -> None:
    """Each hand-over with its time and to whom; times follow one another."""
    told = transfers_of("14:30 技术支持；00:10 采购", at("2023-10-01 14:00"), TIMES)
    assert told == (
        Handover(at("2023-10-01 14:30"), "技术支持"),
        Handover(at("2023-10-02 00:10"), "采购"),
    )


def test_transfers_without_times() -> None:
    """A number is how many there were; any other text is a remark."""
    assert transfers_of("2", None, TIMES) == transfers_of("0２", None, TIMES) == 2
    assert transfers_of("²", None, TIMES) == "²"
    assert transfers_of("转技术支持", None, TIMES) == "转技术支持"
    with pytest.raises(BadCell, match="time_without_day"):
        transfers_of("14:30 技术支持", None, TIMES)


@pytest.mark.parametrize("text", ["100", "3000000", "9" * 5000])
def test_nobody_is_transferred_so_often(text: str) -> None:
    """Each transfer becomes an event: a slip of the pen must not make a million of them."""
    with pytest.raises(BadCell, match="too_many_transfers"):
        transfers_of(text, None, TIMES)


@pytest.mark.parametrize(
    ("text", "rounded"), [("9.99E+11", True), ("6E+11", True), ("E5+3", False), ("13800", False)]
)
def test_numbers_that_a_spreadsheet_has_rounded(text: str, rounded: bool) -> None:
    """Many customers share such a number: it is none."""
    assert is_rounded_number(text) is rounded
