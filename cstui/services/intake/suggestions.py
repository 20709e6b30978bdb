"""What a record is probably about: its type from earlier tickets, its priority from its words."""

from msgspec import Struct

from cstui.ports import View, Which
from cstui.services.desk import Desk
from cstui.services.intake.draft import Draft
from cstui.services.intake.suggesting import TypeModel, suggested_priority

_MOST_LEARNT = 500
"""Tickets that are learnt from, the newest first."""
_AT_ONCE = 25
"""Tickets that are read at a time: each session keeps the memory of its largest reading, and a key
that comes meanwhile waits for it."""
_SAID = ("problem.text", "problem.when", "problem.where", "problem.what", "problem.outcome")


class Suggested(Struct, frozen=True):
    """What an empty field may be filled with; empty where nothing is clear."""

    category: str = ""
    """Type, or `type/subtype`."""
    priority: str = ""


class Suggestions:
    """Suggests types and priorities for what is being written.

    What earlier tickets were about is read when a problem has its first words: a session that
    takes no calls needs none of it.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._model: TypeModel | None = None

    def suggested(self, draft: Draft) -> Suggested:
        """What the fields that are still empty may say; touches the store.

        Raises:
            StoreError: when earlier tickets cannot be read now.
        """
        text, values = _said(draft), draft.values
        category = priority = ""
        if text and not values.get("category", "").strip():
            self._model = self._model or self._learnt()
            category = self._model.suggest(text)
        if not values.get("priority", "").strip():
            settings = self._desk.rules.settings
            priority = suggested_priority(
                text, settings.urgency, settings.priorities, upset=draft.call.upset
            )
        return Suggested(category, priority)

    def _learnt(self) -> TypeModel:
        """What earlier tickets tell."""
        return TypeModel(
            (each.subject, "/".join(part for part in (each.type, each.subtype) if part))
            for first in range(0, _MOST_LEARNT, _AT_ONCE)
            for each in self._desk.store.page(View(Which.ALL), first, _AT_ONCE).listings
            if each.subject and each.type
        )


def _said(draft: Draft) -> str:
    return " ".join(text for name in _SAID if (text := draft.values.get(name, "").strip()))
