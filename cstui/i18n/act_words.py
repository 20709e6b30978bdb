"""What an act says beside its name."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime

from cstui.domain import acts
from cstui.domain.masking import MASKS
from cstui.domain.ticket import Event
from cstui.i18n.translator import Translator


class ActWords:
    """The words of acts, in the reader's language.

    Args:
        t: the reader's translator.
        when: tells an instant.
        who: tells a login's name.
        masks: how fields of the header with personal data are told.
    """

    def __init__(
        self,
        t: Translator,
        when: Callable[[datetime], str],
        who: Callable[[str], str],
        masks: Mapping[str, Callable[[str], str]] = MASKS,
    ) -> None:
        self._t = t
        self._when = when
        self._who = who
        self._masks = masks

    def line(self, event: Event, events: Sequence[Event]) -> str:
        """What happened, in one line.

        Args:
            event: the event.
            events: all of its ticket; something taken back is named by what it was.
        """
        name, words = self._t(f"act.{event.kind}"), self.said(event, events)
        return self._t("act.line", name=name, words=words) if words else name

    def said(self, event: Event, events: Sequence[Event]) -> str:
        """The same without the name of what happened; often empty."""
        if isinstance(event.act, acts.Undone):
            return self.line(events[event.act.position], events)
        return self._t("act.between").join(word for word in self.of(event.act) if word)

    def of(self, act: acts.Act) -> Iterator[str]:
        """What it says; parts may be empty."""
        match act:
            case acts.Answered(known=False):
                yield self._t("act.unknown_time")
            case acts.Responded(way, result, automatic):
                yield from (way, result, self._t("act.automatic") if automatic else "")
            case acts.Assigned(to, team):
                yield self._holder(to, team)
            case acts.Transferred(to, why, team):
                yield from (self._holder(to, team), why)
            case acts.Explained(what, why):
                key = f"act.{what}"
                yield from (self._t(key) if self._t.known(key) else what, why)
            case acts.Audited(agrees, note):
                yield from (self._t("act.agrees" if agrees else "act.disagrees"), note)
            case acts.Corrected():
                yield from (self._change(act), act.why)
            case acts.ClosedAsDuplicate(of):
                yield self._t("act.goes_on_in", number=of)
            case acts.Rated():
                yield from self._rating(act)
            case acts.MeasureSet() | acts.MeasureChecked():
                yield from self._measure(act)
            case acts.Promised() | acts.Waiting() | acts.CallbackSet() | acts.CallbackTried():
                yield from self._agreed(act)
            case _:
                yield from self._plain(act)

    def scores(self, act: acts.Rated) -> str:
        """The scores of a rating as its scale puts them; nothing where it has none."""
        scores = list(act.scores.values())
        level = f"act.score.{act.scale.value}.{scores[0]}" if len(scores) == 1 else ""
        if level and self._t.known(level):
            return self._t(level)
        return self._t("act.score.five", score="/".join(map(str, scores))) if scores else ""

    def _plain(self, act: acts.Act) -> Iterator[str]:
        """The words of acts that say what somebody wrote and no more."""
        match act:
            case acts.Progressed(text) | acts.Noted(text) | acts.Resolved(text) | acts.Quoted(text):
                yield text
            case acts.Reopened(text) | acts.Closed(text) | acts.Saved(text):
                yield text
            case acts.HasDuplicate(number):
                yield number
            case acts.Talked(content, reaction, next_action):
                yield content
                yield self._labelled("act.reaction", reaction)
                yield self._labelled("act.next_action", next_action)
            case acts.Helped(whom, result, asked):
                yield whom
                yield self._labelled("act.asked", asked)
                yield self._labelled("act.help_result", result)
            case acts.Caused(cause, measure, whys):
                yield from (cause, *whys, self._labelled("act.measure", measure))

    def _agreed(
        self, act: acts.Promised | acts.Waiting | acts.CallbackSet | acts.CallbackTried
    ) -> Iterator[str]:
        """What is to happen until when, or came of it."""
        match act:
            case acts.Promised(what, until):
                yield from (what, self._t("act.until", time=self._when(until)))
            case acts.Waiting(why, longest):
                yield why
                yield self._t("act.until", time=self._when(longest)) if longest else ""
            case acts.CallbackSet(due, about):
                yield from (self._t("act.at", time=self._when(due)), about)
            case acts.CallbackTried(result, reached):
                yield from (self._t("act.reached" if reached else "act.not_reached"), result)

    def _rating(self, act: acts.Rated) -> Iterator[str]:
        """The scores, the customer's words, and whether the customer gave them."""
        yield self.scores(act)
        yield act.words
        yield self._labelled("act.improve", act.improve)
        yield self._labelled("act.suggestion", act.suggestion)
        key = f"act.{act.provenance.value}"
        yield self._t(key) if self._t.known(key) else ""
        yield self._labelled("act.again", act.why)

    def _measure(self, act: acts.MeasureSet | acts.MeasureChecked) -> Iterator[str]:
        """What is done for a customer who was not content, or whether it helped."""
        if isinstance(act, acts.MeasureChecked):
            yield from (self._t("act.met" if act.met else "act.missed"), act.note)
            return
        yield act.measure
        yield self._labelled("act.cause", act.why)
        yield self._t("act.seen_to", owner=self._who(act.owner))
        yield self._t("act.check_at", time=self._when(act.due))

    def _change(self, act: acts.Corrected) -> str:
        mask = self._masks.get(act.field, str)
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
        return self._t(key, to=self._who(to), team=team)

    def _labelled(self, key: str, words: str) -> str:
        return self._t(key, words=words) if words else ""
