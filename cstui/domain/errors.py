"""Every failure that a user is meant to read.

CstuiError
├── InputError        what was typed or given cannot be used
│   └── FieldErrors   several fields of a form at once
├── NotFound          no such ticket, file or setting
├── NotAllowed        the person may not do this
└── StoreError        the store cannot do it now
    ├── Conflict      somebody else saved the same record meanwhile
    ├── StoreBusy     another session holds the store
    ├── StoreFull     the disk or a quota is full
    ├── StoreReadOnly reading works, saving does not
    ├── StoreMissing  there is no store at that place
    ├── StoreDamaged  the file is not what was written
    └── StoreTooNew   a newer cstui made it

An error carries a phrase key and values; the edge that shows it puts them into the reader's
language, as `error.KEY.title` and `error.KEY.text`.
"""

from collections.abc import Mapping
from typing import Any


class CstuiError(Exception):
    """A failure with a title and a text in both languages."""

    def __init__(self, key: str, **values: object) -> None:
        self.key = key
        """The phrase under which title and text stand."""
        self.values = values
        """What the phrase's placeholders stand for."""
        super().__init__(key, values)

    def __str__(self) -> str:
        told = ", ".join(f"{name}={value}" for name, value in self.values.items())
        return f"{self.key}({told})"


class InputError(CstuiError):
    """What was typed or given cannot be used."""


class FieldErrors(InputError):
    """Several fields of a form cannot be used, all told at once."""

    def __init__(self, fields: Mapping[str, CstuiError]) -> None:
        super().__init__("fields", names=", ".join(fields))
        self.fields = dict(fields)
        """What is wrong, by field name."""


class NotFound(CstuiError):
    """No such ticket, file or setting."""


class NotAllowed(CstuiError):
    """The person may not do this."""


class StoreError(CstuiError):
    """The store cannot do it now; what was to be saved is still with the caller."""


class Conflict(StoreError):
    """Somebody else saved the same record meanwhile; nothing was written."""

    def __init__(self, current: Any, **values: object) -> None:  # noqa: ANN401
        super().__init__("conflict", **values)
        self.current = current
        """The record as it stands in the store now."""


class StoreBusy(StoreError):
    """Another session holds the store for longer than we wait."""


class StoreFull(StoreError):
    """The disk or a quota is full; nothing was written."""


class StoreReadOnly(StoreError):
    """The store can be read but not saved to."""


class StoreMissing(StoreError):
    """There is no store at that place, and nothing but `init` makes one."""


class StoreDamaged(StoreError):
    """The file is not what was written to it."""


class StoreTooNew(StoreError):
    """A newer cstui made this store."""
