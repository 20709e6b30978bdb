"""Versions: a definition that changes from some day on, without changing what it was before."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Generic, Protocol, TypeVar

from cstui.domain.errors import NotFound


class Dated(Protocol):
    """A named definition that counts from some day on."""

    @property
    def name(self) -> str:
        """Its name, common to all its versions."""
        ...

    @property
    def effective(self) -> date:
        """The first day on which it counts."""
        ...


Item = TypeVar("Item", bound=Dated)


def ref_of(item: Dated) -> str:
    """Name and first day of a version, as tickets keep them: `after_sales@2026-01-01`."""
    return f"{item.name}@{item.effective.isoformat()}"


@dataclass(frozen=True, slots=True)
class Versions(Generic[Item]):
    """All versions of some definitions."""

    kind: str
    """What they are; failures are named `unknown_` and this."""
    items: tuple[Item, ...]
    """By name and then by first day."""
    by_ref: Mapping[str, Item]

    @classmethod
    def of(cls, kind: str, items: Iterable[Item]) -> "Versions[Item]":
        """The versions; of two with the same name and first day, the later given one counts."""
        latest = {(item.name, item.effective): item for item in items}
        items = tuple(latest[key] for key in sorted(latest))
        return cls(kind, items, {ref_of(item): item for item in items})

    def at(self, name: str, day: date | None) -> Item:
        """The version that counts on a day: the first one before it begins, the last without day.

        Raises:
            NotFound: `unknown_KIND`.
        """
        found = [item for item in self.items if item.name == name]
        if not found:
            raise self._unknown(name)
        if day is None:
            return found[-1]
        begun = [item for item in found if item.effective <= day]
        return begun[-1] if begun else found[0]

    def named(self, ref: str) -> Item:
        """The version that a ticket kept.

        Raises:
            NotFound: `unknown_KIND`.
        """
        found = self.by_ref.get(ref)
        if found is None:
            raise self._unknown(ref)
        return found

    def _unknown(self, name: str) -> NotFound:
        known = ", ".join(dict.fromkeys(item.name for item in self.items))
        return NotFound(f"unknown_{self.kind}", name=name, known=known)
