"""A setting on its way in, looked at by itself: is there such a key, does the value fit it?"""

import json
import tomllib
from collections.abc import Callable, Mapping
from datetime import date, datetime
from difflib import get_close_matches
from functools import partial

from cstui.clock.instants import zone_of
from cstui.domain.errors import InputError
from cstui.ports import Setting
from cstui.services.settings import readers as values
from cstui.services.settings.held import CALENDAR, FORM, NAMED, PEOPLE, POLICY


def setting_from(text: str, effective: str, by: str, at: datetime) -> Setting:
    """The setting that `KEY=VALUE` asks for; the value as TOML writes it, or a bare word.

    Raises:
        InputError: when there is no such key, or the value does not fit it.
    """
    key, found, written = (part.strip() for part in text.partition("="))
    if not found or not written:
        raise InputError("setting_form", text=text)
    try:
        value = tomllib.loads(f"value = {written}")["value"]
    except tomllib.TOMLDecodeError:
        value = written
    check_value(key, value)
    return Setting(key, value, effective, by, at)


def effective_day(text: str, today: date) -> str:
    """The first day on which a setting is to hold, today where none is told.

    A day is written in one form alone, whose order as text is that of the calendar.

    Raises:
        InputError: `setting_day`.
    """
    if not text:
        return today.isoformat()
    try:
        day = date.fromisoformat(text).isoformat()
    except ValueError:
        day = ""
    if day != text:
        raise InputError("setting_day", day=text)
    return day


def check_value(key: str, value: object) -> None:
    """Say no to a value that does not fit its key.

    Raises:
        InputError: when there is no such key, or the value does not fit it.
    """
    if check := CHECKS.get(key):
        check(key, value)
        return
    for beginning, check in _CHECKS_NAMED.items():
        if key.startswith(beginning) and key != beginning:
            check(key, value)
            return
    raise unknown_key(key)


def unknown_key(key: str) -> InputError:
    """There is no such setting; the one that was probably meant is named."""
    groups = (beginning.removesuffix(".") for beginning in NAMED)
    if near := get_close_matches(key, [*CHECKS, *groups], n=1):
        return InputError("setting_unknown_near", name=key, near=near[0])
    return InputError("setting_unknown", name=key, known=", ".join(CHECKS))


def _zone(key: str, value: object) -> None:
    zone_of(values.text_of(key, value))


def _language(key: str, value: object) -> None:
    if value not in ("en", "zh"):
        raise InputError("setting_language", name=key, value=values.brief(value))


def _person(key: str, value: object) -> None:
    values.person_of(key.removeprefix(PEOPLE), value)


def _definition(key: str, value: object) -> None:
    """Limits or hours; TOML knows days and times, which a setting must put in quotes."""
    if not values.table_of(key, value):
        raise InputError("setting_empty", name=key)
    try:
        json.dumps(value)
    except TypeError as error:
        raise InputError("setting_quotes", name=key) from error


Check = Callable[[str, object], object]
"""Takes a key and a value, and raises an `InputError` if they do not fit."""

CHECKS: Mapping[str, Check] = {
    "zone": _zone,
    "language": _language,
    "allow_as": values.switch_of,
    "threshold": values.length_of,
    "channels": values.words_of,
    "priorities": values.words_of,
    "types": values.types_of,
    "dispositions": values.dispositions_of,
    "urgency": values.words_by_name,
    "calming": values.texts_of,
    "greeting": partial(values.script_of, placeholders=values.GREETING_PLACEHOLDERS),
    "repeat_back": partial(values.script_of, placeholders=values.REPEAT_PLACEHOLDERS),
    "snippets": values.snippets_of,
    "required": values.required_of,
    "assignment": values.assignment_of,
    "callback_falls": values.length_of,
    "escalate_lead": values.length_of,
    "escalate_manager": values.length_of,
    "repeat_days": values.days_of,
    "survey_days": values.days_of,
    "answer_within": values.length_of,
    "service_level": values.service_level_of,
    "shrinkage": partial(values.percent_of, least=0, most=90),
    "max_occupancy": partial(values.percent_of, least=10, most=100),
    "targets": values.aims_of,
    "benchmarks": values.aims_of,
    "alarms": values.aims_of,
    "tags": values.texts_of,
    "requests": values.texts_of,
}
"""By the keys that stand for themselves."""

_CHECKS_NAMED: Mapping[str, Check] = {
    PEOPLE: _person,
    POLICY: _definition,
    CALENDAR: _definition,
    FORM: values.text_of,
}
"""By the beginning of keys that end in a name."""
