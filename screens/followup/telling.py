"""Events in the reader's language: when, who, what."""

from collections.abc import Sequence
from datetime import datetime

from msgspec import Struct

from cstui.clock.instants import minute_text
from cstui.domain import acts
from cstui.domain.fold import undone
from cstui.domain.ticket import Event
from cstui.i18n import Translator
from cstui.i18n.act_words import ActWords
from cstui.services.followup import FollowUp

_YEAR = len("2023-")


class Told(Struct, frozen=True):
    """One event in words."""

    when: str
    who: str
    what: str
    gone: bool
    """Whether it was taken back."""


class Teller:
    """Tells events to somebody.

    Args:
        followup: knows people and the site's zone.
        t: the reader's translator.
    """

    def __init__(self, followup: FollowUp, t: Translator) -> None:
        self._followup = followup
        self._zone = followup.settings.zone
        self._year = minute_text(followup.now(), self._zone)[:_YEAR]
        self._words = ActWords(t, self.when, self.who)

    def timeline(self, events: Sequence[Event]) -> list[Told]:
        """All events of a ticket in their order."""
        gone = undone(tuple(events))
        return [
            Told(self.when(event.at), self.who(event.by), self.line(event, events), place in gone)
            for place, event in enumerate(events)
        ]

    def when(self, at: datetime) -> str:
        """Date and time to the minute; the year only where it is not this one."""
        return minute_text(at, self._zone).removeprefix(self._year)

    def who(self, login: str) -> str:
        """A person's name."""
        return self._followup.person(login).shown

    def scores(self, rated: acts.Rated) -> str:
        """The scores of a rating."""
        return self._words.scores(rated)

    def line(self, event: Event, events: Sequence[Event]) -> str:
        """What happened, in one line.

        Args:
            event: the event.
            events: all of its ticket; something taken back is named by what it was.
        """
        return self._words.line(event, events)
