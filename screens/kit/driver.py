"""The terminal on Linux and macOS, read without polling and safe on a lost line.

Textual's driver wakes up ten times a second to look for input, and blocks for ever when it writes
to a line that is gone. This one sleeps until there is input, and takes a lost line for a hang-up.
"""

import os
import select
import signal
from codecs import getincrementaldecoder
from io import TextIOWrapper
from threading import Event
from typing import IO, TYPE_CHECKING, cast

from textual._ansi_sequences import SYNC_END, SYNC_START
from textual._time import get_time
from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

from screens.kit.pasting import PasteGuard

if TYPE_CHECKING:
    from textual.app import App

READ_BYTES = 4096


class WakingEvent(Event):
    """An event that `select` can wait for: its descriptor is readable while it is set."""

    def __init__(self) -> None:
        super().__init__()
        self._read, self._write = os.pipe()

    def fileno(self) -> int:
        """The descriptor to wait for."""
        return self._read

    def set(self) -> None:
        """Sets the event and wakes whoever waits."""
        if not self.is_set():
            super().set()
            os.write(self._write, b"!")

    def clear(self) -> None:
        """Resets the event."""
        if self.is_set():
            super().clear()
            os.read(self._read, 1)

    def close(self) -> None:
        """Gives the descriptors back."""
        os.close(self._read)
        os.close(self._write)


class PatientFile:
    """A terminal's output that swallows what is written after the line was lost.

    Textual's writer thread would end at the first error, and the program would then wait for
    ever for room in the writer's queue.
    """

    def __init__(self, file: IO[str]) -> None:
        self._file = file
        self.lost = False

    def write(self, text: str) -> int:
        """Writes, or drops the text when the line is lost."""
        if not self.lost:
            try:
                return self._file.write(text)
            except OSError:
                self.lost = True
        return len(text)

    def flush(self) -> None:
        """Flushes, or does nothing when the line is lost."""
        if not self.lost:
            try:
                self._file.flush()
            except OSError:
                self.lost = True

    def fileno(self) -> int:
        """The descriptor of the terminal."""
        return self._file.fileno()


class BlockingDriver(LinuxDriver):
    """Textual's driver, sleeping until a key or the end of the program."""

    def __init__(
        self,
        app: "App[object]",
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._waking = WakingEvent()
        self.exit_event = self._waking
        self._file = cast(TextIOWrapper, PatientFile(cast(TextIOWrapper, self._file)))
        self._update: list[str] = []
        """The parts so far of an update that is to be shown as one."""

    def write(self, data: str) -> None:
        """Has something written; the parts of an update together, as each would wake the writer."""
        if not self._update and data != SYNC_START:
            super().write(data)
            return
        self._update.append(data)
        if data == SYNC_END:
            super().write("".join(self._update))
            self._update.clear()

    def close(self) -> None:
        """Ends the writer, and gives the descriptors back."""
        super().close()
        self._waking.close()

    def send_message(self, message: Message) -> None:
        """Hands a key to the app; Textual would run a task for it, and tell of its end."""
        self._loop.call_soon_threadsafe(self._app.post_message, message)

    def run_input_thread(self) -> None:
        """Reads keys until the program ends or the line is lost."""
        parser, guard = XTermParser(self._debug), PasteGuard()
        decode = getincrementaldecoder("utf-8")("replace").decode
        while not self.exit_event.is_set():
            if self._wait_for_input(parser):
                data = self._read_terminal()
                if not data:
                    self._hang_up()
                    return
                # An incomplete character decodes to nothing, which the parser takes for the end.
                if text := guard.passed(decode(data)):
                    for message in parser.feed(text):
                        self.process_message(message)
            for message in parser.tick():
                self.process_message(message)

    def _wait_for_input(self, parser: XTermParser) -> bool:
        """Sleeps until there is input, or until a lone Esc is certain to be the Esc key."""
        deadline = parser._timeout_time
        timeout = None if deadline is None else max(0.0, deadline - get_time())
        ready, _, _ = select.select([self.fileno, self._waking], [], [], timeout)
        return self.fileno in ready

    def _read_terminal(self) -> bytes:
        try:
            return os.read(self.fileno, READ_BYTES)
        except OSError:
            return b""

    def _hang_up(self) -> None:
        """A terminal that ends is a hang-up, also where the system sends no signal."""
        if self.input_tty:
            os.kill(os.getpid(), signal.SIGHUP)
