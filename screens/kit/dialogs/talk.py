"""A talk: dialogs over a screen, one after the other, about work that the store does."""

from typing import Any, TypeVar

from textual.screen import Screen

from cstui.domain.errors import CstuiError
from cstui.i18n import Translator
from cstui.ports import Changes
from screens.kit.dialogs.say import Message
from screens.kit.language import translator_of
from screens.kit.store_thread import Worker

AnswerT = TypeVar("AnswerT")


class Talk:
    """Asks and tells over a screen; its methods run in that screen's workers.

    Args:
        screen: where the dialogs open.
        worker: where the store is used.
    """

    def __init__(self, screen: Screen[Any], worker: Worker[Changes | None]) -> None:
        self.screen = screen
        self.worker = worker

    @property
    def t(self) -> Translator:
        """The app's translator."""
        return translator_of(self.screen)

    async def ask(self, dialog: Screen[AnswerT]) -> AnswerT | None:
        """What is answered in a dialog; None when it was given up."""
        answer: AnswerT | None = await self.screen.app.push_screen_wait(dialog)
        return answer

    async def tell(self, error: CstuiError) -> None:
        """Shows what went wrong until it was read."""
        await self.ask(Message(self.t.title(error), self.t.text(error)))

    def news(self, text: str, *, warn: bool = False) -> None:
        """Shows passing news for a few seconds."""
        self.screen.notify(text, severity="warning" if warn else "information", markup=False)
