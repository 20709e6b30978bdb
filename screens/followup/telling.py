"""Events in the reader's language: when, who, what."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from cstui.clock.instants import minute_text
from cstui.domain import acts
from cstui.domain.fold import undone
from cstui.domain.ticket import Event
from cstui.i18n import Translator
from cstui.services.followup import MASKS, FollowUp

_YEAR = len("2023-")


@dataclass(frozen=True, slots=True)
class Told:
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
        self._t = t

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

    def line(self, event: Event, events: Sequence[Event]) -> str:
        """What happened, in one line.

        Args:
            event: the event.
            events: all of its ticket; something taken back is named by what it was.
        """
        name = self._t(f"act.{event.kind}")
        words = self._t("act.between").join(word for word in self._words(event.act, events) if word)
        return self._t("act.line", name=name, words=words) if words else name

    def _words(self, act: acts.Act, events: Sequence[Event]) -> Iterator[str]:
        """What an act says beside its name."""
        match act:
            case acts.Answered(known=False):
                yield self._t("act.unknown_time")
            case acts.Responded(way, result, automatic):
                yield from (way, result, self._t("act.automatic") if automatic else "")
            case acts.Assigned(to, team):
                yield self._holder(to, team)
            case acts.Transferred(to, why, team):
                yield from (self._holder(to, team), why)
            case acts.Promised(what, until):
                yield from (what, self._t("act.until", time=self.when(until)))
            case acts.CallbackSet(due, about):
                yield from (self._t("act.at", time=self.when(due)), about)
            case acts.CallbackTried(result, reached):
                yield from (self._t("act.reached" if reached else "act.not_reached"), result)
            case acts.Explained(what, why):
                key = f"act.{what}"
                yield from (self._t(key) if self._t.known(key) else what, why)
            case acts.Corrected():
                yield from (self._change(act), act.why)
            case acts.Undone(position):
                yield self.line(events[position], events)
            case acts.Rated():
                yield from self._rating(act)
            case _:
                yield from self._plain_words(act)

    def _plain_words(self, act: acts.Act) -> Iterator[str]:
        """The words of acts that say what somebody wrote and no more."""
        match act:
            case acts.Progressed(text) | acts.Noted(text) | acts.Resolved(text):
                yield text
            case acts.Waiting(why) | acts.Reopened(why) | acts.Closed(why):
                yield why
            case acts.Talked(content, reaction, next_action):
                yield content
                yield self._labelled("act.reaction", reaction)
                yield self._labelled("act.next_action", next_action)
            case acts.Helped(whom, result):
                yield from (whom, result)
            case acts.Caused(cause, measure, whys):
                yield from (cause, *whys, self._labelled("act.measure", measure))

    def _rating(self, act: acts.Rated) -> Iterator[str]:
        """The scores, the customer's words, and whether the customer gave them."""
        scores = list(act.scores.values())
        level = f"act.score.{act.scale.value}.{scores[0]}" if len(scores) == 1 else ""
        if level and self._t.known(level):
            yield self._t(level)
        elif scores:
            yield self._t("act.score.five", score="/".join(map(str, scores)))
        yield act.words
        key = f"act.{act.provenance.value}"
        yield self._t(key) if self._t.known(key) else ""

    def _change(self, act: acts.Corrected) -> str:
        mask = MASKS.get(act.field, str)
        empty = self._t("act.nothing")
        return self._t(
            "act.change",
            field=self._t(f"act.field.{act.field}"),
            old=mask(act.old) or empty,
            new=mask(act.new) or empty,
        )

    def _holder(self, to: str, team: str) -> str:
        if not to:
            return self._t("act.to", to=team) if team else ""
        key = "act.to_team" if team else "act.to"
        return self._t(key, to=self.who(to), team=team)

    def _labelled(self, key: str, words: str) -> str:
        return self._t(key, words=words) if words else ""
