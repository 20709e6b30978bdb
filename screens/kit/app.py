"""The app that knows keys, help, palette, themes and languages; a real one adds its modes."""

import asyncio
import gc
import unicodedata
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import ClassVar, Generic, TypeVar

from textual import events
from textual.binding import BindingType
from textual.driver import Driver
from textual.reactive import var
from textual.signal import Signal

from cstui.domain.errors import CstuiError
from cstui.i18n import Language
from screens.kit.appbase import AppBase
from screens.kit.commands import Command, bound_commands
from screens.kit.factories import Modes, style_sheets
from screens.kit.internals import start_with_theme
from screens.kit.keys import bind
from screens.kit.lifeline import Lifeline
from screens.kit.store_thread import Worker
from screens.kit.themes import DARK, LIGHT

ResultT = TypeVar("ResultT")
NewsT = TypeVar("NewsT")


def nothing() -> None:
    """Neither saves nor finds anything."""


class KitApp(AppBase[ResultT], Generic[ResultT, NewsT]):
    """An app of several modes, each a `BaseScreen`, all by keyboard.

    A subclass gives its modes, `DEFAULT_MODE` and one `bind_mode` binding a mode; header, help and
    command palette follow from the bindings. Keys are function keys and Ctrl alone: with Alt,
    many terminals send what a field takes for a letter.

    `worker` runs blocking work in one thread. What its `poll` finds is published by `changes`, to
    which screens subscribe; how it fails, by `poll_failed`.

    Args:
        language: the language to start in.
        clock: the time as the header shows it.
        modes: how each mode's screen is made; as a `Mode`, its keys and styles are known before.
        save: writes the work at hand; called when the line is lost or the program has to end.
        poll: looks for what others changed; runs in the worker's thread after `worker.watch()`.
    """

    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        bind("f1", "kit.help", "help"),
        bind("ctrl+p", "kit.palette", "palette", show=False),
        bind("ctrl+l", "kit.language", "next_language", show=False),
        bind("ctrl+t", "kit.theme", "next_theme", show=False),
        bind("ctrl+q", "kit.quit", "quit", show=False, priority=True),
    ]
    dark: var[bool] = var(True, init=False)
    """Whether the dark theme is shown."""

    def __init__(
        self,
        language: Language,
        clock: Callable[[], str],
        *,
        modes: Modes | None = None,
        save: Callable[[], object] = nothing,
        poll: Callable[[], NewsT | None] = nothing,
    ) -> None:
        self.modes: Modes = modes or {}
        # Read at the start; a style sheet that comes later has all others parsed again.
        super().__init__(language, clock, style_sheets(self.modes.values()))
        for mode, make in self.modes.items():
            self.add_mode(mode, make)
        self.changes: Signal[NewsT | None] = Signal(self, "changes")
        self.poll_failed: Signal[CstuiError] = Signal(self, "poll failed")
        self.worker = Worker(poll, self.changes.publish, self.poll_failed.publish, self.fail)
        self._save = save
        for theme in (DARK, LIGHT):
            self.register_theme(theme)
        start_with_theme(self, DARK.name)

    def get_driver_class(self) -> type[Driver]:
        """The driver that sleeps until a key, where Textual would use its Linux driver."""
        driver = super().get_driver_class()
        if driver.__name__ != "LinuxDriver":
            return driver
        from screens.kit.driver import BlockingDriver

        return BlockingDriver

    def on_mount(self) -> None:
        """Starts the worker, and takes over the signals that end the program."""
        self.worker.start()
        if not self.is_headless:
            Lifeline(self._save, self.restore_terminal).install(asyncio.get_running_loop())

    async def on_unmount(self) -> None:
        """Lets the worker finish what was submitted."""
        await self.worker.stop()

    def on_ready(self) -> None:
        """Collects garbage from here on; a launcher may turn that off for a quicker start.

        What is there by now stays: to go through all of it would hold up a key every now and then.
        """
        gc.freeze()
        gc.enable()

    def rescue(self) -> None:
        """Saves the work at hand before a failure that nobody foresaw ends the app."""
        with suppress(Exception):
            self._save()

    def on_key(self, event: events.Key) -> None:
        """Takes a full-width letter that no field wanted for the key that it shows."""
        plain = unicodedata.normalize("NFKC", event.character or "")
        if plain != event.character and plain.isascii() and plain.isalnum():
            self.keys.put_first(events.Key(plain, None))

    def watch_dark(self, dark: bool) -> None:
        """Changes the theme."""
        self.theme = (DARK if dark else LIGHT).name

    def delay_update(self, delay: float = 0.05) -> None:
        """Shows another mode at once; Textual would hold all output back for a while."""

    def commands(self) -> Iterable[Command]:
        """What the command palette offers: the actions bound on this screen and in the app.

        A subclass may add commands of its own.
        """
        return bound_commands(self.screen, self.t)

    def action_next_theme(self) -> None:
        """Changes between dark and light."""
        self.dark = not self.dark

    def action_palette(self) -> None:
        """Opens the command palette."""
        from screens.kit.palette import Palette

        self.push_screen(Palette(list(self.commands())), self._run)

    def action_help_quit(self) -> None:
        """Ctrl+C copies, and never leaves: says how to."""
        self.notify(self.t("kit.how_to_quit"), markup=False)

    def action_help(self) -> None:
        """Opens the help."""
        from screens.kit.help import HelpScreen, sections

        self.push_screen(HelpScreen(sections(self, self.modes)))

    def _run(self, command: Command | None) -> None:
        if command:
            self.call_later(command.run)
