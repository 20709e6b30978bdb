"""What happens to a request until it is written down, on the telephone or otherwise."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Submitted:
    """The customer's request reached us (a ticket that did not begin as a live call)."""


@dataclass(frozen=True, slots=True)
class Rang:
    """The telephone rang."""


@dataclass(frozen=True, slots=True)
class Answered:
    """An agent picked up."""

    known: bool = True
    """False where a sheet says that the call was answered, but not when."""


@dataclass(frozen=True, slots=True)
class Abandoned:
    """The caller hung up before anybody answered."""


@dataclass(frozen=True, slots=True)
class Greeted:
    """The standard greeting was said."""


@dataclass(frozen=True, slots=True)
class Identified:
    """The caller is known now."""


@dataclass(frozen=True, slots=True)
class Confirmed:
    """The caller agreed that we repeated the problem rightly."""


@dataclass(frozen=True, slots=True)
class Held:
    """The caller was put on hold."""


@dataclass(frozen=True, slots=True)
class ResumedTalk:
    """The caller was taken off hold."""


@dataclass(frozen=True, slots=True)
class Upset:
    """The caller is upset and is calmed first."""


@dataclass(frozen=True, slots=True)
class Ended:
    """The call ended."""


@dataclass(frozen=True, slots=True)
class Saved:
    """The record was saved; wrap-up ends here."""

    disposition: str = ""
    """How the call ended, in the team's word; empty where nobody said."""
    draft: str = ""
    """Key of the draft that was added to a ticket which was there already."""
