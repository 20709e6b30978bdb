"""Drafts on disk: what was being written survives a lost line and a crash."""

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

from cstui.domain.acts import KINDS
from cstui.domain.ticket import Event
from cstui.services.calls import Draft


class DraftBox:
    """One person's unfinished record, in a file of its own; replaced whole, never half."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def keep(self, draft: Draft) -> None:
        """Write the draft down, or forget the old one where there is nothing to keep."""
        if draft.empty:
            self.forget()
            return
        self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        fresh = self._path.with_suffix(f".{os.getpid()}")
        descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            json.dump(_document(draft), file, ensure_ascii=False)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(self._path)

    def found(self) -> Draft | None:
        """The draft that was left, if there is one that can be read."""
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
        """Throw the draft away."""
        self._path.unlink(missing_ok=True)


def _document(draft: Draft) -> dict[str, Any]:
    events = [
        {"at": event.at.isoformat(), "by": event.by, "kind": event.kind} for event in draft.events
    ]
    return {"form": draft.form, "values": dict(draft.values), "events": events}


def _draft(document: Mapping[str, Any]) -> Draft:
    """A draft holds only acts of the call itself, which have no fields of their own."""
    events = tuple(
        Event(datetime.fromisoformat(one["at"]), one["by"], KINDS[one["kind"]]())
        for one in document["events"]
    )
    return Draft(document["form"], document["values"], events)
