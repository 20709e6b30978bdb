"""Who works here."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a person may do."""

    AGENT = "agent"
    SUPERVISOR = "supervisor"
    """Also sees full customer data and changes settings."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who acts."""

    login: str
    name: str = ""
    """As shown to others; the login where it is empty."""
    role: Role = Role.AGENT
    team: str = ""

    @property
    def shown(self) -> str:
        """How others see them."""
        return self.name or self.login
