"""Moments as people and sheets write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cstui.clock.instants import from_epoch, minute_text
from cstui.clock.written import DateOrder, parse_instant, possible_date_orders
from cstui.domain.errors import InputError
from tests.fixtures.times import ZONE, at

UNDERSTOOD = {
    "2023-10-01 09:15": "2023-10-01T09:15:00",
    " 2023-10-01  9:15:07 ": "2023-10-01T09:15:07",
    "2023-10-0109:15": "2023-10-01T09:15:00",
    "2023/10/1 9:15": "2023-10-01T09:15:00",
    "2023.10.1 9:15": "2023-10-01T09:15:00",
    "2023年10月1日 14时30分": "2023-10-01T14:30:00",
    "2023年10月1日14时30分20秒": "2023-10-01T14:30:20",
    "2023年10月1日下午2点": "2023-10-01T14:00:00",
    "2023年10月1日 上午12:05": "2023-10-01T00:05:00",
    "２０２３－１０－０１ ０９：１５": "2023-10-01T09:15:00",
    "2023-10-01": "2023-10-01T00:00:00",
    "2023-10-01 24:00": "2023-10-02T00:00:00",
    "2023-10-01 09:15:07.25": "2023-10-01T09:15:07",
    "2023-10-01 2:05 PM": "2023-10-01T14:05:00",
    "20231001": "2023-10-01T00:00:00",
    "202310010915": "2023-10-01T09:15:00",
    "20231001T091507": "2023-10-01T09:15:07",
    "231001 9:15": "2023-10-01T09:15:00",
    "990101 0:00:31": "1999-01-01T00:00:31",
    "23/10/01 9:15": "2023-10-01T09:15:00",
    "1 Oct 2023 9:15 pm": "2023-10-01T21:15:00",
    "Oct 1, 2023": "2023-10-01T00:00:00",
    "01-Oct-23 09:15": "2023-10-01T09:15:00",
    "2023-10-01T01:15:00Z": "2023-10-01T09:15:00",
    "2023-10-01T03:15:00.500+02:00": "2023-10-01T09:15:00",
}

REFUSED = {
    "": "bad_instant",
    "about an hour": "bad_instant",
    "12:30": "bad_instant",
    "2023": "bad_instant",
    "2023-13-01": "bad_instant",
    "2023-02-29 10:00": "bad_instant",
    "2023-10-01 25:00": "bad_instant",
    "2023-10-01 14:30 am": "bad_instant",
    "2023-10-01 9": "bad_instant",
    "2023-10-01 9:1530": "bad_instant",
    "2023/10/110:15": "bad_instant",
    "1 Foo 2023": "bad_instant",
    "2023-10-01T09:15:00+99:00": "bad_instant",
    "01/10/2023 09:15": "unclear_date_order",
    "1023-10-01": "instant_range",
    "21000101": "instant_range",
}


@pytest.mark.parametrize(("text", "meaning"), UNDERSTOOD.items())
def test_what_sheets_hold_is_understood(text: str, meaning: str) -> None:
    """Each way of writing a moment means one thing."""
    assert parse_instant(text, ZONE).isoformat() == f"{meaning}+08:00"


@pytest.mark.parametrize(("text", "key"), REFUSED.items())
def test_what_is_no_moment_is_refused(text: str, key: str) -> None:
    """A text that is no moment, or could be two, is refused with the reason."""
    with pytest.raises(InputError) as caught:
        parse_instant(text, ZONE)
    assert caught.value.key == key


@pytest.mark.parametrize(
    ("text", "order", "day"),
    [
        ("01/10/2023 9:15", "dmy", "2023-10-01"),
        ("01/10/2023 9:15", "mdy", "2023-01-10"),
        ("1.10.23 9:15", "dmy", "2023-10-01"),
        ("01/10/202309:15", "dmy", "2023-10-01"),
        ("01102023 9:15", "dmy", "2023-10-01"),
        ("10012023 9:15", "mdy", "2023-10-01"),
        ("2023-10-01 9:15", "mdy", "2023-10-01"),
    ],
)
def test_the_date_order_is_the_sheets(text: str, order: DateOrder, day: str) -> None:
    """A sheet's date order counts, except where a year of four digits stands in front."""
    assert parse_instant(text, ZONE, order) == at(f"{day} 09:15")


def test_a_bare_time_belongs_to_its_day() -> None:
    """`09:25` alone is a time of the day that is given with it."""
    assert parse_instant("9:25", ZONE, on=at("2023-10-01 09:15")) == at("2023-10-01 09:25")


@pytest.mark.parametrize(
    ("texts", "orders"),
    [
        (["2023-10-01", "2023-10-02 9:15"], ["ymd"]),
        (["01/02/2023", "13/02/2023"], ["dmy"]),
        (["01/02/2023", "01/13/2023"], ["mdy"]),
        (["01/02/2023"], ["dmy", "mdy"]),
        (["05/05/2023"], ["dmy"]),
        (["01/02/03"], ["ymd", "dmy", "mdy"]),
        (["a while ago"], []),
    ],
)
def test_possible_orders_differ_in_meaning(texts: list[str], orders: list[str]) -> None:
    """Of orders that mean the same, one is told; more than one must be asked about."""
    assert list(possible_date_orders(texts)) == orders


@given(st.integers(0, 4_000_000_000).map(lambda seconds: seconds - seconds % 60))
def test_what_is_printed_is_read_again(seconds: int) -> None:
    """A printed minute means the moment that it was printed from."""
    moment = from_epoch(seconds, ZONE)
    assert parse_instant(minute_text(moment, ZONE), ZONE) == moment


@given(st.text(max_size=20))
def test_any_text_is_read_or_refused(text: str) -> None:
    """Nothing that somebody may type ends in another failure than a refusal."""
    try:
        parse_instant(text, ZONE)
    except InputError as error:
        assert error.key in {"bad_instant", "unclear_date_order", "instant_range"}
