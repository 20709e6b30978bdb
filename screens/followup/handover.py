"""The handover on the screen: what the next shift must know."""

from collections.abc import Iterable
from typing import Any

from textual.widget import Widget

from cstui.domain.errors import CstuiError
from cstui.ports import Changes
from cstui.reports.brief import Brief, brief_text
from cstui.services.brief import Briefing
from screens.kit.base import BaseScreen
from screens.kit.dialogs.say import Message
from screens.kit.language import Phrase
from screens.kit.store_thread import Worker

_WIDEST = 116
_FRAME = 11
"""Cells that the box takes of a line, with the gap around it and the scroll bar."""


class Handover(Message):
    """Shows the handover as wide as the terminal allows.

    Args:
        brief: what the next shift must know.
    """

    DEFAULT_CSS = """
    Handover > #box { width: 100%; max-width: 112; }
    """

    def __init__(self, brief: Brief) -> None:
        super().__init__(Phrase("app.brief"), "")
        self._brief = brief

    def compose_body(self) -> Iterable[Widget]:
        """The text, broken into lines for this width."""
        width = min(self.app.size.width, _WIDEST) - _FRAME
        self._text = brief_text(self._brief, self.t, width)
        return super().compose_body()


async def hand_over(
    screen: BaseScreen[Any], briefing: Briefing, worker: Worker[Changes | None]
) -> None:
    """Shows what the next shift of one's own team must know, over a screen.

    Args:
        screen: where the dialog opens.
        briefing: gathers it.
        worker: where the store is used.
    """
    try:
        brief = await worker.run(briefing.brief, briefing.me.team)
    except CstuiError as error:
        screen.news(screen.t.text(error), warn=True)
    else:
        await screen.app.push_screen_wait(Handover(brief))
