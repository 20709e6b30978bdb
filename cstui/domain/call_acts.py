"""What happens to a request until it is written down, on the telephone or otherwise."""

from cstui.domain.value import value


@value
class Submitted:
    """The customer's request reached us (a ticket that did not begin as a live call)."""


@value
class Rang:
    """The telephone rang."""


@value
class Answered:
    """An agent picked up."""

    known: bool = True
    """False where a sheet says that the call was answered, but not when."""


@value
class Abandoned:
    """The caller hung up before anybody answered."""


@value
class Greeted:
    """The standard greeting was said."""


@value
class Identified:
    """The caller is known now."""


@value
class Confirmed:
    """The caller agreed that we repeated the problem rightly."""


@value
class Held:
    """The caller was put on hold."""


@value
class ResumedTalk:
    """The caller was taken off hold."""


@value
class Upset:
    """The caller is upset and is calmed first."""


@value
class Ended:
    """The call ended."""


@value
class Saved:
    """The record was saved; wrap-up ends here."""

    disposition: str = ""
    """How the call ended, in the team's word; empty where nobody said."""
    draft: str = ""
    """Key of the draft that was added to a ticket which was there already."""
