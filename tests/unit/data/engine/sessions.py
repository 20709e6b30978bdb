"""What other sessions do in the tests, each in a process of its own.

Run as `python sessions.py WHAT STORE …`; results go to stdout, a line at a time.
"""

import sys
from collections.abc import Callable
from itertools import count

from cstui.domain.errors import Conflict, CstuiError
from data.engine.creation import create
from data.engine.database import RowDb


def _tell(*what: object) -> None:
    print(*what, flush=True)  # noqa: T201


def counting(store: str, table: str, times: str) -> None:
    """Add 1 to the first document's count, many times, as screens do: read, change, save."""
    conflicts = 0
    with RowDb(store) as db:
        counter = db.table(table)
        for _ in range(int(times)):
            while True:
                found = counter.read(1)
                assert found is not None
                changed = {"count": found.document["count"] + 1}
                try:
                    counter.save(1, changed, found.revision)
                    break
                except Conflict:
                    conflicts += 1
    _tell(conflicts)


def numbering(store: str, times: str) -> None:
    """Take numbers of a series, each with the document that it is for."""
    with RowDb(store) as db:
        for _ in range(int(times)):
            with db.transaction():
                number = db.next_in_series("2026-05-01")
                db.table("numbered").insert({"number": number})
            _tell(number)


def creating(store: str) -> None:
    """Make the store unless another session is quicker, and open it."""
    from pathlib import Path

    try:
        create(Path(store))
        _tell("made")
    except CstuiError as error:
        _tell(error.key)
    with RowDb(store) as db:
        db.insert({})


def saving(store: str, name: str) -> None:
    """Save new and changed documents until killed; each is told once it is saved."""
    with RowDb(store, actor=name) as db:
        table = db.table("saved")
        for number in count():
            row = table.insert({"by": name, "number": number, "state": "new"})
            _tell("inserted", row)
            table.save(row, {"by": name, "number": number, "state": "changed"}, 1)
            _tell("changed", row)


def holding(store: str) -> None:
    """Stay inside a write transaction until told to go on."""
    with RowDb(store) as db, db.transaction():
        db.insert({"held": True})
        _tell("holding")
        sys.stdin.readline()


def waiting(store: str) -> None:
    """Have the store open until told to go on."""
    with RowDb(store):
        _tell("open")
        sys.stdin.readline()


def limited(store: str, size: str) -> None:
    """Save until files may grow no further; tell the failure, and what can be read after it."""
    import resource

    with RowDb(store) as db:
        table = db.table("notes")
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(size), int(size)))
        saved = 0
        try:
            while True:
                table.insert({"text": "x" * 5000})
                saved += 1
        except CstuiError as error:
            _tell(error.key)
        _tell(saved == len(table) == len(table.all()))


SESSIONS: dict[str, Callable[..., None]] = {
    do.__name__: do for do in (counting, numbering, creating, saving, holding, waiting, limited)
}

if __name__ == "__main__":
    SESSIONS[sys.argv[1]](*sys.argv[2:])
