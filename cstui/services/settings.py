"""A team's settings: defaults, and over them what the team has set, each from some day on."""

import json
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from cstui.domain.errors import InputError
from cstui.domain.people import Person, Role
from cstui.ports import Setting

_PEOPLE = "people."
POLICY, CALENDAR, FORM = "policy.", "calendar.", "form."
"""Before the name of a policy: its limits; of a calendar: its hours; of a form: its policy."""


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
        threshold=value("threshold"),
        channels=tuple(value("channels")),
        priorities=tuple(value("priorities")),
        types={top: tuple(below) for top, below in value("types").items()},
        people={
            key.removeprefix(_PEOPLE): _person(key.removeprefix(_PEOPLE), told)
            for key, told in values.items()
            if key.startswith(_PEOPLE)
        },
    )


def in_force(made: Iterable[Setting], day: str) -> dict[str, Any]:
    """The value by key that holds on a day."""
    begun = [setting for setting in made if setting.effective <= day]
    begun.sort(key=lambda setting: setting.effective)
    return {setting.key: setting.value for setting in begun}


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
            _zone(zone)
        case "language", "en" | "zh":
            pass
        case "allow_as", bool():
            pass
        case "threshold", int(seconds) if seconds > 0 and not isinstance(value, bool):
            pass
        case (("channels" | "priorities"), [*words]) if words and _all_texts(words):
            pass
        case "types", dict(types) if types and all(_all_texts(below) for below in types.values()):
            pass
        case str(), dict(told) if key.startswith(_PEOPLE) and key != _PEOPLE:
            _person(key.removeprefix(_PEOPLE), told)
        case str(), dict() if key.startswith((POLICY, CALENDAR)) and not key.endswith("."):
            _plain(key, value)
        case str(), str() if key.startswith(FORM) and key != FORM:
            pass
        case _ if key in _KEYS or key.startswith((_PEOPLE, POLICY, CALENDAR, FORM)):
            raise InputError("setting_value", name=key, value=value)
        case _:
            raise InputError("setting_unknown", name=key, known=", ".join(_KEYS))


_KEYS = ("zone", "language", "allow_as", "threshold", "channels", "priorities", "types")


def _all_texts(words: object) -> bool:
    return isinstance(words, list) and all(isinstance(word, str) and word for word in words)


def _plain(key: str, value: object) -> None:
    """TOML knows days and times, which a setting must put in quotes."""
    try:
        json.dumps(value)
    except TypeError as error:
        raise InputError("setting_value", name=key, value=value) from error


def _zone(name: str) -> None:
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError) as error:
        raise InputError("zone_unknown", zone=name) from error


def _person(login: str, told: Mapping[str, Any]) -> Person:
    if set(told) - {"name", "role", "team"} or told.get("role", "agent") not in set(Role):
        raise InputError("setting_person", login=login)
    return Person(
        login, told.get("name", ""), Role(told.get("role", "agent")), told.get("team", "")
    )
