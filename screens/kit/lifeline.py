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

    After a hang-up nobody is left to restore a terminal for, and a write to it could block for
    ever: the process ends at once. When told to end, the app closes as if by its own key; should
    its terminal not take the last output, the process ends all the same.

    Args:
        save: writes the work at hand; synchronous and quick.
        close: ends the app with an exit code.
    """

    def __init__(self, save: Callable[[], object], close: Callable[[int], object]) -> None:
        self._save = save
        self._close = close

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
        """Saves, and closes the app."""
        last_resort = threading.Timer(PATIENCE_SECONDS, os._exit, [TERMINATE_CODE])
        last_resort.daemon = True
        last_resort.start()
        try:
            self._save()
        finally:
            self._close(TERMINATE_CODE)
