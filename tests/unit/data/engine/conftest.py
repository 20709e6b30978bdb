"""A store on disk for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from data.engine.creation import create
from data.engine.database import RowDb
from data.engine.table import RowTable


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Where a new and empty store is."""
    path = tmp_path / "desk.db"
    create(path)
    return path


@pytest.fixture
def db(place: Path) -> Iterator[RowDb]:
    """That store, opened by Li."""
    with RowDb(place, actor="li") as opened:
        yield opened


@pytest.fixture
def other(place: Path) -> Iterator[RowDb]:
    """The same store, opened once more by Wang."""
    with RowDb(place, actor="wang") as opened:
        yield opened


@pytest.fixture
def table(db: RowDb) -> RowTable:
    """A table of the store, not made yet."""
    return db.table("notes")
