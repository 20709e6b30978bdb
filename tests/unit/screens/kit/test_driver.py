"""What the terminal's driver is made of."""

import io
import select

from screens.kit.driver import PatientFile, WakingEvent


class LostLine(io.StringIO):
    """A terminal whose line is gone."""

    def write(self, text: str) -> int:
        """Fails as the system does."""
        raise OSError(5, "Input/output error")


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
