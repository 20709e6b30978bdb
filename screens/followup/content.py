"""What the detail of a ticket says, line by line."""

from collections.abc import Iterator

from rich.cells import cell_len

from cstui.clock.policy import OF_THE_CALL
from cstui.clock.readings import Reading, Stand
from cstui.domain.holding import holdings
from cstui.domain.masking import masked
from cstui.domain.satisfaction import weighted
from cstui.domain.state import Status
from cstui.i18n import Translator
from cstui.reports.wording import duration_text
from cstui.services.followup import FollowUp, Look
from screens.followup.telling import Teller
from screens.kit.columns import Cell, Tone
from screens.kit.text import displayable, fit
from screens.kit.wrapping import wrapped

Line = list[Cell]
"""Cells side by side."""

_LABEL = 9
_WHO_MOST = 12
_GAP = 1
_TONES: dict[Stand, Tone] = {Stand.BREACHED: "bad", Stand.MET: "good", Stand.IMPOSSIBLE: "warn"}


def title_of(look: Look, t: Translator) -> str:
    """The ticket in a few words."""
    header = look.state.header
    told = (header.number, t(f"act.status.{look.state.status.value}"), header.priority)
    return displayable("  ".join(word for word in told if word))


def content_of(
    look: Look, followup: FollowUp, t: Translator, width: int, known: int | None = None
) -> list[Line]:
    """All that is known of a ticket: what it is about, its clocks, what happened, newest first.

    Args:
        look: the ticket.
        followup: knows people and zone.
        t: the reader's translator.
        width: how many cells a line has.
        known: so many of its events the reader has seen; None for all.
    """
    known = len(look.ticket.events) if known is None else known
    return list(_Content(look, followup, t, width).lines(known))


def ledger_of(look: Look, followup: FollowUp, t: Translator, width: int) -> list[Line]:
    """The minutes behind its clocks: which counted, which did not, and why."""
    said = followup.explained(look.ticket, t).splitlines()
    return [[Cell(line)] for text in said for line in wrapped(text, width) or [""]]


class _Content:
    def __init__(self, look: Look, followup: FollowUp, t: Translator, width: int) -> None:
        self._look = look
        self._state = look.state
        self._followup = followup
        self._teller = Teller(followup, t)
        self._t = t
        self._width = width

    def lines(self, known: int) -> Iterator[Line]:
        yield from self._about()
        yield from self._standing()
        yield from self._holders()
        yield [Cell(self._t("followup.timeline"), "strong")]
        events, me = self._look.ticket.events, self._followup.me.login
        timeline = self._teller.timeline(events)
        who = min(_WHO_MOST, max((cell_len(told.who) for told in timeline), default=0))
        for place, told in reversed(list(enumerate(timeline))):
            what = self._t("act.taken_back", line=told.what) if told.gone else told.what
            when = fit(told.when, cell_len(told.when) + _GAP)
            new: Tone = "warn" if place >= known and events[place].by != me else "muted"
            lead = [Cell(when, new), Cell(fit(displayable(told.who), who + _GAP), new)]
            yield from self._hanging(lead, what, "muted" if told.gone else "")

    def _about(self) -> Iterator[Line]:
        """Who asks, what for, who works on it."""
        header, problem = self._state.header, self._state.header.problem.summary
        who = masked(header.customer)
        yield from self._row("customer", who.name, who.phone, who.number, who.order, who.kind)
        yield from self._row("category", "/".join(filter(None, header.category)), header.channel)
        yield from self._row("subject", header.subject if header.subject != problem else "")
        yield from self._row("problem", problem)
        yield from self._row("request", header.request)
        yield from self._row("tags", *header.tags)
        yield from self._row("owner", self._holder(), self._acceptance())

    def _standing(self) -> Iterator[Line]:
        """How far it has come."""
        state = self._state
        label = self._t("followup.clocks")
        for reading in self._readings():
            yield from self._hanging([self._label(label)], *self._clock(reading))
            label = ""
        if state.status is Status.WAITING and state.round.waits:
            yield from self._row("waiting", state.round.waits[-1].why)
        if state.promise:
            until = self._teller.when(state.promise.until)
            yield from self._row(
                "promise", self._t("followup.by_then", what=state.promise.what, time=until)
            )
        if state.callback:
            due = self._teller.when(state.callback.due)
            yield from self._row(
                "callback", self._t("followup.at_then", time=due, what=state.callback.about)
            )
        if self._followup.lacks_reason(self._look):
            yield from self._row("reason", self._t("followup.reason_missing"))
        for help in state.helps:
            yield from self._row("helps", help.whom, help.asked)
        yield from self._rating()
        yield from self._loop()
        yield from self._row("solution", state.solution)
        yield from self._row("cause", state.cause, state.measure)

    def _holders(self) -> Iterator[Line]:
        """How long everybody had it who did, where more than one had."""
        spent: dict[str, float] = {}
        for one in holdings(self._look.ticket):
            name = self._teller.who(one.owner) if one.owner else one.team
            seconds = ((one.end or self._look.now) - one.start).total_seconds()
            name = name or self._t("followup.nobody")
            spent[name] = spent.get(name, 0) + seconds
        if len(spent) > 1:
            told = (f"{name} {duration_text(length, self._t)}" for name, length in spent.items())
            yield from self._row("holders", self._t("act.between").join(told))

    def _rating(self) -> Iterator[Line]:
        """What a survey's scores come to for this type of service."""
        if rated := self._state.rating:
            mean = weighted(rated, " ".join(self._state.header.category))
            if mean is not None:
                score = self._t("act.weighted", score=f"{mean:.1f}")
                yield from self._row("rating", self._teller.scores(rated), score)

    def _loop(self) -> Iterator[Line]:
        """What was done for a customer who was not content, and whether it helped."""
        loop = self._state.loop
        if loop is None or loop.measure is None:
            return
        found = self._t("followup.recheck.pending")
        if loop.checked:
            found = self._t("followup.met" if loop.checked.met else "followup.missed")
        owner = self._teller.who(loop.measure.owner)
        yield from self._row("loop", loop.measure.measure, owner, found)

    def _holder(self) -> str:
        state = self._state
        if not state.owner:
            return state.team or self._t("followup.nobody")
        owner = self._teller.who(state.owner)
        return self._t("followup.holder", owner=owner, team=state.team) if state.team else owner

    def _acceptance(self) -> str:
        waits = self._state.assigned and not self._state.accepted and self._state.status.is_open
        return self._t("followup.not_accepted") if waits else ""

    def _readings(self) -> list[Reading]:
        """Clocks that run, soonest due first, then those that ended in the present round."""
        now = len(self._state.rounds)
        told = (each for each in self._look.readings if each.clock not in OF_THE_CALL)
        return sorted(
            (each for each in told if each.open or each.round == now),
            key=lambda each: (not each.open, each.due is None, each.due or each.started),
        )

    def _clock(self, reading: Reading) -> tuple[str, Tone]:
        name = self._t(f"clock.name.{reading.clock.value}")
        if reading.round > 1:
            name = self._t("followup.round", clock=name, n=reading.round)
        own = f"followup.stand.{reading.clock.value}.{reading.stand.value}"
        stand = self._t(own if self._t.known(own) else f"clock.stand.{reading.stand.value}")
        told = [stand, self._due(reading) if reading.open else self._used(reading)]
        if reading.open and reading.opens and reading.opens > self._look.now:
            told.insert(1, self._t("followup.opens", start=self._teller.when(reading.opens)))
        tone = "warn" if reading.warn else _TONES.get(reading.stand, "")
        words = self._t("act.between").join(word for word in told if word)
        return self._t("act.line", name=name, words=words), tone

    def _due(self, reading: Reading) -> str:
        if reading.due is None:
            return ""
        left = round((reading.due - self._look.now).total_seconds())
        key = "followup.overdue" if left < 0 else "followup.due_in"
        due = self._teller.when(reading.due)
        return self._t(key, time=due, length=duration_text(abs(left), self._t))

    def _used(self, reading: Reading) -> str:
        used = duration_text(reading.used_s, self._t)
        if reading.limit_s is None:
            return self._t("followup.used", used=used)
        return self._t("followup.used_of", used=used, limit=duration_text(reading.limit_s, self._t))

    def _row(self, name: str, *values: str) -> Iterator[Line]:
        """A label and what belongs to it; nothing where there is nothing to say."""
        if text := "  ".join(value for value in values if value):
            yield from self._hanging([self._label(self._t(f"followup.{name}"))], text)

    def _label(self, label: str) -> Cell:
        return Cell(fit(label, _LABEL), "muted")

    def _hanging(self, lead: Line, text: str, tone: Tone = "") -> Iterator[Line]:
        """A text whose further lines begin below its first."""
        indent = sum(cell_len(cell.text) for cell in lead)
        for number, line in enumerate(wrapped(text, self._width - indent)):
            yield [*(lead if number == 0 else [Cell(" " * indent)]), Cell(line, tone)]
