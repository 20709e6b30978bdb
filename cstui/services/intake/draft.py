"""A draft: a record that is still being written."""

from collections.abc import Mapping
from functools import lru_cache
from os import urandom

from msgspec import Struct, field

from cstui.domain import acts
from cstui.domain.fold import fold
from cstui.domain.state import Call
from cstui.domain.ticket import Event, Header, Ticket


def new_key() -> str:
    """What tells a draft from all others; `uuid` would look at the whole platform to say it."""
    return urandom(16).hex()


class Draft(Struct, frozen=True):
    """A record that is still being written: what stands in the fields, what happened so far."""

    form: str
    values: Mapping[str, str] = field(default_factory=dict)
    """Text by field name; may hold fields of other forms, which wait for a change of form."""
    events: tuple[Event, ...] = ()
    """What happened so far: the call's measured moments, promises, quotes."""
    key: str = field(default_factory=new_key)
    """What tells it from all other drafts; the ticket that it becomes has it as its origin."""
    continues: str = ""
    """Number of the ticket that the call goes on with; empty where it becomes a new one."""
    amends: str = ""
    """Number of the ticket whose last save was taken back, to be saved again."""

    @property
    def empty(self) -> bool:
        """Whether nothing would be lost if it were thrown away."""
        return not self.events and not any(value.strip() for value in self.values.values())

    @property
    def call(self) -> Call:
        """The call as far as it has gone."""
        return _call_of(self.form, self.events)

    @property
    def promise(self) -> acts.Promised | None:
        """What the customer was promised last."""
        made = [event.act for event in self.events if isinstance(event.act, acts.Promised)]
        return made[-1] if made else None

    @property
    def quoted(self) -> tuple[str, ...]:
        """Titles of the articles that were quoted, each once."""
        titles = [event.act.article for event in self.events if isinstance(event.act, acts.Quoted)]
        return tuple(dict.fromkeys(titles))

    @property
    def adds_to(self) -> str:
        """Number of the ticket that saving it adds to; empty where it becomes a new one."""
        return self.continues or self.amends


@lru_cache(maxsize=8)
def _call_of(form: str, events: tuple[Event, ...]) -> Call:
    """The call that some events make; asked for several times each second while it goes on."""
    return fold(Ticket(Header(form), events)).call
