"""What an agent of the simulated week may do to a ticket, each as often as its weight says."""

import random
from collections.abc import Callable, Mapping, Sequence

from cstui.domain.acts import Provenance, Rated
from cstui.domain.errors import InputError
from cstui.domain.satisfaction import HIGHEST, dimensions_of, scale_of
from cstui.domain.ticket import Ticket
from cstui.services.followup import FollowUp
from tests.bench.recount import SLOW


class Fancy:
    """Makes up what is said; no words are said twice in the whole week.

    Args:
        who: the agent's login.
        colleagues: logins to choose from.
        dice: decide.
    """

    def __init__(self, who: str, colleagues: Sequence[str], dice: random.Random) -> None:
        self.dice = dice
        self._who = who
        self._colleagues = colleagues
        self._said = 0

    def words(self) -> str:
        """Something that nobody said before."""
        self._said += 1
        return f"{self._who}-{self._said}"

    def colleague(self) -> str:
        """Somebody's login."""
        return self.dice.choice(self._colleagues)

    def one_of(self, *texts: str) -> str:
        """One of some texts."""
        return self.dice.choice(texts)


Deed = Callable[[FollowUp, Ticket, Fancy, str], Ticket]
"""Does something to a ticket, with a reason where one was wanted."""


def _rate(followup: FollowUp, ticket: Ticket, fancy: Fancy, reason: str) -> Ticket:
    scale = scale_of(ticket.header.form)
    scores = {
        name: fancy.dice.randint(1, HIGHEST[scale]) for name in dimensions_of(ticket.header.form)
    }
    who = fancy.dice.choice((Provenance.CUSTOMER, Provenance.ANONYMOUS, Provenance.ESTIMATE))
    words = f"{fancy.words()} {fancy.one_of('', '', SLOW)}"
    try:
        return followup.rate(ticket, Rated(scale, scores, words, who), reason)
    except InputError as error:
        if error.key not in ("asked_lately", "already_rated"):
            raise
        return followup.rate(ticket, Rated(scale, scores, words, who, why=words), reason)


def _correct(followup: FollowUp, ticket: Ticket, fancy: Fancy, reason: str) -> Ticket:
    values = {"subject": fancy.words(), "customer.order": fancy.words()}
    values["priority"] = fancy.one_of("高", "中", "低")
    return followup.correct(ticket, dict(fancy.dice.sample(list(values.items()), 2)))


def _duplicate(followup: FollowUp, ticket: Ticket, fancy: Fancy, reason: str) -> Ticket:
    others = followup.others_of(ticket)
    if not others:
        raise InputError("no_others")
    return followup.close_as_duplicate(ticket, fancy.dice.choice(others).number)


DEEDS: Mapping[str, tuple[int, Deed]] = {
    "accept": (12, lambda f, ticket, fancy, _: f.accept(ticket)),
    "respond": (
        12,
        lambda f, ticket, fancy, reason: f.respond(ticket, "电话", fancy.words(), reason),
    ),
    "progress": (14, lambda f, ticket, fancy, _: f.progress(ticket, fancy.words())),
    "talk": (6, lambda f, ticket, fancy, _: f.talk(ticket, fancy.words(), "", "")),
    "help": (
        5,
        lambda f, ticket, fancy, _: f.help(
            ticket, fancy.one_of("仓库", "采购"), fancy.words(), fancy.one_of("", fancy.words())
        ),
    ),
    "transfer": (
        7,
        lambda f, ticket, fancy, _: f.transfer(
            ticket, fancy.one_of(fancy.colleague(), *f.teams), fancy.words()
        ),
    ),
    "wait": (
        8,
        lambda f, ticket, fancy, _: f.wait(
            ticket,
            f"{fancy.one_of('等配件', '等客户', '等天晴')} {fancy.words()}",
            fancy.one_of("", "+4h", "+1d"),
        ),
    ),
    "resume": (8, lambda f, ticket, fancy, _: f.resume(ticket)),
    "promise": (
        6,
        lambda f, ticket, fancy, _: f.promise(ticket, fancy.words(), fancy.one_of("+1h", "+1d")),
    ),
    "keep": (6, lambda f, ticket, fancy, _: f.keep(ticket)),
    "resolve": (
        14,
        lambda f, ticket, fancy, _: f.resolve(ticket, fancy.words(), fancy.dice.random() < 0.4),
    ),
    "confirm": (4, lambda f, ticket, fancy, _: f.confirm(ticket)),
    "reopen": (4, lambda f, ticket, fancy, _: f.reopen(ticket, fancy.words())),
    "rate": (8, _rate),
    "call back": (
        5,
        lambda f, ticket, fancy, _: f.call_back(
            ticket, fancy.dice.random() < 0.5, fancy.words(), fancy.one_of("", "+2h")
        ),
    ),
    "measure": (
        4,
        lambda f, ticket, fancy, _: f.set_measure(
            ticket, fancy.words(), fancy.colleague(), "+2d", fancy.words()
        ),
    ),
    "check": (
        4,
        lambda f, ticket, fancy, _: f.check_measure(
            ticket, fancy.dice.random() < 0.7, fancy.words()
        ),
    ),
    "correct": (7, _correct),
    "duplicate": (3, _duplicate),
    "cause": (3, lambda f, ticket, fancy, _: f.cause(ticket, fancy.words(), fancy.words(), ())),
    "explain": (2, lambda f, ticket, fancy, _: f.explain(ticket, fancy.words())),
    "undo": (7, lambda f, ticket, fancy, _: f.undo(ticket)),
    "note": (5, lambda f, ticket, fancy, _: f.note(ticket, fancy.words())),
}
"""By name: how often, and what."""
