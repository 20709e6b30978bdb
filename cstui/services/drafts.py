"""Drafts: a record that is still being written, and where it survives a lost line."""

import fcntl
import json
import os
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

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
_ENDING = ".json"


@dataclass(frozen=True, slots=True)
class Draft:
    """A record that is still being written: what stands in the fields, what happened so far."""

    form: str
    values: Mapping[str, str] = field(default_factory=dict)
    """Text by field name; may hold fields of other forms, which wait for a change of form."""
    events: tuple[Event, ...] = ()
    """The measured moments of the call."""
    key: str = field(default_factory=lambda: uuid4().hex)
    """What tells it from all other drafts; the ticket that it becomes has it as its origin."""

    @property
    def empty(self) -> bool:
        """Whether nothing would be lost if it were thrown away."""
        return not self.events and not any(value.strip() for value in self.values.values())

    @property
    def call(self) -> Call:
        """The call as far as it has gone."""
        return fold(Ticket(Header(self.form), self.events)).call


class DraftBox:
    """One person's unfinished records, each in a file of its own; replaced whole, never half.

    A session holds a lock on what it keeps, so that no other one takes it for left; however the
    session ends, the lock ends with it. Any thread may use the box: a signal saves while the
    store's thread may be saving too.

    Args:
        folder: where this person's records for one store are kept.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._held: dict[str, int] = {}
        """Descriptors of the locked files, by the draft's key."""
        self._lock = threading.Lock()

    def keep(self, draft: Draft) -> None:
        """Write the draft down, or forget it where there is nothing to keep.

        Raises:
            StoreError: when it cannot be written; what was kept of it before is still there.
        """
        if draft.empty:
            self.forget(draft)
            return
        with self._lock, self._failures("draft_not_kept"):
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._hold(draft.key, _written(_document(draft), self._path(draft.key)))

    def left(self) -> Iterator[Draft]:
        """The drafts that sessions left when they ended, oldest first.

        Each is this session's own as soon as it is given.

        Raises:
            StoreError: when one cannot be read now.
        """
        with self._failures("draft_not_read"):
            for path in self._files():
                with self._lock:
                    draft = self._taken(path)
                if draft:
                    yield draft

    def forget(self, draft: Draft) -> None:
        """Throw a draft away.

        Raises:
            StoreError: when it cannot be removed.
        """
        with self._lock, self._failures("draft_not_removed"):
            self._path(draft.key).unlink(missing_ok=True)
            self._let_go(draft.key)

    def close(self) -> None:
        """Leave what was kept to the next session."""
        with self._lock:
            for key in list(self._held):
                self._let_go(key)

    def _path(self, key: str) -> Path:
        return self._folder / f"{key}{_ENDING}"

    def _files(self) -> list[Path]:
        """All that is kept, oldest first."""
        try:
            found = [path for path in self._folder.iterdir() if path.suffix == _ENDING]
        except FileNotFoundError:
            return []
        return sorted(found, key=_age)

    def _taken(self, path: Path) -> Draft | None:
        """The draft in a file, held from now on; None where another session has it, or had it."""
        descriptor = _locked(path)
        if descriptor is None:
            return None
        self._hold(path.stem, descriptor)
        try:
            return _draft(path.stem, json.loads(path.read_text(encoding="utf-8")))
        except (ValueError, KeyError, TypeError):
            # set aside rather than overwritten: somebody may still want to look at it
            with suppress(OSError):
                path.replace(path.with_suffix(".unreadable"))
            self._let_go(path.stem)
            return None

    def _hold(self, key: str, descriptor: int) -> None:
        self._let_go(key)
        self._held[key] = descriptor

    def _let_go(self, key: str) -> None:
        if (descriptor := self._held.pop(key, None)) is not None:
            os.close(descriptor)

    @contextmanager
    def _failures(self, key: str) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise StoreError(key, path=self._folder, reason=error.strerror) from error


def _written(document: Mapping[str, Any], path: Path) -> int:
    """The descriptor of a file that was put in place whole and locked."""
    fresh = path.with_suffix(".fresh")
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        with os.fdopen(descriptor, "w", encoding="utf-8", closefd=False) as file:
            json.dump(document, file, ensure_ascii=False)
            file.flush()
            os.fsync(descriptor)
        fresh.replace(path)
    except BaseException:
        os.close(descriptor)
        fresh.unlink(missing_ok=True)
        raise
    return descriptor


def _locked(path: Path) -> int | None:
    """The descriptor of a file that was nobody's; None where it is somebody's, or gone."""
    try:
        descriptor = os.open(path, os.O_RDONLY)
    except FileNotFoundError:
        return None
    with suppress(BlockingIOError):
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        # a session that keeps its draft puts another file in this one's place
        if os.fstat(descriptor).st_nlink:
            return descriptor
    os.close(descriptor)
    return None


def _age(path: Path) -> float:
    """When it was written; one that is gone by now comes first."""
    try:
        return path.stat().st_mtime
    except FileNotFoundError:
        return 0.0


def _document(draft: Draft) -> dict[str, Any]:
    events = [
        {"at": event.at.isoformat(), "by": event.by, "kind": event.kind} for event in draft.events
    ]
    return {"form": draft.form, "values": dict(draft.values), "events": events}


def _draft(key: str, document: Mapping[str, Any]) -> Draft:
    events = tuple(
        Event(datetime.fromisoformat(one["at"]), one["by"], _BY_KIND[one["kind"]])
        for one in document["events"]
    )
    values = {str(name): str(text) for name, text in dict(document["values"]).items()}
    return Draft(FORMS[document["form"]].name, values, events, key)
