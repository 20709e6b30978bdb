"""Who looks at which ticket just now: a small file for each session, in a folder beside the store.

The ticket's row stands in the file's name and the person's login in the file. So going on to
another ticket is one renaming and looking around is reading one list of names, neither of which
waits for the disk. A session holds a lock on its file; however it ends, the lock ends with it, and
whoever finds the file next removes it.
"""

import os
import sys
from collections import defaultdict
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from time import monotonic

from data.engine.gate import make_file
from data.engine.place import companion

if sys.platform != "win32":
    import fcntl

_NEAR_S, _FAR_S = 1.0, 10.0
"""For so long a session is taken to be there still: at one's own ticket, and at any other."""
_LONGEST_LOGIN = 256


class StoredPresence:
    """Implements `cstui.ports.Presence`; a folder that cannot be written to holds nobody.

    Args:
        store: the store's file.
    """

    def __init__(self, store: Path) -> None:
        self._store = store
        self._folder = companion(store, "here")
        self._session = os.urandom(16).hex()
        self._file: Path | None = None
        """Where this session stands; None while it is nowhere."""
        self._lock = -1
        """The descriptor that holds the lock on it."""
        self._known: dict[str, str] = {}
        """Logins by session, of those that were there when they were last looked at."""
        self._near_at = self._far_at = 0.0

    def stand_at(self, row: int, who: str) -> None:
        """Tell all other sessions that somebody looks at the ticket in a row of the store."""
        if sys.platform == "win32":  # an open file cannot be renamed there
            return
        place = self._folder / f"{row}-{self._session}"
        with suppress(OSError):
            try:
                if self._file is None:
                    self._appear(place, who)
                elif self._file != place:
                    self._file.rename(place)
            except FileNotFoundError:  # somebody tidied up
                self.leave()
                self._appear(place, who)
            self._file = place

    def leave(self) -> None:
        """Tell them that whoever looked does so no longer."""
        if self._file is not None:
            with suppress(OSError):
                self._file.unlink(missing_ok=True)
            os.close(self._lock)
            self._file = None

    def others(self) -> Mapping[int, tuple[str, ...]]:
        """The logins of those who look at tickets in other sessions, by the tickets' rows."""
        here = self._doubt_some()
        found: defaultdict[int, list[str]] = defaultdict(list)
        with suppress(OSError):
            names = os.listdir(self._folder)  # noqa: PTH208  # names alone are the quickest
            for name in sorted(names):
                row, _, session = name.partition("-")
                if not row.isdecimal() or session == self._session:
                    continue
                if row == here:
                    self._known.pop(session, None)
                if who := self._known.get(session) or self._met(name, session):
                    found[int(row)].append(who)
        return {row: tuple(dict.fromkeys(who)) for row, who in found.items()}

    def _doubt_some(self) -> str:
        """Lets all be looked at again, or gives the row of those who are to be."""
        now = monotonic()
        if now >= self._far_at:
            self._known.clear()
            self._near_at, self._far_at = now + _NEAR_S, now + _FAR_S
        elif self._file and now >= self._near_at:
            self._near_at = now + _NEAR_S
            return self._file.name.partition("-")[0]
        return ""

    def _appear(self, place: Path, who: str) -> None:
        """Makes this session's file; it has its name only once it is locked."""
        mode = self._store.stat().st_mode & 0o666
        with suppress(FileExistsError):
            self._folder.mkdir()
            self._folder.chmod(0o2770 if mode & 0o060 else 0o700)
        fresh = self._folder / f".{self._session}"
        make_file(fresh, mode)
        descriptor = os.open(fresh, os.O_RDWR)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX)
            os.write(descriptor, who.encode())
            fresh.rename(place)
        except OSError:
            os.close(descriptor)
            raise
        self._lock = descriptor

    def _met(self, name: str, session: str) -> str:
        """Whose session it is; nobody's where it has ended, or just moved on."""
        path = self._folder / name
        try:
            descriptor = os.open(path, os.O_RDWR)
        except FileNotFoundError:
            return ""
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            path.unlink(missing_ok=True)
            return ""
        except BlockingIOError:
            self._known[session] = os.read(descriptor, _LONGEST_LOGIN).decode()
            return self._known[session]
        finally:
            os.close(descriptor)
