"""The policies of a site, read from a resource and from settings."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from msgspec import Struct

from cstui.clock.durations import parse_duration
from cstui.clock.policy import ClockName, Level, Limits, Periodic, Policy, level_word
from cstui.clock.versions import Versions, day_of
from cstui.domain.errors import InputError
from cstui.domain.ticket import Ticket

_PARTS = (
    "name", "effective", "hours", "limits", "pauses", "pausing_waits", "warn_share", "warn_before",
    "periodic",
)  # fmt: skip
_HOURS = ("always", "business")
_DAYS, _MOST_DAYS = ("first_day", "last_day"), 99
_LIMITED = Limits.__struct_fields__


class PolicyBook(Struct, frozen=True):
    """All versions of all policies of a site."""

    versions: Versions[Policy]
    words: Mapping[str, Level]
    """Levels by the words in which forms put them."""
    forms: Mapping[str, str]
    """Name of the policy of each form."""
    other_forms: str
    """Name of the policy of every other form."""

    @classmethod
    def from_mapping(cls, mapping: Mapping[str, Any]) -> "PolicyBook":
        """The policies of a resource.

        Args:
            mapping: `levels`, words by level; `forms`, policies by form, and `other_forms`;
                `policy`, a list of definitions as `policy_of` reads them, each with its `name`
                and `effective` day.

        Raises:
            InputError: when a definition cannot be used.
        """
        words = {
            level_word(word): Level(level)
            for level, listed in mapping["levels"].items()
            for word in listed
        }
        policies = [
            policy_of(each["name"], each["effective"], each, words) for each in mapping["policy"]
        ]
        return cls(Versions.of("policy", policies), words, mapping["forms"], mapping["other_forms"])

    def of(self, form: str, at: datetime | None) -> Policy:
        """The policy for a ticket on a form that was opened at an instant."""
        name = self.forms.get(form, self.other_forms)
        return self.versions.at(name, at.date() if at else None)

    def governing(self, ticket: Ticket) -> Policy:
        """The policy that a ticket keeps, else the one of its form when it began.

        Raises:
            NotFound: `unknown_policy`.
        """
        if ticket.header.policy:
            return self.named(ticket.header.policy)
        return self.of(ticket.header.form, ticket.events[0].at if ticket.events else None)

    def latest(self, name: str) -> Policy:
        """The newest version of a policy.

        Raises:
            NotFound: `unknown_policy`.
        """
        return self.versions.at(name, None)

    def named(self, ref: str) -> Policy:
        """The policy that a ticket kept.

        Raises:
            NotFound: `unknown_policy`.
        """
        return self.versions.named(ref)

    def with_version(self, name: str, effective: str, mapping: Mapping[str, Any]) -> "PolicyBook":
        """The book with another version, as a setting defines it.

        Raises:
            InputError: when the definition cannot be used; `version_taken` when that version is
                there already and says something else.
        """
        added = policy_of(name, effective, mapping, self.words)
        versions = Versions.of("policy", [*self.versions.items, added])
        return PolicyBook(versions, self.words, self.forms, self.other_forms)

    def with_form(self, form: str, policy: str) -> "PolicyBook":
        """The book with another policy for a form.

        Raises:
            NotFound: `unknown_policy`.
        """
        self.latest(policy)
        return PolicyBook(self.versions, self.words, {**self.forms, form: policy}, self.other_forms)


def policy_of(
    name: str, effective: date | str, mapping: Mapping[str, Any], words: Mapping[str, Level]
) -> Policy:
    """Read a policy's definition.

    Args:
        name: the policy's name.
        effective: first day on which this version counts.
        mapping: `limits`, by clock, for all levels (`"2 h"`) or by level; `hours`, `always` or
            `business`; `pauses`, clocks; `pausing_waits`, words; `warn_share`, `warn_before`;
            `periodic`, with `types`, words, and `first_day` and `last_day`, working days.
        words: levels by the words in which forms put them.

    Raises:
        InputError: `unknown_part`, `bad_definition`, `bad_duration`, `bad_day` or `bad_share`.
    """
    try:
        return _policy(name, effective, mapping, words)
    except (TypeError, AttributeError, ValueError) as error:
        raise InputError("bad_definition", name=name) from error


def _policy(
    name: str, effective: date | str, mapping: Mapping[str, Any], words: Mapping[str, Level]
) -> Policy:
    limits, pauses = mapping.get("limits", {}), mapping.get("pauses", ())
    hours, share = mapping.get("hours", "always"), mapping.get("warn_share", 0.8)
    _expect(name, mapping, _PARTS)
    _expect(name, limits, _LIMITED)
    _expect(name, pauses, [clock for clock in ClockName if clock != ClockName.FIRST_RESPONSE])
    _expect(name, [hours], _HOURS)
    if not 0 < share <= 1:
        raise InputError("bad_share", name=name, share=share)
    return Policy(
        name=name,
        effective=day_of(effective),
        levels={level: _limits(name, limits, level) for level in Level},
        words=words,
        business=hours == "business",
        pauses=frozenset(ClockName(clock) for clock in pauses),
        pausing_waits=tuple(mapping.get("pausing_waits", ())),
        warn_share=float(share),
        warn_before=parse_duration(mapping["warn_before"]) if "warn_before" in mapping else 0,
        periodic=_periodic(name, mapping["periodic"]) if "periodic" in mapping else None,
    )


def _periodic(name: str, written: Mapping[str, Any]) -> Periodic:
    _expect(name, written, Periodic.__struct_fields__)
    first, last = (int(written.get(part, getattr(Periodic(), part))) for part in _DAYS)
    types = written.get("types", ())
    if not 1 <= first <= last <= _MOST_DAYS or isinstance(types, str):
        raise ValueError(written)
    return Periodic(first, last, tuple(map(str, types)))


def _limits(name: str, written: Mapping[str, Any], level: Level) -> Limits:
    found: dict[str, int] = {}
    for clock, limit in written.items():
        if isinstance(limit, Mapping):
            _expect(name, limit, list(Level))
            limit = limit.get(level)
        if limit is not None:
            found[clock] = parse_duration(str(limit))
    return Limits(**found)


def _expect(name: str, given: Iterable[str], known: Iterable[str]) -> None:
    """Refuse a word that means nothing here, lest a slip of the pen lose a limit in silence."""
    known = tuple(known)
    for part in given:
        if part not in known:
            raise InputError("unknown_part", name=name, part=part, known=", ".join(known))
