"""The forms: which fields each asks for, in which order, and which it needs at the end."""

from enum import StrEnum

from msgspec import Struct

from cstui.domain.errors import NotFound


class Input(StrEnum):
    """How a field is filled in."""

    TEXT = "text"
    LONG = "long"
    """Free text of several lines."""
    CHOICE = "choice"
    """One of a list that the team keeps; other words are taken too."""
    INSTANT = "instant"
    """Date and time, or only a time of today."""
    SCORE = "score"
    """1 to 5; an agent's own estimate says so, as `4(估)` or `4 est`."""


class FormField(Struct, frozen=True):
    """One field of a form."""

    name: str
    """A field of the header, or one of `EVENT_FIELDS`."""
    input: Input = Input.TEXT
    required: bool = False
    """Asked for when the record is saved, never while the customer talks."""


EVENT_FIELDS = ("submitted", "responded", "resolved", "solution", "owner", "score", "note")
"""Fields that become events rather than parts of the header."""


class Form(Struct, frozen=True):
    """A form of the service team."""

    name: str
    fields: tuple[FormField, ...]
    live: bool
    """Whether it is filled in while the customer is on the telephone."""

    def field(self, name: str) -> FormField:
        """The field of that name; `NotFound` if the form has none."""
        for field in self.fields:
            if field.name == name:
                return field
        raise NotFound("unknown_field", name=name)


HOTLINE = Form(
    "hotline",
    (
        FormField("problem.text", Input.LONG, required=True),
        FormField("category", Input.CHOICE, required=True),
        FormField("priority", Input.CHOICE),
        FormField("request", Input.CHOICE),
        FormField("solution", Input.LONG),
        FormField("owner", Input.CHOICE),
        FormField("customer.phone"),
        FormField("customer.name"),
        FormField("customer.order"),
        FormField("customer.number"),
        FormField("channel", Input.CHOICE),
        FormField("problem.when"),
        FormField("problem.where"),
        FormField("problem.what"),
        FormField("problem.outcome"),
        FormField("tags", Input.CHOICE),
        FormField("note"),
    ),
    live=True,
)

RESPONSE = Form(
    "response",
    (
        FormField("customer.number"),
        FormField("channel", Input.CHOICE),
        FormField("category", Input.CHOICE, required=True),
        FormField("problem.text", Input.LONG, required=True),
        FormField("submitted", Input.INSTANT, required=True),
        FormField("responded", Input.INSTANT),
        FormField("resolved", Input.INSTANT),
        FormField("score", Input.SCORE),
        FormField("solution", Input.LONG),
        FormField("note"),
    ),
    live=False,
)

FORMS = {form.name: form for form in (HOTLINE, RESPONSE)}
"""The forms that can be filled in on the intake screen."""
