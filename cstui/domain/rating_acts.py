"""What customers say of how content they are, and what is done about it."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum

from msgspec import Struct, field

OVERALL = "overall"
"""The dimension of a rating that a single figure means."""


class Provenance(StrEnum):
    """Who said how content the customer was."""

    CUSTOMER = "customer"
    ANONYMOUS = "anonymous"
    """The customer, who is not to be named."""
    ESTIMATE = "estimate"
    """Somebody of us."""
    UNANSWERED = "unanswered"
    """Nobody: the customer was asked, and did not answer."""


class Scale(StrEnum):
    """The scale on which a rating was given; it is kept, never converted into another."""

    FIVE = "five"
    """1 to 5."""
    HOTLINE = "hotline"
    """满意 3, 一般 2, 不满意 1."""
    AFTER_SALES = "after_sales"
    """满意 3, 基本满意 2, 不满意 1."""


class Rated(Struct, frozen=True):
    """How content the customer was."""

    scale: Scale
    scores: Mapping[str, int] = field(default_factory=dict)
    """Score by dimension, as `OVERALL`."""
    words: str = ""
    """The customer's own words."""
    provenance: Provenance = Provenance.CUSTOMER
    improve: str = ""
    """What most needs improving, in the customer's words."""
    suggestion: str = ""
    """What else the customer suggests."""
    why: str = ""
    """Why it answers an earlier rating, or why the customer was asked again so soon."""


class MeasureSet(Struct, frozen=True):
    """Something will be done because a customer was not content."""

    measure: str
    owner: str
    """Login of who sees to it."""
    due: datetime
    """When it will be checked whether it helped."""
    why: str = ""
    """What had made the customer discontented."""


class MeasureChecked(Struct, frozen=True):
    """The standing measure was checked: it reached what it was for, or it did not."""

    met: bool
    note: str = ""
    """What was found; the review of a measure that did not help."""
