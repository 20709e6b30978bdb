"""Doing something to a ticket: ask, save, and settle it with whoever else saved meanwhile."""

from cstui.domain.acts import Rated, Undone
from cstui.domain.errors import CstuiError, InputError
from cstui.domain.fold import fold
from cstui.domain.masking import masked_name
from cstui.domain.merging import Collision
from cstui.domain.ticket import Ticket
from cstui.ports import Changes
from cstui.services.followup import Collided, FollowUp, ReasonNeeded
from screens.followup.collision import CollisionDialog
from screens.followup.deed import REASON, Answers, Case, Deed, Known
from screens.followup.deeds import deed_of
from screens.followup.telling import Teller
from screens.followup.unhappy import Unhappy
from screens.kit.base import BaseScreen
from screens.kit.dialogs.ask import Ask
from screens.kit.dialogs.compare import Compare, Difference
from screens.kit.dialogs.say import Confirm
from screens.kit.dialogs.talk import Talk
from screens.kit.language import Phrase
from screens.kit.store_thread import Worker
from screens.kit.text import displayable
from screens.kit.wrapping import wrapped

_TEXT_WIDTH = 66
"""Cells of a sentence in a dialog."""


class Doing(Talk):
    """Does things to tickets in dialogs over a screen; its methods run in the screen's workers.

    Args:
        screen: where the dialogs open.
        followup: saves.
        worker: where the store is used.
    """

    def __init__(
        self, screen: BaseScreen[None], followup: FollowUp, worker: Worker[Changes | None]
    ) -> None:
        super().__init__(screen, worker)
        self._followup = followup

    async def do(self, deed: Deed, ticket: Ticket) -> Ticket | None:
        """Asks for what is needed and saves it; gives the ticket as it stands then.

        What was typed stays until it is saved or given up: every refusal leads back to it.
        None when nothing came of it.
        """
        try:
            self._followup.may(ticket, deed.kind)
            typed = await self._asked(deed, ticket, {})
            while typed is not None:
                try:
                    saved = await self._try(deed, ticket, typed)
                except ReasonNeeded as error:
                    await self.tell(error)
                    saved, typed = None, {REASON: "", **typed}
                if saved or not typed:
                    return saved and await self._went_on(deed, saved)
                typed = await self._asked(deed, ticket, typed)
        except InputError as error:
            await self.tell(error)
        return None

    async def _asked(self, deed: Deed, ticket: Ticket, typed: Answers) -> Answers | None:
        """What is typed for a deed; empty where nothing needs to be, None when given up."""
        t = self.t
        if deed.kind is Undone:
            last = self._followup.last_of_mine(ticket)
            line = Teller(self._followup, t).line(last, ticket.events)
            question = Confirm(
                Phrase("followup.undo_title"), t("followup.undo_text", line=displayable(line))
            )
            return {} if await self.ask(question) else None
        look, known = self._followup.seen(ticket), await self._known(deed, ticket, typed)
        asked = deed.ask(Case(self._followup, look, typed, t, known))
        if not asked.rows:
            return {}
        customer = masked_name(look.state.header.customer.name)
        what = t(f"followup.{deed.name}")
        title = t("followup.ask", act=what, number=ticket.number, customer=customer)
        return await self.ask(
            Ask(
                title.strip(),
                *asked.rows,
                text="\n".join(wrapped(asked.text, _TEXT_WIDTH)),
                check=asked.check,
                quick=asked.quick,
            )
        )

    async def _known(self, deed: Deed, ticket: Ticket, typed: Answers) -> Known:
        """What the store knows for a question; what was typed already is not lost over it."""
        if deed.learn:
            try:
                return await self.worker.run(deed.learn, self._followup, ticket)
            except CstuiError:
                if not typed:
                    raise
        return Known()

    async def _went_on(self, deed: Deed, saved: Ticket) -> Ticket:
        """What is offered at once where the customer turns out not to be content."""
        if deed.kind is Rated and self._followup.wants_loop(saved):
            name = await self.ask(Unhappy(self._followup, saved))
            if name:
                return await self.do(deed_of(name, fold(saved)), saved) or saved
        return saved

    async def _try(self, deed: Deed, ticket: Ticket, typed: Answers) -> Ticket | None:
        """Saves, and tells how it went; None leads back to what was typed."""
        t = self.t
        try:
            saved = await self.worker.run(deed.do, self._followup, ticket, typed)
        except Collided as collided:
            return await self._settled(collided.collision)
        except ReasonNeeded:
            raise
        except CstuiError as error:
            await self.tell(error)
            return None
        if saved.revision == ticket.revision:
            self.news(t("followup.unchanged", number=saved.number))
        elif fold(ticket).status.is_open and not fold(saved).status.is_open:
            # it leaves the list of open tickets; anything else is seen on the timeline
            self.news(t("followup.ended", number=saved.number))
        elif deed.tells:
            last = saved.events[-1]
            self.news(displayable(Teller(self._followup, t).line(last, saved.events)))
        return saved

    async def _settled(self, collision: Collision) -> Ticket | None:
        """Lets the person choose what becomes of two people's work; None leads back."""
        t = self.t
        while way := await self.ask(CollisionDialog(collision, self._followup)):
            number = collision.current.number
            if way == "leave":
                self.news(t("followup.left_out", number=number))
                return collision.current
            if (keep := await self._chosen(collision)) is None:
                continue
            try:
                saved = await self.worker.run(self._followup.merge, collision, keep)
            except Collided as again:
                collision = again.collision
            except CstuiError as error:
                await self.tell(error)
            else:
                self.news(t("followup.merged", number=number))
                return saved
        return None

    async def _chosen(self, collision: Collision) -> set[str] | None:
        """The fields that both changed and in which mine is kept; None to look again."""
        if not collision.clashes:
            return set()
        mine = {act.field: act.new for act in collision.clashes}
        shown = self._followup.shown
        compare = Compare(
            Phrase("followup.compare", number=collision.current.number),
            [
                # mine was typed here a moment ago; theirs may hold more than the reader may see
                Difference(
                    act.field, Phrase(f"act.field.{act.field}"), act.new, shown(act.field, act.old)
                )
                for act in collision.clashes
            ],
            Phrase("followup.compare.text"),
        )
        picked = await self.ask(compare)
        return None if picked is None else {name for name in mine if picked[name] == mine[name]}

    async def tell(self, error: CstuiError) -> None:
        """What only has to be typed in another way is passing news."""
        if isinstance(error, InputError):
            self.news(self.t.text(error), warn=True)
        else:
            await super().tell(error)
