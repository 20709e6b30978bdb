"""Working on a ticket: replies, steps, talks, help, waits and promises."""

from datetime import datetime

from cstui.clock.instants import epoch
from cstui.clock.policy import ClockName
from cstui.clock.readings import Stand
from cstui.clock.upcoming import parse_upcoming_day
from cstui.domain import acts
from cstui.domain.acts import ANOMALOUS, LATE
from cstui.domain.errors import InputError
from cstui.domain.fold import fold
from cstui.domain.state import State
from cstui.domain.ticket import Ticket
from cstui.services.desk import Desk
from cstui.services.followup.acting import Acting, Look, ReasonNeeded
from cstui.services.followup.usual import UsualResponses

_UNUSUAL = 2
"""So many times the mean is unusual."""


class Working(Acting):
    """What is done between the call and the solution."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._usual = UsualResponses(desk)

    @property
    def teams(self) -> tuple[str, ...]:
        """Teams that a ticket may be given to."""
        people = (person.team for person in self.settings.people.values())
        rules = (rule.team for rule in self.settings.assignment)
        return tuple(dict.fromkeys(team for team in (*people, *rules) if team))

    def accept(self, ticket: Ticket) -> Ticket:
        """Take the ticket on: one's own, or one that nobody holds yet."""
        owner = fold(ticket).owner
        if owner and owner != self.me.login:
            raise InputError("not_yours", owner=self.person(owner).shown)
        return self.do(ticket, [acts.Accepted()])

    def is_late(self, look: Look) -> bool:
        """Whether a first reply, given now, would need a reason."""
        return any(
            each.open and each.clock is ClockName.FIRST_RESPONSE and each.stand is Stand.BREACHED
            for each in look.readings
        )

    def lacks_reason(self, look: Look) -> bool:
        """Whether the first reply came late and nobody has said why."""
        return LATE not in look.state.explained and any(
            not each.open
            and each.clock is ClockName.FIRST_RESPONSE
            and each.stand is Stand.BREACHED
            for each in look.readings
        )

    def respond(self, ticket: Ticket, way: str, result: str, reason: str = "") -> Ticket:
        """The customer had a reply.

        Raises:
            ReasonNeeded: when it is the first, without a reason, and comes after its limit or took
                more than twice as long as is usual for its type and channel.
        """
        done: list[acts.Act] = [acts.Responded(way.strip(), result.strip())]
        what = self._wants_reason(ticket)
        if what:
            if not reason.strip():
                raise ReasonNeeded(f"{what}_reason", number=ticket.number)
            done.append(acts.Explained(what, reason.strip()))
        return self.do(ticket, done)

    def progress(self, ticket: Ticket, text: str) -> Ticket:
        """A step towards the solution was taken, and the customer told."""
        return self.do(ticket, [acts.Progressed(text.strip())])

    def talk(self, ticket: Ticket, content: str, reaction: str, next_action: str) -> Ticket:
        """The customer was talked with on the way."""
        talked = acts.Talked(content.strip(), reaction.strip(), next_action.strip())
        return self.do(ticket, [talked])

    def help(self, ticket: Ticket, whom: str, asked: str, result: str) -> Ticket:
        """Another department was asked for help, or gave it."""
        return self.do(ticket, [acts.Helped(whom.strip(), result.strip(), asked.strip())])

    def transfer(self, ticket: Ticket, to: str, why: str) -> Ticket:
        """Somebody else takes over: a person, or a whole team by its name."""
        to = to.strip()
        if to in self.teams and to not in self.settings.people:
            return self.do(ticket, [acts.Transferred("", why.strip(), to)])
        return self.do(ticket, [acts.Transferred(to, why.strip(), self.person(to).team)])

    def wait(self, ticket: Ticket, why: str, until: str = "") -> Ticket:
        """The work waits for something outside our hands, at longest until a moment."""
        longest = self._moment(until) if until.strip() else None
        return self.do(ticket, [acts.Waiting(why.strip(), longest)])

    def resume(self, ticket: Ticket) -> Ticket:
        """The waiting is over."""
        return self.do(ticket, [acts.Resumed()])

    def promise(self, ticket: Ticket, what: str, until: str) -> Ticket:
        """The customer was promised something by a moment or a day: `+2h`, `明天9点`, `周五`."""
        return self.do(ticket, [acts.Promised(what.strip(), self._moment(until))])

    def keep(self, ticket: Ticket) -> Ticket:
        """The standing promise was kept."""
        return self.do(ticket, [acts.Kept()])

    def explain(self, ticket: Ticket, why: str) -> Ticket:
        """Give the reason for what was late or unusual."""
        what = LATE if self._was_late(ticket) else ANOMALOUS
        return self.do(ticket, [acts.Explained(what, why.strip())])

    def _moment(self, text: str) -> datetime:
        return parse_upcoming_day(text, self.now(), self.settings.zone)

    def _wants_reason(self, ticket: Ticket) -> str:
        look = self.seen(ticket)
        if look.state.round.responded:
            return ""
        if self.is_late(look):
            return LATE
        return ANOMALOUS if self._is_unusual(look.state) else ""

    def _is_unusual(self, state: State) -> bool:
        opened = state.round.opened
        if opened is None or len(state.rounds) > 1:
            return False
        usual = self._usual.mean(state.header.category[0], state.header.channel)
        return usual is not None and epoch(self.now()) - epoch(opened) > _UNUSUAL * usual

    def _was_late(self, ticket: Ticket) -> bool:
        return any(
            each.clock is ClockName.FIRST_RESPONSE and each.stand is Stand.BREACHED
            for each in self.seen(ticket).readings
        )
