"""A call while it lasts: every key of the agent, measured; nothing here touches a disk."""

from datetime import datetime

from msgspec import Struct
from msgspec.structs import replace

from cstui.domain import acts
from cstui.domain.articles import Article
from cstui.domain.errors import InputError
from cstui.domain.forms import FORMS
from cstui.domain.header import corrected
from cstui.domain.ringing import Ringing
from cstui.domain.ticket import Event, Header
from cstui.services.desk import AtDesk
from cstui.services.intake.callers import KnownCaller, PastTicket
from cstui.services.intake.draft import Draft
from cstui.services.intake.ending import later

_PARTS = ("problem.when", "problem.where", "problem.what", "problem.outcome")
_TEXT = "problem.text"
_OF_THE_CUSTOMER = ("name", "phone", "number")
_LIVE = next(form.name for form in FORMS.values() if form.live)


class Greeting(Struct, frozen=True):
    """The greeting of a call that runs, held against its limit."""

    left: int
    """Seconds in which it may still be said; 0 when that is over."""
    kept: bool | None
    """Whether it was said in time; None while it still can be."""


class WrapUp(Struct, frozen=True):
    """The time since a call ended, in which its record is finished."""

    used: int
    """Seconds."""
    limit: int | None
    """Seconds that the team means it to take; None where it means nothing."""

    @property
    def over(self) -> bool:
        """Whether it takes longer than meant."""
        return self.limit is not None and self.used > self.limit


class LiveCall(AtDesk):
    """What an agent does while the customer talks; a key that makes no sense changes nothing."""

    def ring(self, ringing: Ringing) -> Draft:
        """The record of a call that comes in, begun when it rang."""
        rang = Event(ringing.rang, self.me.login, acts.Rang())
        values = {"channel": self.settings.channels[0], "customer.phone": ringing.phone}
        return Draft(_LIVE, {name: text for name, text in values.items() if text}, (rang,))

    def answer(self, draft: Draft) -> Draft:
        """The agent picks up: the call begins. A call that runs goes on.

        The record is a live one from here on, and came in by the team's first channel unless
        somebody says otherwise.
        """
        if draft.call.was_answered:
            return draft
        if not FORMS[draft.form].live:
            draft = replace(draft, form=_LIVE)
        if not draft.values.get("channel"):
            draft = replace(draft, values={**draft.values, "channel": self.settings.channels[0]})
        rang = () if draft.call.rang else (acts.Rang(),)
        return self._happened(draft, *rang, acts.Answered())

    def greet(self, draft: Draft) -> Draft:
        """The greeting was said; only the first one counts."""
        call = draft.call
        return self._happened(draft, acts.Greeted()) if call.runs and not call.greeted else draft

    def hold(self, draft: Draft) -> Draft:
        """Put the caller on hold, or take them off it."""
        if not draft.call.runs:
            return draft
        return self._happened(draft, acts.ResumedTalk() if draft.call.on_hold else acts.Held())

    def hang_up(self, draft: Draft) -> Draft:
        """The call ends; wrap-up begins."""
        return self._happened(draft, acts.Ended()) if draft.call.runs else draft

    def repeat_back(self, draft: Draft) -> Draft:
        """The caller agreed that we repeated the problem rightly."""
        return draft if draft.call.confirmed else self._happened(draft, acts.Confirmed())

    def upset(self, draft: Draft) -> Draft:
        """The caller is upset, which raises the suggested priority."""
        return draft if draft.call.upset else self._happened(draft, acts.Upset())

    def promise(self, draft: Draft, what: str, until: str) -> Draft:
        """The customer is promised something.

        Args:
            draft: the record.
            what: what is promised.
            until: until when, as `+2h` or `tomorrow 9`.

        Raises:
            InputError: when nothing is promised, or the time cannot be read.
        """
        if not what.strip():
            raise InputError("text_required")
        return self._happened(draft, acts.Promised(what.strip(), later(self._desk, until)))

    def quote(self, draft: Draft, article: Article) -> Draft:
        """An article's answer goes below what stands in the solution already."""
        parts = [draft.values.get("solution", "").strip(), article.answer]
        told = "\n".join(part for part in parts if part)
        draft = replace(draft, values={**draft.values, "solution": told})
        quoted = article.title in draft.quoted
        return draft if quoted else self._happened(draft, acts.Quoted(article.title))

    def known(self, draft: Draft, caller: KnownCaller) -> Draft:
        """The caller is that customer.

        What was typed of them before stays; what came with another choice before does not.
        """
        values, chosen_before = dict(draft.values), draft.call.identified
        for part in _OF_THE_CUSTOMER:
            name, text = f"customer.{part}", getattr(caller.customer, part)
            if text and (chosen_before or not values.get(name, "").strip()):
                values[name] = text
        return self._happened(replace(draft, values=values), acts.Identified())

    def go_on(self, draft: Draft, past: PastTicket) -> Draft:
        """The call goes on with an open ticket instead of a new one; again, with a new one."""
        if draft.amends:
            return draft
        return replace(draft, continues="" if draft.continues == past.number else past.number)

    def greeting(self, draft: Draft) -> Greeting | None:
        """How the greeting stands; None without a call, and where none is asked for."""
        call = draft.call
        if not call.runs or call.answered is None:
            return None
        policy = self._desk.rules.policies.of(draft.form, call.answered)
        limit = policy.limits(draft.values.get("priority", "")).greeting
        if limit is None:
            return None
        taken = _seconds(call.answered, call.greeted or self.now())
        if call.greeted or taken > limit:
            return Greeting(0, kept=taken <= limit)
        return Greeting(limit - taken, kept=None)

    def wrap_up(self, draft: Draft) -> WrapUp | None:
        """How the wrap-up stands; None before the end of a call."""
        ended = draft.call.ended
        if ended is None:
            return None
        policy = self._desk.rules.policies.of(draft.form, ended)
        limit = policy.limits(draft.values.get("priority", "")).wrap_up
        return WrapUp(_seconds(ended, self.now()), limit)

    def script(self, draft: Draft) -> str:
        """What to say first."""
        return self.settings.greeting.format(name=self.me.shown)

    def repeat_back_script(self, draft: Draft) -> str:
        """The question whether we understood rightly; nothing while there is no problem yet."""
        header = Header(draft.form)
        for name in (*_PARTS, _TEXT):
            header = corrected(header, name, draft.values.get(name, "").strip())
        problem = header.problem.summary
        return self.settings.repeat_back.format(problem=problem) if problem else ""

    def missing(self, draft: Draft) -> tuple[str, ...]:
        """The parts of the problem that nobody wrote down yet; none while nothing is typed at all.

        One text tells at least what happened.
        """
        told = {name for name in (*_PARTS, _TEXT) if draft.values.get(name, "").strip()}
        if not told:
            return ()
        if _TEXT in told:
            told.add("problem.what")
        return tuple(name for name in _PARTS if name not in told)

    def _happened(self, draft: Draft, *done: acts.Act) -> Draft:
        events = tuple(self._desk.event(act) for act in done)
        return replace(draft, events=draft.events + events)


def _seconds(start: datetime, end: datetime) -> int:
    return int((end - start).total_seconds())
