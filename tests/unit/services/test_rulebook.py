"""The rules that hold: settings over defaults, and which of them may be added."""

from datetime import UTC, date, datetime

from cstui.domain.acts import Submitted
from cstui.domain.ticket import Header, Ticket
from cstui.ports import Setting
from cstui.services.rulebook import Rulebook, rulebook
from data.resources import read
from tests.fixtures.times import event

NOW = datetime(2026, 5, 1, 9, tzinfo=UTC)
FAST = {"limits": {"first_response": "3 min"}}
FASTER = {"limits": {"first_response": "2 min"}}


def made(key: str, value: object, effective: str = "2026-05-01") -> Setting:
    """A setting that somebody made."""
    return Setting(key, value, effective, "li", NOW)


def rules(*settings: Setting, day: str = "2026-05-01") -> Rulebook:
    """The rules of a day under some settings."""
    return rulebook(
        settings,
        day,
        settings=read("settings"),
        policies=read("policies"),
        calendars=read("calendars"),
    )


def refused(book: Rulebook, *settings: Setting) -> str:
    """The failure by which settings are refused."""
    ((_, error),) = book.problems(settings)
    return error.key


def test_limits_of_a_day_are_settled_once() -> None:
    """Whether they came with the program, were set earlier or are set in the same breath."""
    book = rules(made("policy.gold", FAST))
    assert refused(book, made("policy.gold", FASTER)) == "version_taken"
    assert refused(book, made("policy.response", FAST, "2020-01-01")) == "version_taken"
    silver = made("policy.silver", FAST), made("policy.silver", FASTER)
    assert refused(book, *silver) == "version_taken"
    assert refused(book, made("calendar.cn", {"workdays": [1]}, "2024-01-01")) == "version_taken"


def test_another_day_or_the_same_words_are_taken() -> None:
    """A change counts from a day of its own on; saying the same again changes nothing."""
    book = rules(made("policy.gold", FAST))
    settings = [made("policy.gold", FASTER, "2026-05-02"), made("policy.gold", FAST)]
    assert not list(book.problems(settings))


def test_of_two_definitions_of_one_day_the_first_counts() -> None:
    """Two people may have set it at the same moment; no ticket is judged anew by the second."""
    book = rules(made("policy.gold", FAST), made("policy.gold", FASTER))
    assert book.policies.named("gold@2026-05-01").limits("").first_response == 180


def test_a_form_and_its_limits_must_be_known_whenever_they_count() -> None:
    """A setting for a far day that could not be used then is refused today."""
    book = rules()
    assert refused(book, made("form.hotline", "nosuch", "2099-01-01")) == "unknown_policy"
    assert refused(book, made("form.nonsense", "hotline")) == "unknown_form"
    assert not list(book.problems([made("form.hotline", "gold"), made("policy.gold", FAST)]))


def test_hours_set_anew_keep_the_holidays() -> None:
    """A ticket of a later day goes by the new hours and the known holidays."""
    book = rules(made("calendar.cn", {"hours": ["10:00-16:00"]}))
    kept = book.governed(Ticket(Header("hotline"), (event("2026-05-06 10:00", Submitted()),)))
    assert kept.header.calendar == "cn@2026-05-01"
    calendar = book.calendars.named(kept.header.calendar)
    assert calendar.spans_on(date(2026, 10, 1)) == ()
    assert calendar.spans_on(date(2026, 10, 8)) == ((36_000, 57_600),)
