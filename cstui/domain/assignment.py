"""Assignment: who is given a ticket, by type, form, priority, skill and load."""

from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct

from cstui.domain.people import Person


class AssignmentRule(Struct, frozen=True):
    """One rule; of several that fit a ticket, the first counts."""

    types: tuple[str, ...] = ()
    """Types, or `type/subtype`s, that it is about; none means all."""
    priorities: tuple[str, ...] = ()
    """Priorities that it is about; none means all."""
    forms: tuple[str, ...] = ()
    """Forms that it is about; none means all."""
    team: str = ""
    """Team to be given it."""
    skill: str = ""
    """Skill that the person needs."""
    to: str = ""
    """Login of the one person who always is given it."""

    def fits(self, form: str, category: tuple[str, str], priority: str) -> bool:
        """Whether it is about such a ticket."""
        names = {category[0], "/".join(part for part in category if part)}
        return (
            (not self.types or bool(names & set(self.types)))
            and (not self.priorities or priority in self.priorities)
            and (not self.forms or form in self.forms)
        )


class Assignee(Struct, frozen=True):
    """Who is to be given a ticket; the team alone where nobody in it fits."""

    login: str
    team: str


def assignee(
    rule: AssignmentRule, people: Iterable[Person], load: Callable[[str], int]
) -> Assignee:
    """Whom a rule means: of those who fit, the one with the least work; of equals, the first.

    Args:
        rule: the rule that fits the ticket.
        people: everybody, in the order of the settings.
        load: how many open tickets a login has.
    """
    everybody = list(people)
    if rule.to:
        team = next((one.team for one in everybody if one.login == rule.to), rule.team)
        return Assignee(rule.to, team)
    fitting = [one for one in everybody if _fits(rule, one)]
    if not fitting:
        return Assignee("", rule.team)
    least = min(fitting, key=lambda one: load(one.login))
    return Assignee(least.login, least.team)


def rule_for(
    rules: Sequence[AssignmentRule], form: str, category: tuple[str, str], priority: str
) -> AssignmentRule | None:
    """The first rule that fits a ticket."""
    return next((rule for rule in rules if rule.fits(form, category, priority)), None)


def _fits(rule: AssignmentRule, person: Person) -> bool:
    if not (rule.team or rule.skill):
        return False
    return (not rule.team or person.team == rule.team) and (
        not rule.skill or rule.skill in person.skills
    )
