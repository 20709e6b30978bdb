"""Versions: a definition that changes from some day on, without changing what it was before."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Generic, Protocol, TypeVar

from msgspec import Struct

from cstui.domain.errors import InputError, NotFound


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


class VersionTaken(InputError):
    """A version is there already and says something else: tickets may have been judged by it."""


Item = TypeVar("Item", bound=Dated)


def day_of(written: date | str) -> date:
    """A day as a definition tells it: `2026-01-01`.

    Raises:
        InputError: `bad_day`.
    """
    try:
        return date.fromisoformat(str(written))
    except ValueError as error:
        raise InputError("bad_day", text=written) from error


def ref_of(item: Dated) -> str:
    """Name and first day of a version, as tickets keep them: `after_sales@2026-01-01`."""
    return f"{item.name}@{item.effective.isoformat()}"


class Versions(Struct, Generic[Item], frozen=True):
    """All versions of some definitions."""

    kind: str
    """What they are; failures are named `unknown_` and this."""
    items: tuple[Item, ...]
    """By name and then by first day."""
    by_ref: Mapping[str, Item]

    @classmethod
    def of(cls, kind: str, items: Iterable[Item]) -> "Versions[Item]":
        """The versions.

        Raises:
            VersionTaken: `version_taken`, when two of the same name and first day differ.
        """
        by_ref: dict[str, Item] = {}
        for item in sorted(items, key=lambda item: (item.name, item.effective)):
            if by_ref.setdefault(ref_of(item), item) != item:
                raise VersionTaken("version_taken", name=item.name, day=item.effective)
        return cls(kind, tuple(by_ref.values()), by_ref)

    def at(self, name: str, day: date | None) -> Item:
        """The version that counts on a day: the first one before it begins, the last without day.

        Raises:
            NotFound: `unknown_KIND`.
        """
        found = self.find(name, day)
        if found is None:
            raise self._unknown(name)
        return found

    def find(self, name: str, day: date | None) -> Item | None:
        """As `at`, but None where there is no such name."""
        found = [item for item in self.items if item.name == name]
        begun = [item for item in found if day is None or item.effective <= day]
        return begun[-1] if begun else next(iter(found), None)

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
