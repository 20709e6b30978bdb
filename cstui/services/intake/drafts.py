"""Drafts: where records that are still being written survive a lost line.

While somebody types, each version of a draft is a line more in its file, which costs one call of
the system. That is enough for a session that is killed. So that a machine that loses its power
costs no more than the last second of typing, `make_sure` puts on the disk what was only written.
A line that was cut off is passed over: the one before it counts.
"""

import fcntl
import json
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from cstui.domain.errors import StoreError
from cstui.services.intake.draft import Draft
from cstui.services.intake.draft_documents import from_document, to_document

_ENDING = ".json"
_MOST_BYTES = 256 * 1024
"""A file that has grown to this is replaced by one of the last version alone."""


class DraftBox:
    """One person's unfinished records, each in a file of its own, where the last line counts.

    A session holds a lock on what it keeps, so that no other one takes it for left; however the
    session ends, the lock ends with it. Any thread may use the box: a signal saves while the
    store's thread may be saving too.

    Args:
        folder: where this person's records for one store are kept.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._held: dict[str, int] = {}
        """Descriptors of the locked files, by the draft's key."""
        self._last: dict[str, bytes] = {}
        """The last line of each of these files; one that would say the same is not written."""
        self._unsure: set[str] = set()
        """Keys of the drafts that a loss of power would cost the last versions of."""
        self._lock = threading.Lock()

    def keep(self, draft: Draft) -> None:
        """Write the draft down, or forget it where there is nothing to keep.

        It survives the end of the session from now on, that of the machine from `make_sure` on.

        Raises:
            StoreError: when it cannot be written; what was kept of it before is still there.
        """
        if draft.empty:
            self.forget(draft)
            return
        line = json.dumps(to_document(draft), ensure_ascii=False).encode()
        with self._lock, self._failures("draft_not_kept"):
            descriptor = self._held.get(draft.key)
            if descriptor is None or not _takes_more(descriptor):
                self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
                self._hold(draft.key, _written(line, self._path(draft.key)))
            elif line != self._last.get(draft.key):
                _write(descriptor, b"\n" + line)
                self._unsure.add(draft.key)
            self._last[draft.key] = line

    def make_sure(self) -> None:
        """Put on the disk what was kept.

        Raises:
            StoreError: when the disk does not take it.
        """
        with self._lock, self._failures("draft_not_kept"):
            for key in list(self._unsure):
                os.fsync(self._held[key])
                self._unsure.discard(key)

    def left(self) -> Iterator[Draft]:
        """The drafts that sessions left when they ended, oldest first.

        Each is this session's own as soon as it is given.

        Raises:
            StoreError: when one cannot be read now.
        """
        with self._failures("draft_not_read"):
            for path in self._files():
                with self._lock:
                    draft = self._taken(path)
                if draft:
                    yield draft

    def forget(self, draft: Draft) -> None:
        """Throw a draft away.

        Raises:
            StoreError: when it cannot be removed.
        """
        with self._lock, self._failures("draft_not_removed"):
            self._path(draft.key).unlink(missing_ok=True)
            self._let_go(draft.key)

    def close(self) -> None:
        """Leave what was kept to the next session."""
        with self._lock:
            for key in list(self._held):
                self._let_go(key)

    def _path(self, key: str) -> Path:
        return self._folder / f"{key}{_ENDING}"

    def _files(self) -> list[Path]:
        """All that is kept, oldest first."""
        try:
            found = [path for path in self._folder.iterdir() if path.suffix == _ENDING]
        except FileNotFoundError:
            return []
        return sorted(found, key=_age)

    def _taken(self, path: Path) -> Draft | None:
        """The draft in a file, held from now on; None where another session has it, or had it."""
        descriptor = _locked(path)
        if descriptor is None:
            return None
        self._hold(path.stem, descriptor)
        try:
            return from_document(path.stem, _last_whole(path.read_text(encoding="utf-8")))
        except (ValueError, KeyError, TypeError):
            # set aside rather than overwritten: somebody may still want to look at it
            with suppress(OSError):
                path.replace(path.with_suffix(".unreadable"))
            self._let_go(path.stem)
            return None

    def _hold(self, key: str, descriptor: int) -> None:
        self._let_go(key)
        self._held[key] = descriptor

    def _let_go(self, key: str) -> None:
        self._unsure.discard(key)
        self._last.pop(key, None)
        if (descriptor := self._held.pop(key, None)) is not None:
            os.close(descriptor)

    @contextmanager
    def _failures(self, key: str) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise StoreError(key, path=self._folder, reason=error.strerror) from error


def _written(line: bytes, path: Path) -> int:
    """The descriptor of a file that was put in place whole, on the disk and locked."""
    fresh = path.with_suffix(".fresh")
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_APPEND
    descriptor = os.open(fresh, flags, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        _write(descriptor, line)
        os.fsync(descriptor)
        fresh.replace(path)
    except BaseException:
        os.close(descriptor)
        fresh.unlink(missing_ok=True)
        raise
    return descriptor


def _write(descriptor: int, line: bytes) -> None:
    """Writes all of it; a disk that is nearly full takes a part before it says no."""
    while line:
        line = line[os.write(descriptor, line) :]


def _takes_more(descriptor: int) -> bool:
    """Whether a file is still in its place, and not too long."""
    found = os.fstat(descriptor)
    return found.st_nlink > 0 and found.st_size < _MOST_BYTES


def _last_whole(text: str) -> dict[str, Any]:
    """The last version in a file that was written to its end.

    Raises:
        ValueError: when there is none.
    """
    for line in reversed(text.split("\n")):
        with suppress(ValueError):
            told: dict[str, Any] = json.loads(line)
            return told
    raise ValueError("no version was written to its end")


def _locked(path: Path) -> int | None:
    """The descriptor of a file that was nobody's; None where it is somebody's, or gone."""
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_APPEND)
    except FileNotFoundError:
        return None
    with suppress(BlockingIOError):
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        # a session that keeps its draft puts another file in this one's place
        if os.fstat(descriptor).st_nlink:
            return descriptor
    os.close(descriptor)
    return None


def _age(path: Path) -> float:
    """When it was written; one that is gone by now comes first."""
    try:
        return path.stat().st_mtime
    except FileNotFoundError:
        return 0.0
