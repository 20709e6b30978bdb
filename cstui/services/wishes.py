"""Wishes: how somebody wants to work, kept with the person and not with the team's settings."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from cstui.domain.errors import StoreError
from cstui.ports import SortedBy, Which
from cstui.services.queues import Wanted


@dataclass(frozen=True, slots=True)
class Wishes:
    """What one person wants."""

    bell: bool = False
    """Whether the terminal rings, and its title tells, when a limit of their own comes near."""
    views: Mapping[str, Wanted] = field(default_factory=dict)
    """Views with a filter and an order, by the names that they were given."""

    def with_view(self, name: str, wanted: Wanted) -> "Wishes":
        """The wishes with a view of that name, in place of any other of it."""
        return replace(self, views={**self.views, name: wanted})

    def without_view(self, name: str) -> "Wishes":
        """The wishes without the view of that name."""
        return replace(self, views={key: one for key, one in self.views.items() if key != name})


class WishBox:
    """One person's wishes in a file of theirs.

    Args:
        file: where they are kept; it need not be there yet.
    """

    def __init__(self, file: Path) -> None:
        self._file = file

    def read(self) -> Wishes:
        """What is wished; nothing where nobody has wished anything, or it cannot be read."""
        try:
            return _wishes(json.loads(self._file.read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError, AttributeError):
            return Wishes()

    def keep(self, wishes: Wishes) -> None:
        """Write wishes down in place of the earlier ones.

        Raises:
            StoreError: `wishes_not_kept`; those that were kept before are still there.
        """
        views = {
            name: {"which": one.which, "text": one.text, "by": one.by}
            for name, one in wishes.views.items()
        }
        fresh = self._file.with_suffix(".fresh")
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            told = json.dumps({"bell": wishes.bell, "views": views}, ensure_ascii=False, indent=1)
            fresh.write_text(told, encoding="utf-8")
            fresh.replace(self._file)
        except OSError as error:
            raise StoreError("wishes_not_kept", path=self._file, reason=error.strerror) from error


def _wishes(told: Mapping[str, Any]) -> Wishes:
    views = {
        str(name): Wanted(Which(one["which"]), str(one["text"]), SortedBy(one["by"]))
        for name, one in told.get("views", {}).items()
        if one.get("which") in set(Which) and one.get("by") in set(SortedBy)
    }
    return Wishes(told.get("bell") is True, views)
