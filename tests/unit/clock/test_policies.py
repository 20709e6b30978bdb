"""The limits that come with the program, and how they are read."""

from typing import Any

import pytest

from cstui.clock.durations import exact_text, parse_duration
from cstui.clock.policies import policy_of
from cstui.clock.policy import ClockName, Level
from cstui.domain.acts import Submitted
from cstui.domain.errors import InputError, NotFound
from cstui.domain.ticket import Header, Ticket
from tests.fixtures.times import at, event, policies

MINUTE, HOUR = 60, 3600


@pytest.mark.parametrize(
    ("policy", "priority", "clock", "limit"),
    [
        ("hotline", "高", "greeting", 10),
        ("hotline", "中", "accept", 2 * HOUR),
        ("hotline", "低", "resolution", 48 * HOUR),
        ("hotline", "", "revisit", 24 * HOUR),
        ("hotline", "高", "first_response", None),
        ("response", "", "first_response", 30 * MINUTE),
        ("after_sales", "紧急", "first_response", 15 * MINUTE),
        ("after_sales", "一般", "first_response", 2 * HOUR),
        ("after_sales", "低优先级", "first_response", 2 * HOUR),
        ("after_sales", "紧急", "update", 4 * HOUR),
        ("after_sales", "一般", "update", 24 * HOUR),
        ("graded", "P1", "first_response", 5 * MINUTE),
        ("graded", "P1", "resolution", 2 * HOUR),
        ("graded", "P2", "first_response", 15 * MINUTE),
        ("graded", "P2", "resolution", 24 * HOUR),
        ("graded", "P2", "update", 4 * HOUR),
        ("graded", "P3", "first_response", 24 * HOUR),
        ("graded", "P3", "resolution", None),
        ("satisfaction", "", "first_response", None),
    ],
)
def test_the_forms_limits_hold(policy: str, priority: str, clock: str, limit: int | None) -> None:
    """Each form's own limits are those of its policy."""
    assert getattr(policies().latest(policy).limits(priority), clock) == limit


@pytest.mark.parametrize(
    ("word", "level"),
    [
        ("紧急", Level.URGENT),
        ("Urgent", Level.URGENT),
        ("HIGH", Level.URGENT),
        ("ｐ１", Level.URGENT),
        (" 高 ", Level.URGENT),
        ("Medium", Level.NORMAL),
        ("低", Level.LOW),
        ("", Level.NORMAL),
        ("whatever", Level.NORMAL),
    ],
)
def test_levels_in_the_words_of_all_forms(word: str, level: Level) -> None:
    """Either language's words, in any letters, name a level; any other word is normal."""
    assert policies().latest("response").level(word) is level


def test_each_form_has_its_policy() -> None:
    """A form goes by its own policy, any other by the response form's."""
    moment = at("2026-05-06 09:00")
    assert policies().of("after_sales", moment).name == "after_sales"
    assert policies().of("something", moment).name == "response"
    assert policies().with_form("something", "graded").of("something", moment).name == "graded"
    with pytest.raises(NotFound):
        policies().with_form("something", "lenient")


def test_a_change_of_limits_alters_no_past_verdict() -> None:
    """A ticket keeps its limits; one without goes by those of the day on which it began."""
    book = policies().with_version(
        "response", "2026-06-01", {"limits": {"first_response": "15 min"}}
    )
    kept = Ticket(Header("response", policy="response@2020-01-01"))
    earlier = Ticket(Header("response"), (event("2026-05-31 23:59", Submitted()),))
    later = Ticket(Header("response"), (event("2026-06-01 00:00", Submitted()),))
    limits = [book.governing(each).limits("").first_response for each in (kept, earlier, later)]
    assert limits == [1800, 1800, 900]


@pytest.mark.parametrize("day", ["2020-01-01", "2026-06-01"])
def test_limits_that_hold_from_a_day_on_are_not_defined_anew(day: str) -> None:
    """Neither those that come with the program nor a team's own: choose another day."""
    book = policies().with_version(
        "response", "2026-06-01", {"limits": {"first_response": "15 min"}}
    )
    with pytest.raises(InputError) as caught:
        book.with_version("response", day, {"limits": {"first_response": "10 min"}})
    assert caught.value.key == "version_taken"
    assert book.named("response@2026-06-01").limits("").first_response == 900


def test_before_the_first_version_the_first_one_counts() -> None:
    """Tickets older than every version go by the oldest one."""
    assert policies().of("response", at("1999-01-01")).ref == "response@2020-01-01"


@pytest.mark.parametrize(
    ("definition", "key"),
    [
        ({"limits": {"first_respnse": "15 min"}}, "unknown_part"),
        ({"limits": {"update": {"P1": "4 h"}}}, "unknown_part"),
        ({"limits": {"update": "soon"}}, "bad_duration"),
        ({"pauses": ["first_response"]}, "unknown_part"),
        ({"hours": "sometimes"}, "unknown_part"),
        ({"warn_share": 1.5}, "bad_share"),
        ({"warn_share": "most"}, "bad_definition"),
        ({"limits": ["update"]}, "bad_definition"),
        ({"colour": "red"}, "unknown_part"),
        ({"periodic": {"first_day": 6}}, "bad_definition"),
        ({"periodic": {"first_day": 0}}, "bad_definition"),
        ({"periodic": {"types": "保养"}}, "bad_definition"),
        ({"periodic": {"day": 3}}, "unknown_part"),
    ],
)
def test_definitions_that_cannot_be_used_are_refused(definition: dict[str, Any], key: str) -> None:
    """A slip of the pen in a setting is told; it never loses a limit in silence."""
    with pytest.raises(InputError) as caught:
        policy_of("own", "2026-01-01", definition, {})
    assert caught.value.key == key


def test_only_some_waits_pause() -> None:
    """Waits pause the clocks that the policy names, for the reasons that it names."""
    definition = {"pauses": ["resolution"], "pausing_waits": ["客户", "customer"]}
    policy = policy_of("own", "2026-01-01", definition, {})
    assert policy.pausing(ClockName.RESOLUTION, "等客户回复")
    assert not policy.pausing(ClockName.RESOLUTION, "等配件")
    assert not policy.pausing(ClockName.UPDATE, "等客户回复")
    assert not policy.pausing(ClockName.FIRST_RESPONSE, "等客户回复")


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("10 s", 10), ("15min", 900), (" 2 H ", 7200), ("3 d", 259_200), ("１５分钟", 900)],
)
def test_lengths_are_written_with_their_unit(text: str, seconds: int) -> None:
    """A length of time has a unit, in either language."""
    assert parse_duration(text) == seconds


@pytest.mark.parametrize("text", ["", "15", "min", "-5 min", "1.5 h", "9999999 d"])
def test_lengths_without_meaning_are_refused(text: str) -> None:
    """A number alone, or a word alone, is no length of time."""
    with pytest.raises(InputError):
        parse_duration(text)


def test_exact_lengths() -> None:
    """A ledger shows hours, minutes and seconds, however many hours, and what is negative."""
    assert [exact_text(each) for each in (0, 59, 178_200, -61)] == [
        "0:00:00", "0:00:59", "49:30:00", "-0:01:01",
    ]  # fmt: skip
