"""A team's settings: defaults, and over them what the team has set, each from some day on."""

from collections.abc import Iterable, Mapping
from typing import Any

from msgspec import Struct, field

from cstui.clock.durations import parse_duration
from cstui.domain.assignment import AssignmentRule
from cstui.domain.dispositions import Disposition
from cstui.domain.forms import FORMS
from cstui.domain.people import Person
from cstui.ports import Setting
from cstui.services.settings.readers import (
    assignment_of,
    dispositions_of,
    person_of,
    required_of,
    words_by_name,
)

PEOPLE, POLICY, CALENDAR, FORM = "people.", "policy.", "calendar.", "form."
"""Before a login: who that is; before the name of a policy: its limits; of a calendar: its hours;
of a form: its policy."""
NAMED = (PEOPLE, POLICY, CALENDAR, FORM)
"""Beginnings of all keys that end in a name."""

_TABLES = ("types", "urgency", "snippets", "required", "targets", "benchmarks", "alarms")


class Settings(Struct, frozen=True):
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
    dispositions: tuple[Disposition, ...]
    """How a call may end, in the order of the digit keys; at least one, at most nine."""
    urgency: Mapping[str, tuple[str, ...]]
    """Words in what a caller says that speak for a priority, by priority; the first that has one
    counts."""
    calming: tuple[str, ...]
    """Phrases for a caller who is upset."""
    greeting: str
    """What is said on picking up; `{name}` stands for the agent's name."""
    repeat_back: str
    """How a problem is repeated to the caller; `{problem}` stands for it."""
    snippets: Mapping[str, str]
    """Texts by abbreviation, with the placeholders of `SNIPPET_PLACEHOLDERS`."""
    required: Mapping[str, tuple[str, ...]]
    """Fields without which a form is not saved, by form; of every form that can be filled in."""
    assignment: tuple[AssignmentRule, ...]
    """Who is given a ticket; of the rules that fit, the first counts."""
    callback_falls: int
    """Working seconds after which a call back that was not made is the whole team's."""
    escalate_lead: int
    """Seconds that a ticket is late until its team's lead is to know."""
    escalate_manager: int
    """And until whoever stands above the teams is."""
    repeat_days: int
    """Days within which another call by the same customer about the same type is a repeated one."""
    survey_days: int
    """Days within which a customer is not asked again how content they are."""
    answer_within: int
    """Seconds within which a call is to be answered, for the service level."""
    service_level: str
    """How it is counted, `F1` to `F5`."""
    shrinkage: float
    """Share of paid time in which agents are not at the telephone."""
    max_occupancy: float
    """Share of their time for which agents at the telephone may be busy."""
    targets: Mapping[str, str]
    """What figures are to reach, by their short names, as typed: `25 min`, `90 %`, `4.5`."""
    benchmarks: Mapping[str, str]
    """What is usual in the trade."""
    alarms: Mapping[str, str]
    """Past what a figure raises an alarm."""
    tags: tuple[str, ...]
    requests: tuple[str, ...]
    """What callers ask for: repair, refund, an apology."""
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
        by_language = isinstance(default, Mapping) and language in default
        return values.get(key, default[language] if by_language else default)

    return Settings(
        zone=value("zone"),
        language=language,
        allow_as=value("allow_as"),
        threshold=threshold_seconds(value("threshold")),
        channels=tuple(value("channels")),
        priorities=tuple(value("priorities")),
        types=words_by_name("types", value("types")),
        dispositions=dispositions_of("dispositions", value("dispositions")),
        urgency=words_by_name("urgency", value("urgency")),
        calming=tuple(value("calming")),
        greeting=value("greeting"),
        repeat_back=value("repeat_back"),
        snippets=dict(value("snippets")),
        required=_forms_required() | required_of("required", values.get("required", {})),
        assignment=assignment_of("assignment", value("assignment")),
        callback_falls=parse_duration(value("callback_falls")),
        escalate_lead=parse_duration(value("escalate_lead")),
        escalate_manager=parse_duration(value("escalate_manager")),
        repeat_days=value("repeat_days"),
        survey_days=value("survey_days"),
        answer_within=parse_duration(value("answer_within")),
        service_level=value("service_level"),
        shrinkage=value("shrinkage") / 100,
        max_occupancy=value("max_occupancy") / 100,
        targets=dict(value("targets")),
        benchmarks=dict(value("benchmarks")),
        alarms=dict(value("alarms")),
        tags=tuple(value("tags")),
        requests=tuple(value("requests")),
        people=people_of(values),
    )


def path_of(key: str) -> tuple[str, ...]:
    """Where a setting stands in a file: `("people", "li")` for `people.li`."""
    group, dot, name = key.partition(".")
    return (group, name) if group + dot in NAMED else (key,)


def is_table(key: str) -> bool:
    """Whether a setting's value is a table: names with their values."""
    group = path_of(key)[0]
    return f"{group}." in (PEOPLE, POLICY, CALENDAR) or key in _TABLES


def threshold_seconds(value: object) -> int:
    """The seconds of a threshold as it is kept: `30 min`, or a bare number of seconds."""
    return value if isinstance(value, int) else parse_duration(str(value))


def in_force(made: Iterable[Setting], day: str) -> dict[str, Any]:
    """The value by key that holds on a day."""
    begun = [setting for setting in made if setting.effective <= day]
    begun.sort(key=lambda setting: setting.effective)
    return {setting.key: setting.value for setting in begun}


def people_of(values: Mapping[str, Any]) -> dict[str, Person]:
    """Everybody whom some settings name, by login."""
    return {
        login: person_of(login, told)
        for key, told in values.items()
        if (login := key.removeprefix(PEOPLE)) != key
    }


def _forms_required() -> dict[str, tuple[str, ...]]:
    """What the forms themselves ask for."""
    return {
        form.name: tuple(asked.name for asked in form.fields if asked.required)
        for form in FORMS.values()
    }
