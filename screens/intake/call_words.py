"""The call in words: its state and time, what was done in it, what to say next."""

from collections.abc import Iterator
from typing import Literal, TypeAlias

from msgspec import Struct

from cstui.domain.masking import masked_phone
from cstui.domain.state import Call
from cstui.i18n import Translator
from cstui.services.intake.callers import PastTicket
from cstui.services.intake.calls import Calls
from cstui.services.intake.draft import Draft
from screens.intake.moments import day_text, lasting
from screens.kit.language import Wording, said
from screens.kit.text import displayable

Tone: TypeAlias = Literal["", "good", "warn", "bad", "muted"]
"""How a part is meant; the theme gives it a colour."""
Part: TypeAlias = tuple[str, Tone]
"""Some words and their tone."""


class Standing(Struct, frozen=True):
    """All that the lines of a call depend on, but the time."""

    draft: Draft
    title: Wording = ""
    """The name of the form."""
    place: int = 1
    """Which of the unfinished records this is."""
    count: int = 1
    """How many there are."""
    prompt: str = ""
    """Words to say to the caller, as asked for with a key."""
    repeated: PastTicket | None = None
    """An earlier call about the same, not long ago."""
    news: Wording = ""
    """What happened last."""


class CallWords:
    """Says how a call stands.

    Args:
        calls: tells the time, and how greeting and wrap-up stand.
        standing: the record and what surrounds it.
        t: the reader's translator.
    """

    def __init__(self, calls: Calls, standing: Standing, t: Translator) -> None:
        self._calls = calls
        self._now = calls.now()
        self._standing = standing
        self._draft = standing.draft
        self._call = standing.draft.call
        self._greeting = calls.greeting(standing.draft)
        self._t = t

    def state(self) -> Part:
        """State and times."""
        t, call = self._t, self._call
        if call.ended:
            return self._wrap_up(call)
        if call.answered:
            talked = lasting((self._now - call.answered).total_seconds())
            if call.on_hold:
                held = lasting((self._now - call.holds[-1].start).total_seconds())
                return t("intake.on_hold", time=held, talked=talked), "warn"
            held = lasting(self._held(call))
            key = "intake.talking_held" if call.holds else "intake.talking"
            return t(key, time=talked, held=held), "good"
        if call.rang:
            time = lasting((self._now - call.rang).total_seconds())
            phone = masked_phone(self._draft.values.get("customer.phone", ""))
            return t("intake.ringing", time=time, phone=displayable(phone)).rstrip(), "warn"
        return t("intake.no_call"), "muted"

    def marks(self) -> Iterator[Part]:
        """What was done in the call."""
        t, call = self._t, self._call
        greeting = self._greeting
        if greeting and greeting.kept is not None:
            kept = greeting.kept
            yield (t("intake.greeted" if kept else "intake.greeted_late"), "" if kept else "bad")
        if call.confirmed:
            yield t("intake.confirmed"), ""
        if call.upset:
            yield t("intake.was_upset"), "warn"
        if promise := self._draft.promise:
            yield t("intake.has_promised", what=displayable(promise.what)), ""

    def about(self) -> Part:
        """Which record this is."""
        t, standing = self._t, self._standing
        parts = [said(standing.title, t)]
        if standing.count > 1:
            parts.insert(0, t("intake.place", place=standing.place, count=standing.count))
        if number := self._draft.continues:
            parts.insert(0, t("intake.continues", number=number))
        elif number := self._draft.amends:
            parts.insert(0, t("intake.amends", number=number))
        return "  ".join(parts), "muted"

    def line(self) -> Part:
        """What to say next, else what to know."""
        t, standing = self._t, self._standing
        greeting = self._greeting
        if greeting and greeting.kept is None:
            script = displayable(self._calls.script(self._draft))
            return t("intake.greeting", seconds=greeting.left, script=script), "good"
        if standing.prompt:
            return displayable(standing.prompt), "good"
        if past := standing.repeated:
            day = day_text(past.opened, self._now, t) if past.opened else ""
            subject = displayable(past.subject)
            return t("intake.repeated", number=past.number, day=day, subject=subject), "warn"
        if missing := [t(label) for label in self._missing() if t.known(label)]:
            return t("intake.missing", names=" ".join(missing)), "muted"
        return displayable(said(standing.news, t)), ""

    def _missing(self) -> Iterator[str]:
        """Labels of the problem's parts that nobody wrote down; not every form has them."""
        for name in self._calls.missing(self._draft):
            yield f"intake.{self._draft.form}.{name}"

    def _wrap_up(self, call: Call) -> Part:
        """The wrap-up against its limit, where the team has one."""
        talked = (
            lasting((call.ended - call.answered).total_seconds())
            if (call.ended and call.answered)
            else lasting(0)
        )
        stands = self._calls.wrap_up(self._draft)
        used = lasting(stands.used if stands else 0)
        if stands is None or stands.limit is None:
            return self._t("intake.wrapping_up", time=used, talked=talked), "good"
        limit = lasting(stands.limit)
        words = self._t("intake.wrapping_up_of", time=used, limit=limit, talked=talked)
        return words, "bad" if stands.over else "good"

    def _held(self, call: Call) -> float:
        """Seconds on hold so far."""
        return sum(((hold.end or self._now) - hold.start).total_seconds() for hold in call.holds)
