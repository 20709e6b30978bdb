"""What somebody has seen of tickets, kept with the person so that the next session knows it too."""

import json
from contextlib import suppress
from pathlib import Path

_MOST_BYTES = 256 * 1024
"""A file that has grown to this is written anew, with one line for each ticket."""
_MOST_TICKETS = 5_000
"""Of so many tickets, those looked at last, it is known then."""


class SeenBox:
    """How many events of each ticket one person has seen, in a file of theirs.

    Each look adds a line, which costs one call of the system; two sessions of one person may add
    to the same file. What cannot be kept is forgotten: nobody's work depends on it.

    Args:
        file: where it is kept; it need not be there yet.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self._counts: dict[int, int] | None = None

    def count(self, row: int) -> int | None:
        """How many events were seen of the ticket in a row of the store; None if it never was."""
        return self._all().get(row)

    def keep(self, row: int, count: int) -> None:
        """Note that so many events of a ticket were seen."""
        counts = self._all()
        if counts.get(row, 0) >= count:
            return
        counts.pop(row, None)
        counts[row] = count
        with suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            with self._file.open("a", encoding="ascii") as file:
                file.write(f"[{row},{count}]\n")

    def _all(self) -> dict[int, int]:
        if self._counts is None:
            self._counts = self._read()
        return self._counts

    def _read(self) -> dict[int, int]:
        try:
            lines = self._file.read_text(encoding="ascii", errors="replace").splitlines()
            long = self._file.stat().st_size > _MOST_BYTES
        except OSError:
            return {}
        counts: dict[int, int] = {}
        for line in lines:
            # a line that was cut off, or was never ours, tells nothing
            with suppress(ValueError, TypeError):
                row, count = map(int, json.loads(line))
                counts[row] = max(count, counts.pop(row, 0))
        if long:
            counts = dict(list(counts.items())[-_MOST_TICKETS:])
            self._write_anew(counts)
        return counts

    def _write_anew(self, counts: dict[int, int]) -> None:
        fresh = self._file.with_suffix(".fresh")
        with suppress(OSError):
            lines = (f"[{row},{count}]\n" for row, count in counts.items())
            fresh.write_text("".join(lines), encoding="ascii")
            fresh.replace(self._file)
