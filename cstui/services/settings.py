"""A team's settings: defaults, and over them what the team has set, each from some day on."""

import json
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from cstui.clock.durations import parse_duration
from cstui.clock.instants import zone_of
from cstui.domain.errors import InputError
from cstui.domain.people import Person, Role
from cstui.ports import Setting

PEOPLE, POLICY, CALENDAR, FORM = "people.", "policy.", "calendar.", "form."
"""Before a login: who that is; before the name of a policy: its limits; of a calendar: its hours;
of a form: its policy."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What holds on a day."""

    zone: str
    """Name of the site's time zone."""
    language: str
    """Language of the team's own words, `en` or `zh`."""
    allow_as: bool
    """Whether `--as` may name another person."""
    threshold: int
    """Seconds within which a first response is in time."""
    channels: tuple[str, ...]
    priorities: tuple[str, ...]
    types: Mapping[str, tuple[str, ...]]
    """Subtypes by type."""
    people: Mapping[str, Person] = field(default_factory=dict)
    """By login."""

    @property
    def categories(self) -> tuple[str, ...]:
        """All types with their subtypes, as `type/subtype`."""
        return tuple(
            choice
            for top, below in self.types.items()
            for choice in (top, *(f"{top}/{sub}" for sub in below))
        )


def settings_on(defaults: Mapping[str, Any], made: Iterable[Setting], day: str) -> Settings:
    """The settings that hold on a day, as `2026-05-01`; of those for one key, the latest made."""
    values = in_force(made, day)
    language = values.get("language", defaults["language"])

    def value(key: str) -> Any:  # noqa: ANN401
        default = defaults[key]
        return values.get(key, default[language] if isinstance(default, Mapping) else default)

    return Settings(
        zone=value("zone"),
        language=language,
        allow_as=value("allow_as"),
        threshold=threshold_seconds(value("threshold")),
        channels=tuple(value("channels")),
        priorities=tuple(value("priorities")),
        types={top: tuple(below) for top, below in value("types").items()},
        people=_people(values),
    )


def threshold_seconds(value: object) -> int:
    """The seconds of a threshold as it is kept: `30 min`, or a bare number of seconds."""
    return value if isinstance(value, int) else parse_duration(str(value))


def in_force(made: Iterable[Setting], day: str) -> dict[str, Any]:
    """The value by key that holds on a day."""
    begun = [setting for setting in made if setting.effective <= day]
    begun.sort(key=lambda setting: setting.effective)
    return {setting.key: setting.value for setting in begun}


def check_supervisors(kept: Sequence[Setting], made: Sequence[Setting]) -> None:
    """Say no to changes of people after which nobody could change anything any more.

    Raises:
        InputError: `last_supervisor`, when there is no supervisor on the day on which a change
            takes effect, or on a later one on which another change does.
    """
    changed = [setting.effective for setting in made if setting.key.startswith(PEOPLE)]
    together = [*kept, *made]
    for day in sorted({setting.effective for setting in together}):
        if changed and day >= min(changed):
            people = _people(in_force(together, day))
            if not any(person.role is Role.SUPERVISOR for person in people.values()):
                raise InputError("last_supervisor", day=day)


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
    _check(key, value)
    return Setting(key, value, effective, by, at)


def _check(key: str, value: object) -> None:
    match key, value:
        case "zone", str(zone):
            zone_of(zone)
        case "language", "en" | "zh":
            pass
        case "allow_as", bool():
            pass
        case "threshold", _ if parse_duration(str(value)) > 0:
            pass
        case (("channels" | "priorities"), [*words]) if words and _all_texts(words):
            _once(key, words)
        case "types", dict(types) if types and all(_all_texts(below) for below in types.values()):
            for below in types.values():
                _once(key, below)
        case str(), dict(told) if key.startswith(PEOPLE) and key != PEOPLE:
            _person(key.removeprefix(PEOPLE), told)
        case str(), dict(told) if (
            told and key.startswith((POLICY, CALENDAR)) and not key.endswith(".")
        ):
            _plain(key, value)
        case str(), str() if key.startswith(FORM) and key != FORM:
            pass
        case _ if key in _KEYS or key.startswith((PEOPLE, POLICY, CALENDAR, FORM)):
            raise InputError("setting_value", name=key, value=value)
        case _:
            raise InputError("setting_unknown", name=key, known=", ".join(_KEYS))


_KEYS = ("zone", "language", "allow_as", "threshold", "channels", "priorities", "types")


def _all_texts(words: object) -> bool:
    return isinstance(words, list) and all(isinstance(word, str) and word.strip() for word in words)


def _once(key: str, words: Sequence[object]) -> None:
    """A word that is offered twice would have two figures in a report that look like one."""
    for number, word in enumerate(words):
        if word in words[:number]:
            raise InputError("setting_repeated", name=key, word=word)


def _plain(key: str, value: object) -> None:
    """TOML knows days and times, which a setting must put in quotes."""
    try:
        json.dumps(value)
    except TypeError as error:
        raise InputError("setting_value", name=key, value=value) from error


def _people(values: Mapping[str, Any]) -> dict[str, Person]:
    return {
        login: _person(login, told)
        for key, told in values.items()
        if (login := key.removeprefix(PEOPLE)) != key
    }


def _person(login: str, told: Mapping[str, Any]) -> Person:
    role = told.get("role", Role.AGENT)
    texts = all(isinstance(part, str) for part in told.values())
    if not texts or not set(told) <= {"name", "role", "team"} or role not in set(Role):
        raise InputError("setting_person", login=login)
    return Person(login, told.get("name", ""), Role(role), told.get("team", ""))
