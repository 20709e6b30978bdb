"""A save that was shown as saved survives the sudden end of every session."""

import os
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from subprocess import Popen

import pytest

from data.engine.check import check
from data.engine.database import RowDb

ROUNDS = int(os.environ.get("CSTUI_CRASH_ROUNDS", "3"))
WRITERS = 3
ACKNOWLEDGED = 60


@pytest.mark.parametrize("first", range(1, ACKNOWLEDGED, ACKNOWLEDGED // ROUNDS or 1))
def test_nothing_acknowledged_is_lost(
    place: Path, session: Callable[..., "Popen[str]"], first: int
) -> None:
    """After kill -9 of all writers, each told save is there, the file sound, the feed whole."""
    writers = [session("saving", place, f"writer{number}") for number in range(WRITERS)]
    told = []
    for number, writer in enumerate(writers):
        assert writer.stdout is not None
        told += [writer.stdout.readline() for _ in range(first + number)]
    for writer in writers:
        writer.kill()
    for writer in writers:
        assert writer.stdout is not None
        # the pipe still holds what was told before the end; the last line may be cut
        told += [line for line in writer.stdout if line.endswith("\n")]
        writer.wait()
    with RowDb(place) as db:
        saved = {one.doc_id: one for one in db.table("saved")}
        for line in told:
            what, row = line.split()
            assert saved[int(row)]["state"] in ("changed", {"inserted": "new"}.get(what))
        for count in Counter(one["by"] for one in saved.values()).items():
            assert count[1] >= 1
        health = check(db, deep=True)
        assert health.sound
        positions = [one.position for one in db.feed.changes_since(0, most=10**6).changes]
        assert positions == list(range(1, health.position + 1))
