"""Settings as they may be typed again: what holds on a day, and what begins later."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from msgspec import Struct, field
from msgspec.structs import asdict, replace

from cstui.clock.durations import written_duration
from cstui.clock.policy import Level, Limits, Periodic, Policy
from cstui.domain.assignment import AssignmentRule
from cstui.domain.people import Person
from cstui.ports import Setting
from cstui.services.rulebook import Rulebook
from cstui.services.settings.held import (
    CALENDAR,
    FORM,
    PEOPLE,
    POLICY,
    Settings,
    threshold_seconds,
)


class Overview(Struct, frozen=True):
    """All settings at one moment."""

    shown: Mapping[str, object] = field(default_factory=dict)
    """The value by key of everything that holds today."""
    later: Sequence[Setting] = ()
    """What begins after today, soonest first."""
    seen: int = 0
    """How many settings were ever made."""
    today: date = date.min
    """The day, at the site."""


def overview(rules: Rulebook, kept: Sequence[Setting], today: date) -> Overview:
    """All settings, under the rules of today."""
    later = settings_later(kept, today.isoformat())
    return Overview(settings_shown(rules, today), later, len(kept), today)


def settings_shown(rules: Rulebook, day: date) -> dict[str, object]:
    """The value by key of everything that holds on a day.

    Args:
        rules: the rules of that day.
        day: the day; of a calendar's holidays those of earlier years are left out.
    """
    return _of_the_team(rules.settings) | dict(_named(rules, day))


def _of_the_team(settings: Settings) -> dict[str, object]:
    """What the team as a whole has one value of."""
    return {
        "zone": settings.zone,
        "language": settings.language,
        "allow_as": settings.allow_as,
        "threshold": written_duration(settings.threshold),
        "channels": list(settings.channels),
        "priorities": list(settings.priorities),
        "types": _lists(settings.types),
        "requests": list(settings.requests),
        "tags": list(settings.tags),
        "dispositions": [
            {"name": one.name, "does": one.outcome.value} for one in settings.dispositions
        ],
        "urgency": _lists(settings.urgency),
        "calming": list(settings.calming),
        "greeting": settings.greeting,
        "repeat_back": settings.repeat_back,
        "snippets": dict(settings.snippets),
        "required": _lists(settings.required),
        "assignment": [_rule(rule) for rule in settings.assignment],
        "callback_falls": written_duration(settings.callback_falls),
        "escalate_lead": written_duration(settings.escalate_lead),
        "escalate_manager": written_duration(settings.escalate_manager),
        "repeat_days": settings.repeat_days,
        "survey_days": settings.survey_days,
        "answer_within": written_duration(settings.answer_within),
        "service_level": settings.service_level,
        "shrinkage": round(settings.shrinkage * 100),
        "max_occupancy": round(settings.max_occupancy * 100),
        "targets": dict(settings.targets),
        "benchmarks": dict(settings.benchmarks),
        "alarms": dict(settings.alarms),
    }


def _named(rules: Rulebook, day: date) -> Iterator[tuple[str, object]]:
    """What there are several of, each under its name: people, limits, forms, calendars."""
    policies, calendars = rules.policies, rules.calendars
    for login, person in rules.settings.people.items():
        yield f"{PEOPLE}{login}", _person(person)
    for name in dict.fromkeys(policy.name for policy in policies.versions.items):
        yield f"{POLICY}{name}", _policy(policies.versions.at(name, day))
    for form, policy in policies.forms.items():
        yield f"{FORM}{form}", policy
    for name in dict.fromkeys(schedule.name for schedule in calendars.versions.items):
        definition = calendars.definitions[calendars.versions.at(name, day).ref]
        yield f"{CALENDAR}{name}", _calendar(definition, str(day.year))


def settings_later(made: Iterable[Setting], day: str) -> list[Setting]:
    """The settings that begin after a day, soonest first; of two for one day the latest made."""
    last = {(one.effective, one.key): one for one in made if one.effective > day}
    later = sorted(last.values(), key=lambda setting: setting.effective)
    return [
        replace(one, value=written_duration(threshold_seconds(one.value)))
        if one.key == "threshold"
        else one
        for one in later
    ]


def _lists(words: Mapping[str, Sequence[str]]) -> dict[str, object]:
    return {name: list(listed) for name, listed in words.items()}


def _rule(rule: AssignmentRule) -> dict[str, object]:
    told = asdict(rule)
    return _told(
        {part: list(said) if isinstance(said, tuple) else said for part, said in told.items()}
    )


def _person(person: Person) -> dict[str, object]:
    return _told(
        {
            "name": person.name,
            "role": person.role.value,
            "team": person.team,
            "skills": list(person.skills),
        }
    )


def _policy(policy: Policy) -> dict[str, object]:
    limits = {name: _limit(policy, name) for name in Limits.__struct_fields__}
    told = {
        "hours": "business" if policy.business else "always",
        "limits": _told(limits),
        "pauses": sorted(policy.pauses),
        "pausing_waits": list(policy.pausing_waits),
        "warn_share": policy.warn_share,
        "warn_before": written_duration(policy.warn_before) if policy.warn_before else "",
        "periodic": _periodic(policy.periodic) if policy.periodic else {},
    }
    return _told(told)


def _periodic(periodic: Periodic) -> dict[str, object]:
    days = {"first_day": periodic.first_day, "last_day": periodic.last_day}
    return _told({**days, "types": list(periodic.types)})


def _limit(policy: Policy, clock: str) -> object:
    """A limit: one text where it is the same at all levels, else one for each level with any."""
    found: dict[str, int | None] = {
        level.value: getattr(policy.levels[level], clock) for level in Level
    }
    texts = {level: written_duration(limit) for level, limit in found.items() if limit is not None}
    alike = len(texts) == len(found) and len(set(texts.values())) == 1
    return texts[Level.NORMAL] if alike else texts


def _calendar(definition: Mapping[str, Any], year: str) -> dict[str, object]:
    told = {part: value for part, value in definition.items() if part not in ("name", "effective")}
    for part in ("holidays", "make_up"):
        years = told.get(part, {})
        told[part] = {each: days for each, days in years.items() if each >= year}
    return _told(told)


def _told(parts: Mapping[str, object]) -> dict[str, object]:
    """The parts that say something."""
    return {part: value for part, value in parts.items() if value}
