"""Drafts as documents, and back."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from msgspec.structs import asdict, fields

from cstui.domain import acts
from cstui.domain.forms import FORMS
from cstui.domain.ticket import Event
from cstui.services.intake.draft import Draft

_PART = "act"
"""Under which an event's document holds what its act says beside its kind."""
_TEXTS = ("form", "continues", "amends")
"""Parts of a draft that are kept as they are."""


def to_document(draft: Draft) -> dict[str, Any]:
    """All of a draft but its key, as JSON holds it."""
    told = {name: getattr(draft, name) for name in _TEXTS if getattr(draft, name)}
    return {
        **told,
        "values": dict(draft.values),
        "events": [_event_document(event) for event in draft.events],
    }


def _event_document(event: Event) -> dict[str, Any]:
    said = {
        name: value.isoformat() if isinstance(value, datetime) else value
        for name, value in asdict(event.act).items()
    }
    return {"at": event.at.isoformat(), "by": event.by, "kind": event.kind, _PART: said}


def from_document(key: str, document: Mapping[str, Any]) -> Draft:
    """The draft that a document holds.

    Raises:
        ValueError, KeyError, TypeError: when it is none.
    """
    FORMS[document["form"]]  # a form that is gone makes the draft unreadable
    return Draft(
        values={str(name): str(text) for name, text in dict(document["values"]).items()},
        events=tuple(_event(told) for told in document["events"]),
        key=key,
        **{name: str(document[name]) for name in _TEXTS if name in document},
    )


def _event(told: Mapping[str, Any]) -> Event:
    kind = acts.KINDS[told["kind"]]
    instants = {field.name for field in fields(kind) if field.type is datetime}
    said: dict[str, Any] = {
        name: datetime.fromisoformat(value) if name in instants else value
        for name, value in told.get(_PART, {}).items()
    }
    return Event(datetime.fromisoformat(told["at"]), told["by"], kind(**said))
