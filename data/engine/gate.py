"""Who may write next, and who has the store open: file locks beside the database.

SQLite's own waiting sleeps and is unfair; under a room full of agents the unlucky wait for seconds.
A lock taken before each write transaction queues them in order, and keeps a commit and a checkpoint
from ever running at the same time. The system frees the locks of a process that dies.
"""

import os
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from cstui.domain.errors import StoreBusy, StoreError
from data.engine.place import companion, refusal

if sys.platform == "win32":
    import msvcrt

    def _try_lock(descriptor: int, shared: bool) -> bool:
        if shared:  # Windows itself refuses to replace a file that is open
            return True
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _wait_for_lock(descriptor: int, timeout: float) -> bool:
        end = time.monotonic() + timeout
        while time.monotonic() < end:
            time.sleep(0.02)
            if _try_lock(descriptor, shared=False):
                return True
        os.close(descriptor)
        return False
else:
    import fcntl

    def _try_lock(descriptor: int, shared: bool) -> bool:
        try:
            fcntl.flock(descriptor, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _wait_for_lock(descriptor: int, timeout: float) -> bool:
        return _Waiter(descriptor).wait(timeout)

    class _Waiter:
        """Blocks for a lock in a thread of its own: the kernel queues in order, polling does not.

        Who gives up leaves the descriptor to the thread, which closes it.
        """

        def __init__(self, descriptor: int) -> None:
            self._descriptor = descriptor
            self._decision = threading.Lock()
            self._arrived = threading.Event()
            self._given_up = False
            threading.Thread(target=self._block, daemon=True).start()

        def _block(self) -> None:
            with suppress(OSError):
                fcntl.flock(self._descriptor, fcntl.LOCK_EX)
                with self._decision:
                    if not self._given_up:
                        self._arrived.set()
                        return
            os.close(self._descriptor)

        def wait(self, timeout: float) -> bool:
            if self._arrived.wait(timeout):
                return True
            with self._decision:
                self._given_up = not self._arrived.is_set()
            return not self._given_up


def make_file(path: Path, mode: int) -> None:
    """Make an empty file with exactly this mode, whatever the umask; leave an existing one."""
    with suppress(FileExistsError):
        descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600)
        try:
            if sys.platform != "win32":
                os.fchmod(descriptor, mode)
        finally:
            os.close(descriptor)


class Gate:
    """The locks of one store: held while writing, shared while open.

    One object serves one session; like the connection it is used by one thread at a time.
    """

    def __init__(self, store: Path, timeout: float) -> None:
        self._store = store
        self._file = companion(store, "lock")
        self._timeout = timeout
        self._depth = 0

    @contextmanager
    def held(self) -> Iterator[None]:
        """Nobody else writes inside this block; blocks within the block are free.

        Raises:
            StoreBusy: another session wrote for longer than the time-out.
        """
        if self._depth:
            yield
            return
        descriptor = self._lock(self._file, self._timeout)
        self._depth = 1
        try:
            yield
        finally:
            self._depth = 0
            os.close(descriptor)

    def join(self) -> Callable[[], None]:
        """Tell the others that the store is open here; call the result when it no longer is.

        Raises:
            StoreBusy: the file is being replaced just now.
        """
        descriptor = self._open(companion(self._store, "open"))
        if not _try_lock(descriptor, shared=True):
            os.close(descriptor)
            raise StoreBusy("store_busy", path=self._store)
        return lambda: os.close(descriptor)

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Nobody else has the store open, or opens it, inside this block.

        Raises:
            StoreBusy: another session has it open.
        """
        with self.held():
            descriptor = self._open(companion(self._store, "open"))
            try:
                if not _try_lock(descriptor, shared=False):
                    raise StoreBusy("store_in_use", path=self._store)
                yield
            finally:
                os.close(descriptor)

    def _lock(self, path: Path, timeout: float) -> int:
        descriptor = self._open(path)
        # a descriptor that waited in vain belongs to the waiter
        if _try_lock(descriptor, shared=False) or _wait_for_lock(descriptor, timeout):
            return descriptor
        raise StoreBusy("store_busy", path=self._store)

    def _open(self, path: Path) -> int:
        try:
            return os.open(path, os.O_RDWR)
        except OSError:
            return self._open_otherwise(path)

    def _open_otherwise(self, path: Path) -> int:
        try:
            if not path.exists():
                make_file(path, self._store.stat().st_mode & 0o666)
            if not os.access(path, os.R_OK):
                raise StoreError("store_no_permission", path=path)
            # a lock needs no right to write
            return os.open(path, os.O_RDWR if os.access(path, os.W_OK) else os.O_RDONLY)
        except OSError as error:
            raise refusal(error, self._store) from error
