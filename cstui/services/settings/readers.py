"""The values of settings, read from what TOML or the store holds; each says what is wrong with it.

Every reader takes the setting's key, by which a failure names it, and the value.
"""

import string
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from cstui.clock.durations import parse_duration
from cstui.domain.assignment import AssignmentRule
from cstui.domain.dispositions import MOST, Disposition, Outcome
from cstui.domain.errors import InputError, NotFound
from cstui.domain.forms import FORMS
from cstui.domain.people import Person, Role
from cstui.services.settings.toml_text import written

GREETING_PLACEHOLDERS = ("name",)
"""What the greeting may stand in for: the agent's own name."""
REPEAT_PLACEHOLDERS = ("problem",)
"""What the repeat-back may stand in for: the problem as it was written down."""
SNIPPET_PLACEHOLDERS = (
    "customer", "phone_tail", "order", "agent", "problem", "request", "promise", "date", "time",
)  # fmt: skip
"""What a snippet may stand in for: the caller's name, last four digits and order number; who takes
the call; the problem, the request and the time promised, as written down; today's date, the time
of day."""

SERVICE_LEVELS = ("F1", "F2", "F3", "F4", "F5")
"""The ways to count the service level."""

_RULE_LISTS, _RULE_TEXTS = ("types", "priorities", "forms"), ("team", "skill", "to")
_BRIEF = 60
"""So many letters of a wrong value are shown."""
_OF_A_PERSON = {"name", "role", "team", "skills"}


def text_of(key: str, value: object) -> str:
    """A text that says something."""
    if not isinstance(value, str) or not value.strip():
        raise InputError("setting_text", name=key, value=brief(value))
    return value


def texts_of(key: str, value: object) -> tuple[str, ...]:
    """Texts, each of them once."""
    if not isinstance(value, Sequence) or isinstance(value, str):
        raise InputError("setting_texts", name=key, value=brief(value))
    words = tuple(text_of(key, word) for word in value)
    once(key, words)
    return words


def words_of(key: str, value: object) -> tuple[str, ...]:
    """Texts, at least one."""
    words = texts_of(key, value)
    if not words:
        raise InputError("setting_empty", name=key)
    return words


def table_of(key: str, value: object) -> Mapping[str, Any]:
    """A table."""
    if not isinstance(value, Mapping):
        raise InputError("setting_table", name=key, value=brief(value))
    return value


def types_of(key: str, value: object) -> dict[str, tuple[str, ...]]:
    """Subtypes by type, at least one type."""
    types = words_by_name(key, value)
    if not types:
        raise InputError("setting_empty", name=key)
    return types


def words_by_name(key: str, value: object) -> dict[str, tuple[str, ...]]:
    """Lists of texts by name."""
    return {
        text_of(key, name): texts_of(key, words) for name, words in table_of(key, value).items()
    }


def script_of(key: str, value: object, placeholders: Sequence[str]) -> str:
    """A text with placeholders, as `{name}`; a brace itself is written twice."""
    text = text_of(key, value)
    try:
        parts = list(string.Formatter().parse(text))
    except ValueError as error:
        raise InputError("setting_braces", name=key, text=text) from error
    for _, name, form, conversion in parts:
        if name is not None and (name not in placeholders or form or conversion):
            known = ", ".join(f"{{{each}}}" for each in placeholders)
            raise InputError("setting_placeholder", name=key, placeholder=name, known=known)
    return text


def snippets_of(key: str, value: object) -> dict[str, str]:
    """Texts by abbreviation."""
    snippets = table_of(key, value)
    for abbreviation in snippets:
        if not abbreviation or abbreviation.split() != [abbreviation]:
            raise InputError("snippet_name", name=key, abbreviation=abbreviation)
    return {
        abbreviation: script_of(f"{key}.{abbreviation}", text, SNIPPET_PLACEHOLDERS)
        for abbreviation, text in snippets.items()
    }


def dispositions_of(key: str, value: object) -> tuple[Disposition, ...]:
    """The keys that end a call, in the order of their digits."""
    if not isinstance(value, Sequence) or isinstance(value, str):
        raise InputError("disposition_form", name=key, outcomes=_among(Outcome))
    found = tuple(_disposition(key, told) for told in value)
    once(key, [one.name for one in found])
    if not found:
        raise InputError("setting_empty", name=key)
    if len(found) > MOST:
        raise InputError("dispositions_most", name=key, count=len(found), most=MOST)
    return found


def _disposition(key: str, told: object) -> Disposition:
    match told:
        case {"name": str(name), "does": str(does), **other} if name.strip() and not other:
            if does in set(Outcome):
                return Disposition(name, Outcome(does))
            raise InputError("disposition_does", name=name, does=does, outcomes=_among(Outcome))
    raise InputError("disposition_form", name=key, outcomes=_among(Outcome))


def required_of(key: str, value: object) -> dict[str, tuple[str, ...]]:
    """Fields without which a form is not saved, by form."""
    wanted = words_by_name(key, value)
    for form, names in wanted.items():
        if form not in FORMS:
            raise InputError("unknown_form", name=form, known=", ".join(FORMS))
        for name in names:
            try:
                FORMS[form].field(name)
            except NotFound as error:
                known = ", ".join(field.name for field in FORMS[form].fields)
                raise InputError("form_field", form=form, name=name, known=known) from error
    return wanted


def assignment_of(key: str, value: object) -> tuple[AssignmentRule, ...]:
    """The rules of assignment, in the order in which they are looked at."""
    if not isinstance(value, Sequence) or isinstance(value, str):
        raise InputError("setting_rules", name=key)
    return tuple(_rule(key, number, told) for number, told in enumerate(value, 1))


def _rule(key: str, number: int, told: object) -> AssignmentRule:
    if not isinstance(told, Mapping):
        raise InputError("setting_rules", name=key)
    known = (*_RULE_LISTS, *_RULE_TEXTS)
    if unknown := [part for part in told if part not in known]:
        raise InputError("rule_part", number=number, part=unknown[0], known=", ".join(known))
    if not any(part in told for part in _RULE_TEXTS):
        raise InputError("rule_for_nobody", number=number)
    types, priorities, forms = (
        words_of(key, told[part]) if part in told else () for part in _RULE_LISTS
    )
    team, skill, to = (text_of(key, told[part]) if part in told else "" for part in _RULE_TEXTS)
    return AssignmentRule(types, priorities, forms, team, skill, to)


def days_of(key: str, value: object) -> int:
    """A whole number of days."""
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise InputError("setting_days", name=key, value=brief(value))
    return value


def service_level_of(key: str, value: object) -> str:
    """One of the ways to count the service level."""
    if value not in SERVICE_LEVELS:
        known = ", ".join(SERVICE_LEVELS)
        raise InputError("setting_service_level", name=key, value=brief(value), known=known)
    return str(value)


def aims_of(key: str, value: object) -> dict[str, str]:
    """Values of figures by their short names."""
    # the figures come with numpy, which a session needs only when somebody sets one
    from cstui.metrics.aims import aim

    aims = {text_of(key, name): str(told) for name, told in table_of(key, value).items()}
    for name, told in aims.items():
        aim(name, told)
    return aims


def percent_of(key: str, value: object, least: int, most: int) -> int:
    """A whole number of percent."""
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
        raise InputError("setting_percent", name=key, value=brief(value), least=least, most=most)
    return value


def switch_of(key: str, value: object) -> bool:
    """Yes or no."""
    if not isinstance(value, bool):
        raise InputError("setting_switch", name=key, value=brief(value))
    return value


def length_of(key: str, value: object) -> int:
    """A length of time in seconds: `30 min`."""
    seconds = parse_duration(str(value))
    if seconds < 1:
        raise InputError("setting_value", name=key, value=brief(value))
    return seconds


def person_of(login: str, value: object) -> Person:
    """Somebody who works here."""
    told: Mapping[str, Any] = value if isinstance(value, Mapping) else {"": value}
    role = told.get("role", Role.AGENT)
    plain = all(isinstance(part, str) for name, part in told.items() if name != "skills")
    if not plain or not set(told) <= _OF_A_PERSON or role not in set(Role):
        raise InputError("setting_person", login=login)
    skills = texts_of(f"people.{login}", told.get("skills", ()))
    return Person(login, told.get("name", ""), Role(role), told.get("team", ""), skills)


def once(key: str, words: Sequence[str]) -> None:
    """A word that is offered twice would have two figures in a report that look like one."""
    for number, word in enumerate(words):
        if word in words[:number]:
            raise InputError("setting_repeated", name=key, word=word)


def brief(value: object) -> str:
    """A value as a sentence names it, as TOML writes it, cut where it is long."""
    text = written(value)
    return text if len(text) <= _BRIEF else f"{text[:_BRIEF]}…"


def _among(words: Iterable[str]) -> str:
    return ", ".join(words)
