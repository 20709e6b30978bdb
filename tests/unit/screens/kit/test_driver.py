"""What the terminal's driver is made of."""

import io
import select

from textual._ansi_sequences import SYNC_END, SYNC_START
from textual.app import App
from textual.drivers._writer_thread import WriterThread

from screens.kit.driver import BlockingDriver, PatientFile, WakingEvent


class LostLine(io.StringIO):
    """A terminal whose line is gone."""

    def write(self, text: str) -> int:
        """Fails as the system does."""
        raise OSError(5, "Input/output error")


class Pieces(io.StringIO):
    """A terminal that remembers in which pieces it was written to."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []

    def write(self, text: str) -> int:
        """Takes a piece."""
        self.pieces.append(text)
        return len(text)


def test_an_event_can_be_waited_for_beside_a_terminal() -> None:
    """The input thread sleeps on both, and wakes at either."""
    event = WakingEvent()
    try:
        assert select.select([event], [], [], 0)[0] == []
        event.set()
        event.set()
        assert select.select([event], [], [], 0)[0] == [event]
        event.clear()
        assert select.select([event], [], [], 0)[0] == []
        assert not event.is_set()
    finally:
        event.close()


def test_a_lost_line_swallows_what_is_written() -> None:
    """The writer goes on taking output, so that nobody waits for it."""
    file = PatientFile(LostLine())
    assert file.write("abc") == 3
    assert file.lost
    file.flush()
    assert file.write("de") == 2


def test_a_sound_line_gets_what_is_written() -> None:
    """Nothing is held back."""
    line = io.StringIO()
    file = PatientFile(line)
    file.write("abc")
    file.flush()
    assert line.getvalue() == "abc"


async def test_the_parts_of_an_update_are_written_as_one() -> None:
    """What is written beside an update goes out by itself, and nothing waits behind it."""
    line = Pieces()
    driver = BlockingDriver(App[object](), mouse=False)
    driver._writer_thread = WriterThread(line)
    driver._writer_thread.start()
    try:
        for part in ("bell", SYNC_START, "a", "b", SYNC_END, "title", SYNC_START, "c", SYNC_END):
            driver.write(part)
    finally:
        driver.close()
    update, next_update = f"{SYNC_START}ab{SYNC_END}", f"{SYNC_START}c{SYNC_END}"
    assert line.pieces == ["bell", update, "title", next_update]
