"""What a store keeps beside tickets and settings: callers, calls that ring, articles."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from cstui.domain.articles import Article, MissedSearch
from cstui.domain.ringing import Ringing
from cstui.domain.ticket import Ticket
from cstui.domain.traces import Traces


class Callers(Protocol):
    """Finds callers by the traces that they left on tickets."""

    def found(self, sought: str, limit: int) -> list[Ticket]:
        """The newest ticket of each different customer that a text may mean, best matches first.

        The text may be the beginning or the last digits of a telephone number, or the beginning
        of an order number, a member number, a name, or a name's initials; fewer than three digits
        mean nobody.
        """
        ...

    def history(self, traces: Traces, limit: int) -> list[Ticket]:
        """A customer's tickets, newest first: those with the same phone or the same number."""
        ...


class Ringings(Protocol):
    """Calls that a telephone switch told of and that nobody has taken yet."""

    def add(self, ringing: Ringing) -> Ringing:
        """Tell that a call comes in."""
        ...

    def take(self, login: str, since: datetime) -> list[Ringing]:
        """The calls for a person that rang since then, oldest first; each is given only once.

        Costs next to nothing when there are none. Older ones are forgotten.
        """
        ...


class Presence(Protocol):
    """Who looks at which ticket just now; nothing of it lasts.

    Where it cannot be told, nobody is anywhere: the work goes on without.
    """

    def stand_at(self, row: int, who: str) -> None:
        """Tell all other sessions that somebody looks at the ticket in a row of the store."""
        ...

    def leave(self) -> None:
        """Tell them that whoever looked does so no longer."""
        ...

    def others(self) -> Mapping[int, tuple[str, ...]]:
        """The logins of those who look at tickets in other sessions, by the tickets' rows.

        Costs next to nothing. A session that died is gone within a second from the ticket that is
        looked at here, and within ten from any other.
        """
        ...


class Articles(Protocol):
    """The knowledge base."""

    def all(self) -> list[Article]:
        """All articles, retired ones included, in the order in which they were first written."""
        ...

    def save(self, articles: Sequence[Article]) -> list[Article]:
        """Save new and changed articles, all or none; each title is that of one article.

        `Conflict` (with the current article) where another was faster: to change the same one, or
        to take the title. Quotes are not written: they are counted with the tickets that quote.
        """
        ...

    def missed(self) -> list[MissedSearch]:
        """What was looked for and not found, the most frequent first."""
        ...

    def miss(self, text: str, at: datetime) -> None:
        """Remember that something was looked for and not found."""
        ...

    def forget_missed(self, text: str) -> None:
        """There is an answer now, or none is wanted."""
        ...
