"""A save that was shown as saved survives the sudden end of every session."""

import os
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from subprocess import Popen
from typing import IO

import pytest

from data.engine.check import check
from data.engine.database import RowDb

ROUNDS = int(os.environ.get("CSTUI_CRASH_ROUNDS", "3"))
WRITERS = 3


@pytest.mark.parametrize("number", range(ROUNDS))
def test_nothing_acknowledged_is_lost(
    place: Path, session: Callable[..., "Popen[str]"], number: int
) -> None:
    """After kill -9 of all writers, each told save is there, the file sound, the feed whole."""
    writers = [session("saving", place, f"writer{writer}") for writer in range(WRITERS)]
    told = [line for writer in writers for line in islice(_lines(writer), 1 + number * 37 % 100)]
    for writer in writers:
        writer.kill()
    for writer in writers:
        # the pipe still holds what was told before the end; the last line may be cut
        told += [line for line in _lines(writer) if line.endswith("\n")]
        writer.wait()
    with RowDb(place) as db:
        saved = {one.doc_id: one["state"] for one in db.table("saved")}
        for what, row in map(str.split, told):
            assert (
                saved[int(row)] in {"inserted": ("new", "changed"), "changed": ("changed",)}[what]
            )
        health = check(db, deep=True)
        assert health.sound
        positions = [one.position for one in db.feed.changes_since(0, most=10**6).changes]
        assert positions == list(range(1, health.position + 1))


def _lines(writer: "Popen[str]") -> IO[str]:
    assert writer.stdout is not None
    return writer.stdout
