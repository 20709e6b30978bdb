"""The dialog for two people on one ticket: who saved what meanwhile, and what to do with mine."""

from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar, Literal

from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widget import Widget
from textual.widgets import Static

from cstui.domain.merging import Collision
from cstui.domain.ticket import Event
from cstui.services.followup import FollowUp
from screens.followup.telling import Teller
from screens.kit.dialogs.dialog import Dialog
from screens.kit.keys import bind
from screens.kit.language import Phrase
from screens.kit.wrapping import wrapped

Way = Literal["merge", "leave"]
"""Save mine on top of theirs, or only keep theirs."""

_WIDTH = 62
_INDENT = "  "


class CollisionDialog(Dialog[Way]):
    """Tells what both did; gives what to do, or None to go back to what was typed.

    Args:
        collision: what both did.
        followup: knows people and zone.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("enter,ctrl+s", "followup.merge", "accept('merge')"),
        bind("delete", "followup.leave", "accept('leave')"),
        bind("escape", "followup.return", "cancel"),
    ]
    DEFAULT_CSS = """
    CollisionDialog #told { height: auto; max-height: 70vh; scrollbar-size-vertical: 1; }
    """

    def __init__(self, collision: Collision, followup: FollowUp) -> None:
        super().__init__(Phrase("followup.collision", number=collision.current.number))
        self._collision = collision
        self._followup = followup

    def compose_body(self) -> Iterable[Widget]:
        """Theirs, mine, and where they do not go together."""
        text = "\n\n".join("\n".join(part) for part in self._parts())
        yield VerticalScroll(Static(text, markup=False), id="told")

    def action_accept(self, way: Way) -> None:
        """Gives what was picked."""
        self.dismiss(way)

    def _parts(self) -> Iterator[Sequence[str]]:
        t, collision = self.t, self._collision
        yield wrapped(t("followup.collision.text"), _WIDTH)
        yield self._events("followup.collision.theirs", collision.theirs)
        yield self._events("followup.collision.mine", collision.mine)
        if collision.misfits:
            yield self._events("followup.collision.misfits", collision.misfits)
        if collision.clashes:
            fields = t("act.between").join(t(f"act.field.{act.field}") for act in collision.clashes)
            yield wrapped(t("followup.collision.clash", fields=fields), _WIDTH)

    def _events(self, heading: str, events: Iterable[Event]) -> list[str]:
        """A heading, and below it who did what when."""
        teller, everything = Teller(self._followup, self.t), self._collision.current.events
        lines = [*wrapped(self.t(heading), _WIDTH)]
        for event in events:
            what = teller.line(event, everything)
            told = f"{teller.when(event.at)}  {teller.who(event.by)}  {what}"
            lines += [_INDENT + line for line in wrapped(told, _WIDTH - len(_INDENT))]
        return lines
