"""Who works here."""

from collections import Counter
from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct


class Role(StrEnum):
    """What a person may do."""

    AGENT = "agent"
    SUPERVISOR = "supervisor"
    """Also sees full customer data and changes settings."""


class Person(Struct, frozen=True):
    """Somebody who acts."""

    login: str
    name: str = ""
    """As shown to others; the login where it is empty."""
    role: Role = Role.AGENT
    team: str = ""
    skills: tuple[str, ...] = ()
    """What they know how to do, as rules of assignment ask for it."""

    @property
    def shown(self) -> str:
        """How others see them."""
        return self.name or self.login


def names_of(people: Mapping[str, Person]) -> dict[str, str]:
    """The names that mean one person only, by login; of two with the same name neither's."""
    counts = Counter(one.name for one in people.values())
    return {login: one.name for login, one in people.items() if one.name and counts[one.name] == 1}
