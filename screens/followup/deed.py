"""A deed: one thing that can be done to a ticket, with what is asked for and who does it."""

from collections.abc import Callable, Mapping

from msgspec import Struct

from cstui.domain import acts
from cstui.domain.state import State
from cstui.domain.ticket import Ticket
from cstui.i18n import Translator
from cstui.services.followup import Asked, FollowUp, Look
from cstui.services.intake.snippets import Snippets
from screens.followup.snippets import snippets_for
from screens.kit.dialogs.ask import Check
from screens.kit.fields import Field
from screens.kit.form import Labelled
from screens.kit.language import Phrase
from screens.kit.options import Option
from screens.kit.snippets import SnippetField

Answers = Mapping[str, str]
"""What was typed, by the name of its field."""
Do = Callable[[FollowUp, Ticket, Answers], Ticket]
"""Saves what was typed."""

REASON = "reason"
"""The field for the reason why something was late or unusual."""


class Known(Struct, frozen=True):
    """What the store knows that a question depends on."""

    asked: Asked | None = None
    """When the customer was last asked how content they are, if lately."""
    others: tuple[Option, ...] = ()
    """Other tickets of the customer."""


class Case(Struct, frozen=True):
    """A ticket to which something is to be done."""

    followup: FollowUp
    look: Look
    typed: Answers
    """What was typed before, where a refusal led back."""
    t: Translator
    """The reader's."""
    known: Known

    @property
    def state(self) -> State:
        """What follows from the ticket's events."""
        return self.look.state

    def row(self, field: Field, *, required: bool = False) -> Labelled:
        """A field with its label, which its name tells."""
        return Labelled(Phrase(f"followup.ask.{field.id}"), field, required=required)

    def words(self, name: str, default: str = "", *, required: bool = False) -> Labelled:
        """A field for words, in which snippets may be typed."""
        value = self.typed.get(name, default)
        text = SnippetField(value, snippets=self._snippets, id=name)
        return self.row(text, required=required)

    def _snippets(self) -> Snippets:
        return snippets_for(self.followup, self.state)


class Questions(Struct, frozen=True):
    """What is asked before something is done."""

    rows: tuple[Labelled, ...] = ()
    """The fields to fill in; none where nothing needs to be said."""
    text: str = ""
    """A sentence above them."""
    check: Check | None = None
    """Finds wrong answers."""
    quick: bool = False
    """Whether Enter saves as soon as all required fields are filled in."""


Ask = Callable[[Case], Questions]


def nothing(case: Case) -> Questions:
    """Asks nothing."""
    return Questions()


def one_text(name: str) -> Ask:
    """Asks for one text, which has to be there."""
    return lambda case: Questions((case.words(name, required=True),))


def by_itself(do: Callable[[FollowUp, Ticket], Ticket]) -> Do:
    """A service that needs no words."""
    return lambda followup, ticket, typed: do(followup, ticket)


class Deed(Struct, frozen=True):
    """One thing that can be done to a ticket."""

    name: str
    """Its phrase below `followup.`."""
    kind: type[acts.Act]
    """What becomes of it."""
    do: Do
    """Saves it."""
    ask: Ask = nothing
    """What is asked for first."""
    learn: Callable[[FollowUp, Ticket], Known] | None = None
    """Reads from the store what the question depends on; None where it depends on nothing."""
    tells: bool = False
    """Whether what was understood is told once it is saved."""
