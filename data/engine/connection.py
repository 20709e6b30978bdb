"""One open store: its statements, its write transactions, and its end."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from typing import TypeVar

from cstui.domain.errors import StoreError, StoreFull, StoreTooNew
from data.engine.dialect import APPLICATION_ID, Dialect
from data.engine.driver import DriverError, DuplicateError, Row, Values, connect
from data.engine.failures import ENGINE_ERRORS, failure, is_foreign
from data.engine.gate import Gate
from data.engine.place import foreign, require_store

ResultT = TypeVar("ResultT")


class Duplicate(Exception):
    """A row with this id is there already; never leaves the engine."""


class Connection:
    """A session's hold on a store; one per process, used by one thread at a time.

    Any thread may be the one: the screens use a single worker. Every result is read to its end
    at once: a half-read one would keep the log from shrinking and the next write from starting.
    """

    def __init__(self, path: Path, *, actor: str = "", timeout: float = 10.0) -> None:
        """Open an existing store.

        Args:
            path: The store's file.
            actor: Who saves through this session, as the feed will tell the others.
            timeout: Seconds to wait for other sessions before `StoreBusy`.

        Raises:
            StoreError: in each of its forms; nothing was made or changed.
        """
        self.path = path
        self.actor = actor
        self.dialect = Dialect()
        self.gate = Gate(path, timeout)
        self.version: int | None = None
        """The number of migrations the store must have had; None before that is settled."""
        self._closed = False
        self._depth = 0
        self._broken: StoreError | None = None
        self._rollback_hooks: list[Callable[[], None]] = []
        require_store(path)
        with self.gate.held():
            self._leave = self.gate.join()
            try:
                self._open(timeout)
            except BaseException:
                self._leave()
                raise

    def _open(self, timeout: float) -> None:
        try:
            self._driver = connect(f"{self.path.absolute().as_uri()}?mode=rw", timeout)
            try:
                self._settle()
            except BaseException:
                self._driver.close()
                raise
        except DriverError as error:
            told = foreign(self.path) if is_foreign(error) else failure(error, self.path)
            if isinstance(told, StoreFull):
                told = StoreFull("store_full_to_open", path=self.path)
            raise told from error

    def _settle(self) -> None:
        ours = self._driver.execute(self.dialect.application_id).fetchall()
        # asked before anything is set: another program's file stays as it is
        if ours != [(APPLICATION_ID,)]:
            raise foreign(self.path)
        for pragma in self.dialect.on_open:
            self._driver.execute(pragma).fetchall()
        self._file = _identity(self.path)

    # -- statements

    def rows(self, sql: str, values: Values = ()) -> list[Row]:
        """All rows of a query."""
        try:
            return self._driver.execute(sql, values).fetchall()
        except ENGINE_ERRORS as error:
            if self._depth and not self._driver.in_transaction:
                self._broken = failure(error, self.path)
            raise failure(error, self.path) from error

    def row(self, sql: str, values: Values = ()) -> Row | None:
        """The row of a query that has at most one."""
        found = self.rows(sql, values)
        return found[0] if found else None

    def value(self, sql: str, values: Values = ()) -> int:
        """The number that a query of one row and column gives."""
        return int(self.rows(sql, values)[0][0])

    def execute(self, sql: str, values: Values = ()) -> int:
        """Run a statement inside a write transaction; the number of rows it changed.

        Raises:
            Duplicate: it stores a row that is there already.
        """
        return self._change(lambda: self._driver.execute(sql, values)).rowcount

    def insert(self, sql: str, values: Values) -> int:
        """Store rows by one statement, inside a write transaction; the id of the last one."""
        return int(self._change(lambda: self._driver.execute(sql, values)).lastrowid or 0)

    def execute_for(self, sql: str, values: Values = ()) -> int:
        """Run a statement inside a write transaction; the number that it returns."""
        return int(self._change(lambda: self._driver.execute(sql, values).fetchall())[0][0])

    def execute_many(self, sql: str, rows: Iterable[Values]) -> None:
        """Run a statement once for each row, inside a write transaction."""
        self._change(lambda: self._driver.executemany(sql, rows))

    def execute_outside(self, sql: str, values: Values = ()) -> None:
        """Run a statement that cannot stand in a transaction."""
        self.rows(sql, values)

    def _change(self, run: Callable[[], ResultT]) -> ResultT:
        if self._broken:
            raise self._broken
        try:
            return run()
        except DuplicateError as error:
            raise Duplicate from error
        except ENGINE_ERRORS as error:
            # SQLite may have rolled back already: what follows would be saved outside
            self._broken = failure(error, self.path)
            raise self._broken from error

    # -- transactions

    def transaction(self) -> AbstractContextManager[None]:
        """All that is written in the block is saved, or none.

        A block within a block is part of the outer one: when it fails, and the outer block goes on
        nevertheless, nothing of the inner one is saved.

        Keep screens, files and people out of the block: others wait for it.

        Raises:
            StoreBusy: other sessions wrote for longer than the time-out.
            StoreTooNew: a newer program has changed the store since it was opened here.
            StoreError: the file was moved or replaced.
        """
        return self._part() if self._depth else self._whole()

    @contextmanager
    def _whole(self) -> Iterator[None]:
        with self.gate.held():
            self.rows(self.dialect.begin)
            self._depth, self._broken = 1, None
            try:
                self.require_same_store()
                yield
                if self._broken:
                    raise self._broken
                self.rows(self.dialect.commit)
            except BaseException:
                self._roll_back()
                raise
            finally:
                self._depth, self._broken = 0, None

    @contextmanager
    def _part(self) -> Iterator[None]:
        self.rows(self.dialect.begin_part)
        try:
            yield
        except BaseException:
            if not self._broken:
                self.rows(self.dialect.undo_part)
                self.rows(self.dialect.end_part)
            self._forget()
            raise
        if not self._broken:
            self.rows(self.dialect.end_part)

    def require_same_store(self) -> None:
        """Refuse a file that was moved or replaced, or that a newer program has changed."""
        if _identity(self.path) != self._file:
            raise StoreError("store_moved", path=self.path)
        if self.version is None:
            return
        stored = self.value(self.dialect.version)
        if stored != self.version:
            raise StoreTooNew("store_too_new", path=self.path, found=stored, known=self.version)

    def _roll_back(self) -> None:
        self._end()
        self._forget()

    def _end(self) -> None:
        # SQLite may have ended it already, and what went wrong before is what to tell
        with suppress(DriverError):
            if self._driver.in_transaction:
                self._driver.execute(self.dialect.rollback)

    def _forget(self) -> None:
        for forget in self._rollback_hooks:
            forget()

    def on_rollback(self, forget: Callable[[], None]) -> None:
        """Call this when a transaction came to nothing, so that caches forget what it brought."""
        self._rollback_hooks.append(forget)

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Several reads of the block see one state of the store; keep it short."""
        if self._depth or (not self._closed and self._driver.in_transaction):
            yield
            return
        self.rows(self.dialect.begin_read)
        try:
            yield
        finally:
            self._end()

    # -- state

    def stamp(self) -> tuple[int, int]:
        """Differs from an earlier stamp when anybody has saved since; costs microseconds."""
        return self.value(self.dialect.data_version), self._driver.total_changes

    def close(self) -> None:
        """Let go of the store, in the gate, because closing tidies up the log."""
        if self._closed:
            return
        self._closed = True
        with suppress(StoreError), self.gate.held():
            self._driver.close()
        self._driver.close()
        self._leave()


def _identity(path: Path) -> tuple[int, int] | None:
    """Tells one file from another of the same name."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino
