"""What happens to a request until it is written down, on the telephone or otherwise."""

from msgspec import Struct


class Submitted(Struct, frozen=True):
    """The customer's request reached us (a ticket that did not begin as a live call)."""


class Rang(Struct, frozen=True):
    """The telephone rang."""


class Answered(Struct, frozen=True):
    """An agent picked up."""

    known: bool = True
    """False where a sheet says that the call was answered, but not when."""


class Abandoned(Struct, frozen=True):
    """The caller hung up before anybody answered."""


class Greeted(Struct, frozen=True):
    """The standard greeting was said."""


class Identified(Struct, frozen=True):
    """The caller is known now."""


class Confirmed(Struct, frozen=True):
    """The caller agreed that we repeated the problem rightly."""


class Held(Struct, frozen=True):
    """The caller was put on hold."""


class ResumedTalk(Struct, frozen=True):
    """The caller was taken off hold."""


class Upset(Struct, frozen=True):
    """The caller is upset and is calmed first."""


class Ended(Struct, frozen=True):
    """The call ended."""


class Saved(Struct, frozen=True):
    """The record was saved; wrap-up ends here."""

    disposition: str = ""
    """How the call ended, in the team's word; empty where nobody said."""
    draft: str = ""
    """Key of the draft that was added to a ticket which was there already."""
