"""Settings on their way in, looked at together: do they fit each other and what is there?"""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from cstui.domain.assignment import AssignmentRule
from cstui.domain.errors import CstuiError, InputError
from cstui.domain.people import Role
from cstui.ports import Setting
from cstui.services.rulebook import Rulebook
from cstui.services.settings.checks import check_value
from cstui.services.settings.held import PEOPLE, in_force, people_of
from cstui.services.settings.readers import assignment_of, types_of

Wrong = tuple[Setting, CstuiError]
"""A setting, and what is wrong with it."""


def problems(
    rules: Rulebook, kept: Sequence[Setting], made: Sequence[Setting], seen: int | None
) -> list[Wrong]:
    """What is wrong with settings; one that makes no sense by itself is not looked at further.

    Args:
        rules: the rules that hold today.
        kept: all settings there are, oldest first.
        made: the settings to be added.
        seen: how many of those kept were known to whoever made them; None for all.
    """
    wrong: list[Wrong] = []
    good: list[Setting] = []
    since = kept[seen:] if seen is not None else ()
    for one in made:
        try:
            _check_meanwhile(one, since, rules)
            check_value(one.key, one.value)
            good.append(one)
        except CstuiError as error:
            wrong.append((one, error))
    wrong += rules.problems(good)
    names = _Names.of(rules, (*kept, *good))
    wrong += ((one, missing) for one in good if (missing := names.missing_in(one)))
    wrong += _without_supervisor(kept, good)
    return wrong


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
            people = people_of(in_force(together, day))
            if not any(person.role is Role.SUPERVISOR for person in people.values()):
                raise InputError("last_supervisor", day=day)


def _without_supervisor(kept: Sequence[Setting], made: Sequence[Setting]) -> Iterator[Wrong]:
    """The first change of a person, where the changes would leave no supervisor."""
    try:
        check_supervisors(kept, made)
    except InputError as error:
        yield next(one for one in made if one.key.startswith(PEOPLE)), error


def _check_meanwhile(one: Setting, since: Iterable[Setting], rules: Rulebook) -> None:
    """What somebody set meanwhile is not replaced unseen; what begins later takes over anyway."""
    for other in since:
        if other.key == one.key and other.effective <= one.effective:
            by = rules.person(other.by).shown
            raise InputError("setting_meanwhile", name=one.key, by=by)


class _Names(Struct, frozen=True):
    """What rules may speak of: what holds now, what held, and what begins later."""

    priorities: frozenset[str]
    types: frozenset[str]
    forms: frozenset[str]
    logins: frozenset[str]

    @classmethod
    def of(cls, rules: Rulebook, settings: Iterable[Setting]) -> "_Names":
        now = rules.settings
        priorities, types, logins = {*now.priorities}, {*now.categories}, {*now.people}
        for one in settings:
            match one.key, one.value:
                case "priorities", list(words):
                    priorities.update(words)
                case "types", dict(told):
                    for top, below in types_of("types", told).items():
                        types.update((top, *(f"{top}/{sub}" for sub in below)))
                case str(key), _ if key.startswith(PEOPLE):
                    logins.add(key.removeprefix(PEOPLE))
        return cls(*map(frozenset, (priorities, types, rules.policies.forms, logins)))

    def missing_in(self, one: Setting) -> InputError | None:
        """What is wrong with the names in a setting, if anything."""
        match one.key, one.value:
            case "urgency", dict(words):
                return next(self._no_priority(one.key, words), None)
            case "assignment", list(told):
                rules = assignment_of(one.key, told)
                return next((error for rule in rules for error in self._missing(rule)), None)
        return None

    def _missing(self, rule: AssignmentRule) -> Iterator[InputError]:
        yield from self._no_priority("assignment", rule.priorities)
        for name in rule.types:
            if name not in self.types:
                yield InputError("rule_type", word=name)
        for name in rule.forms:
            if name not in self.forms:
                yield InputError("unknown_form", name=name, known=", ".join(sorted(self.forms)))
        if rule.to and rule.to not in self.logins:
            yield InputError("rule_login", login=rule.to)

    def _no_priority(self, key: str, words: Iterable[str]) -> Iterator[InputError]:
        for word in words:
            if word not in self.priorities:
                known = ", ".join(sorted(self.priorities))
                yield InputError("rule_priority", name=key, word=word, known=known)
