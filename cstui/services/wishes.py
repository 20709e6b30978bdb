"""Wishes: how somebody wants to work, kept with the person and not with the team's settings."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from cstui.domain.errors import StoreError
from cstui.ports import SortedBy, Which
from cstui.services.queues import USUAL_COLUMNS, ColumnName, Columns, Wanted


class Wishes(Struct, frozen=True):
    """What one person wants."""

    bell: bool = False
    """Whether the terminal rings, and its title tells, when a limit of their own comes near."""
    views: Mapping[str, Wanted] = field(default_factory=dict)
    """Views with a filter and an order, by the names that they were given."""
    columns: Columns = USUAL_COLUMNS
    """What lists show of tickets."""

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
            name: {"which": one.which, "text": one.text, "by": one.by, "columns": one.columns}
            for name, one in wishes.views.items()
        }
        told = {"bell": wishes.bell, "columns": wishes.columns, "views": views}
        fresh = self._file.with_suffix(".fresh")
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            fresh.write_text(json.dumps(told, ensure_ascii=False, indent=1), encoding="utf-8")
            fresh.replace(self._file)
        except OSError as error:
            raise StoreError("wishes_not_kept", path=self._file, reason=error.strerror) from error


def _wishes(told: Mapping[str, Any]) -> Wishes:
    views = {
        str(name): Wanted(
            Which(one["which"]),
            str(one["text"]),
            SortedBy(one["by"]),
            _columns(one.get("columns", ())),
        )
        for name, one in told.get("views", {}).items()
        if one.get("which") in set(Which) and one.get("by") in set(SortedBy)
    }
    columns = _columns(told.get("columns", ())) or USUAL_COLUMNS
    return Wishes(told.get("bell") is True, views, columns)


def _columns(told: Iterable[object]) -> Columns:
    """Those that there are, each once; a newer program may have others."""
    known = {str(column): column for column in ColumnName}
    return tuple(known[name] for name in dict.fromkeys(map(str, told)) if name in known)
