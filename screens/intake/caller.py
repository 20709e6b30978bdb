"""The field that asks who is calling, and finds it out while one types."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from rich.cells import cell_len
from textual import events
from textual.message import Message
from textual.worker import WorkType

from cstui.domain.errors import CstuiError
from cstui.domain.traces import compared, traces_of
from cstui.services.intake.callers import KnownCaller
from screens.kit.appbase import app_of
from screens.kit.fields import Field
from screens.kit.options import steer

if TYPE_CHECKING:
    from screens.intake.caller_list import CallerList

PAUSE_SECONDS = 0.1
"""How long nothing is typed before somebody is looked for."""
PATIENCE_SECONDS = 0.3
"""How long keys wait for the answer who it is; a store that is busy must not stop the typing."""
_LEAST_CELLS = 2
"""One hanzi, or two digits or letters: less would find anybody."""
_TOLD_CELLS = 4
"""From here on, that nobody is found is worth telling."""

Find: TypeAlias = Callable[[str], Awaitable[list[KnownCaller]]]
"""Finds whom a text may mean."""


class CallerField(Field):
    """Takes a telephone number or its end, an order or member number, or a name.

    Those whom it may mean are listed below; Up and Down mark one, Esc none. When the field is
    left, the marked one is taken; otherwise what was typed is.

    Args:
        find: finds callers.
        now: tells the time.
    """

    @dataclass
    class Taken(Message):
        """It is this customer."""

        caller: KnownCaller
        """The customer."""

    @dataclass
    class Unknown(Message):
        """It is nobody who was marked."""

        text: str
        """What was typed."""
        entered: bool
        """Whether the field was left with Enter."""

    def __init__(self, find: Find, now: Callable[[], datetime], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._find = find
        self._now = now
        self._list: CallerList | None = None
        """The list, once it was asked for."""
        self._found: tuple[str, list[KnownCaller]] = ("", [])
        """A text, and whom it may mean."""
        self._dealt = ""
        """The text of which it is settled whom it means."""
        self._entered = False

    def on_mount(self) -> None:
        """Looks for callers when nothing is typed for a moment."""
        self._pause = self.set_interval(PAUSE_SECONDS, self._look, pause=True)

    @property
    def is_open(self) -> bool:
        """Whether the list is shown."""
        return bool(self._list and self._list.is_attached and self._list.display)

    def put(self, text: str, *, dealt: bool) -> None:
        """Shows another record's text.

        Args:
            text: what was typed there.
            dealt: whether it is settled whom it means.
        """
        self.close_list()
        self._dealt = text.strip() if dealt else ""
        if text != self.value:
            self.value = text

    def watch_value(self, value: str) -> None:
        """Looks anew, after a pause."""
        text = value.strip()
        if not self.has_focus or text == self._dealt:
            return
        if cell_len(text) < _LEAST_CELLS:
            self._pause.pause()
            self.close_list()
        else:
            self._pause.reset()
            self._pause.resume()

    def on_key(self, event: events.Key) -> None:
        """Moves the mark; other keys are typed."""
        if self._list and self.is_open:
            steer(event, self._list.move, {"escape": self.close_list})

    def on_blur(self) -> None:
        """Takes the marked one, or what was typed; asks first where nobody was looked for yet."""
        self._pause.pause()
        entered, self._entered = self._entered, False
        if self.undecided and self._found[0] != self.answer:
            self._start(partial(self._ask, self.answer, entered))
        elif decision := self.decide(entered):
            self.post_message(decision)

    def enter(self) -> None:
        """The next leaving is by Enter."""
        self._entered = True

    @property
    def undecided(self) -> bool:
        """Whether there is a text of which it is not settled whom it means."""
        return bool(self.answer) and self.answer != self._dealt

    def decide(self, entered: bool = False) -> "Taken | Unknown | None":
        """Settles whom the text means, as far as that is known now; None where it is settled."""
        if not self.undecided:
            self.close_list()
            return None
        marked = self._list.marked if self._list and self.is_open else None
        self._dealt = self.answer
        self.close_list()
        return self.Taken(marked) if marked else self.Unknown(self.answer, entered)

    def close_list(self) -> None:
        """Hides the list, and marks nobody."""
        self._pause.pause()
        if self._list:
            self._list.display = False

    def _look(self) -> None:
        self._pause.pause()
        # once the field is left, the question of whom it means must not be taken over by this one
        if self.has_focus:
            self._start(partial(self._show_found, self.answer))

    def _start(self, work: WorkType[None]) -> None:
        """A later question takes the place of the one before."""
        self.run_worker(work, group="find", exclusive=True)

    async def _show_found(self, text: str) -> None:
        await self._seek(text)
        if text == self.answer and self.undecided and self.has_focus:
            await self._open_list(text)

    async def _ask(self, text: str, entered: bool) -> None:
        # what is typed next is for the field that the answer leads to
        with app_of(self).keys.held(self.screen, PATIENCE_SECONDS):
            await self._seek(text)
            if text == self.answer and self.undecided:
                self._dealt = text
                found = self._found[1]
                sure = is_sure(text, found)
                self.post_message(self.Taken(found[0]) if sure else self.Unknown(text, entered))

    async def _seek(self, text: str) -> None:
        try:
            self._found = text, await self._find(text)
        except CstuiError:
            # that the store is lost is told once, by the app; a name is typed all the same
            self._found = text, []

    async def _open_list(self, text: str) -> None:
        callers = self._found[1]
        if not callers and cell_len(text) < _TOLD_CELLS:
            self.close_list()
            return
        if not self._list:
            from screens.intake.caller_list import CallerList

            self._list = CallerList(self._now)
        self._list.show(callers, mark=is_sure(text, callers))
        self._list.styles.offset = (self.region.x, self.region.bottom)
        self._list.styles.width = self.region.width
        self._list.display = True
        if not self._list.is_attached:
            await self.screen.mount(self._list)


def is_sure(text: str, callers: list[KnownCaller]) -> bool:
    """Whether the first one is certainly meant: there is no other, or it is just that number."""
    if len(callers) < 2:
        return bool(callers)
    traces, wanted = traces_of(callers[0].customer), compared(text)
    return wanted in (traces.phone, traces.number, traces.order)
