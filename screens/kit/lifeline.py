"""What becomes of the work at hand when the line is lost or the program is told to end."""

import asyncio
import os
import signal
import threading
from collections.abc import Callable

HANG_UP_CODE = 128 + signal.SIGHUP
TERMINATE_CODE = 128 + signal.SIGTERM
PATIENCE_SECONDS = 3.0
"""How long a program that was told to end may take to restore the terminal."""


class Lifeline:
    """Saves on SIGHUP and SIGTERM.

    Either way the process ends at once: taking down an app takes long when a machine ends fifty of
    them. After a hang-up nobody is left to restore a terminal for, and a write to it could block
    for ever. When told to end, the terminal is made as it was; should it not take the last output,
    the process ends all the same.

    Args:
        save: writes the work at hand; synchronous and quick.
        restore: makes the terminal as it was before the app.
    """

    def __init__(self, save: Callable[[], object], restore: Callable[[], object]) -> None:
        self._save = save
        self._restore = restore

    def install(self, loop: asyncio.AbstractEventLoop) -> None:
        """Takes the signals over, where the system has them."""
        loop.add_signal_handler(signal.SIGHUP, self.hang_up)
        loop.add_signal_handler(signal.SIGTERM, self.terminate)

    def hang_up(self) -> None:
        """Saves and is gone."""
        try:
            self._save()
        finally:
            os._exit(HANG_UP_CODE)

    def terminate(self) -> None:
        """Saves, restores the terminal, and is gone."""
        last_resort = threading.Timer(PATIENCE_SECONDS, os._exit, [TERMINATE_CODE])
        last_resort.daemon = True
        last_resort.start()
        try:
            try:
                self._save()
            finally:
                self._restore()
        finally:
            os._exit(TERMINATE_CODE)
