"""Drafts: a record that is still being written, and where it survives a lost line."""

import json
import os
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from cstui.domain import acts
from cstui.domain.errors import StoreError
from cstui.domain.fold import fold
from cstui.domain.forms import FORMS
from cstui.domain.state import Call
from cstui.domain.ticket import Event, Header, Ticket

_OF_A_CALL: tuple[acts.Act, ...] = (
    acts.Rang(), acts.Answered(), acts.Greeted(), acts.Identified(), acts.Confirmed(),
    acts.Upset(), acts.Held(), acts.ResumedTalk(), acts.Ended(),
)  # fmt: skip
_BY_KIND = {acts.kind_of(act): act for act in _OF_A_CALL}
"""All that can happen before a record is saved; none of it says more than that it happened."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A record that is still being written: what stands in the fields, what happened so far."""

    form: str
    values: Mapping[str, str] = field(default_factory=dict)
    """Text by field name; may hold fields of other forms, which wait for a change of form."""
    events: tuple[Event, ...] = ()
    """The measured moments of the call."""

    @property
    def empty(self) -> bool:
        """Whether nothing would be lost if it were thrown away."""
        return not self.events and not any(value.strip() for value in self.values.values())

    @property
    def call(self) -> Call:
        """The call as far as it has gone."""
        return fold(Ticket(Header(self.form), self.events)).call


class DraftBox:
    """One person's unfinished record, in a file of its own; replaced whole, never half.

    Any thread may use it: a signal saves while the store's thread may be saving too.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()

    def keep(self, draft: Draft) -> None:
        """Write the draft down, or forget the old one where there is nothing to keep.

        Raises:
            StoreError: when it cannot be written; an older draft is still there.
        """
        if draft.empty:
            self.forget()
            return
        with self._lock, self._failures("draft_not_kept"):
            self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            fresh = self._path.with_suffix(f".{os.getpid()}")
            descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(descriptor, "w", encoding="utf-8") as file:
                json.dump(_document(draft), file, ensure_ascii=False)
                file.flush()
                os.fsync(file.fileno())
            fresh.replace(self._path)

    def found(self) -> Draft | None:
        """The draft that was left, if there is one that makes sense.

        Raises:
            StoreError: when there is one that cannot be read now.
        """
        with self._lock, self._failures("draft_not_read"):
            try:
                return _draft(json.loads(self._path.read_text(encoding="utf-8")))
            except FileNotFoundError:
                return None
            except (ValueError, KeyError, TypeError):
                # set aside rather than overwritten: somebody may still want to look at it
                with suppress(OSError):
                    self._path.replace(self._path.with_suffix(".unreadable"))
                return None

    def forget(self) -> None:
        """Throw the draft away.

        Raises:
            StoreError: when it cannot be removed.
        """
        with self._lock, self._failures("draft_not_removed"):
            self._path.unlink(missing_ok=True)

    @contextmanager
    def _failures(self, key: str) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise StoreError(key, path=self._path, reason=error.strerror) from error


def _document(draft: Draft) -> dict[str, Any]:
    events = [
        {"at": event.at.isoformat(), "by": event.by, "kind": event.kind} for event in draft.events
    ]
    return {"form": draft.form, "values": dict(draft.values), "events": events}


def _draft(document: Mapping[str, Any]) -> Draft:
    events = tuple(
        Event(datetime.fromisoformat(one["at"]), one["by"], _BY_KIND[one["kind"]])
        for one in document["events"]
    )
    values = {str(name): str(text) for name, text in dict(document["values"]).items()}
    return Draft(FORMS[document["form"]].name, values, events)
