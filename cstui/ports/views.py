"""Views: which tickets a list shows, in which order, and how many."""

from enum import StrEnum

from msgspec import Struct

from cstui.domain.listing import Listing


class Which(StrEnum):
    """Which tickets a view has: those on which work is left, unless it says otherwise."""

    MINE = "mine"
    """Held by whoever looks."""
    TEAM = "team"
    """Held by anybody of their team, or by the team itself."""
    UNASSIGNED = "unassigned"
    """Held by nobody."""
    SOON = "soon"
    """Not late yet, and warned of."""
    LATE = "late"
    WAITING = "waiting"
    """For something outside our hands."""
    CALLBACKS = "callbacks"
    """Customers whom the looker is to call back."""
    REVISITS = "revisits"
    """Solved, and the customer not asked yet how content they are."""
    LOW = "low"
    """Whose customer was not content, which is being followed up."""
    ESCALATED = "escalated"
    """So late, in one's own team if one has any, that somebody above has to know."""
    OPEN = "open"
    """All on which work is left."""
    ALL = "all"
    """Whether or not work is left."""


class SortedBy(StrEnum):
    """What a view is ordered by; what is the same, by what is due first.

    `Which.ALL` always has the newest first, `Which.CALLBACKS` whom to call first.
    """

    DUE = "due"
    """Soonest due first, those without a due time last."""
    OPENED = "opened"
    """Those that the customer has waited for longest first."""
    PRIORITY = "priority"
    """The most urgent first."""
    CUSTOMER = "customer"
    """Tickets of one customer beside each other."""


class Viewer(Struct, frozen=True):
    """Who looks, and when; instants in seconds since 1970."""

    me: str = ""
    """Login."""
    team: str = ""
    """Their team."""
    now: int = 0
    """What was due before is late."""
    fallen: int = 0
    """Calls back agreed for this instant or before are the whole team's."""
    escalated: int = 0
    """What was due by this instant is escalated."""


class Word(Struct, frozen=True):
    """Something that was typed to find tickets by."""

    text: str
    """As texts are compared: what a ticket says of itself has it somewhere."""
    owners: tuple[str, ...] = ()
    """Logins of people whose names have it: what they hold is found too."""


class View(Struct, frozen=True):
    """Which tickets a list shows, and in which order."""

    which: Which = Which.OPEN
    words: tuple[Word, ...] = ()
    """Only tickets that have them all."""
    by: SortedBy = SortedBy.DUE
    viewer: Viewer = Viewer()


class Extent(Struct, frozen=True):
    """How long the list of a view is."""

    total: int
    """How many tickets it has."""
    place: int | None
    """Where in it the ticket stands that was asked for, from 0; None if it is not there."""


class Page(Struct, frozen=True):
    """Some of the tickets of a view, in its order."""

    first: int
    """Place of the first of them in the view, from 0."""
    listings: tuple[Listing, ...]
    total: int
    """How many the whole view has."""
