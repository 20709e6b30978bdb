"""Each way in which a store can fail is told in a sentence of its own; nothing reads as empty."""

import os
import re
import string
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from subprocess import Popen

import pytest
from tinydb import TinyDB

from cstui.domain.errors import (
    StoreBusy,
    StoreError,
    StoreFull,
    StoreMissing,
    StoreReadOnly,
)
from cstui.i18n.phrases.error_store import STORE_ERRORS
from data.engine.creation import create
from data.engine.database import RowDb
from data.engine.driver import connect, has_wal_reset_bug
from data.engine.place import LOW_DISK, companion, foreign, free_bytes, low_disk
from data.engine.table import RowTable
from tests.unit.data.engine.users import told_by

needs_root = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can act as another user"
)


@pytest.fixture
def visible() -> Iterator[Path]:
    """A directory that other users may enter, with a store in it."""
    with tempfile.TemporaryDirectory() as made:
        directory = Path(made)
        directory.chmod(0o755)
        create(directory / "desk.db")
        with RowDb(directory / "desk.db") as db:
            db.insert({"a": 1})
        yield directory / "desk.db"


def test_a_missing_store_is_not_made(tmp_path: Path) -> None:
    """Opening makes nothing: neither a store nor a file beside it."""
    with pytest.raises(StoreMissing) as told:
        RowDb(tmp_path / "desk.db")
    assert told.value.key == "store_missing"
    assert list(tmp_path.iterdir()) == []


def test_a_missing_directory_is_told(tmp_path: Path) -> None:
    """When the directory is missing, it is the directory that is told."""
    with pytest.raises(StoreMissing) as told:
        RowDb(tmp_path / "no" / "desk.db")
    assert told.value.key == "store_no_directory"


def test_a_directory_is_no_store(tmp_path: Path) -> None:
    """A directory is told as one."""
    with pytest.raises(StoreMissing) as told:
        RowDb(tmp_path)
    assert told.value.key == "store_is_directory"


def tinydb_file(path: Path) -> None:
    """Write a TinyDB JSON file."""
    with TinyDB(path) as db:
        db.insert({"a": 1})


def sqlite_file(path: Path) -> None:
    """Write a database of another program."""
    database = connect(f"{path.as_uri()}?mode=rwc", 1)
    database.execute("CREATE TABLE t(a)")
    database.close()


@pytest.mark.parametrize("locked", [False, True])
@pytest.mark.parametrize(
    ("write", "key"),
    [
        (lambda path: path.write_bytes(b""), "store_empty"),
        (tinydb_file, "store_is_json"),
        (lambda path: path.write_bytes(b"PK\3\4" + bytes(500)), "store_not_ours"),
        (lambda path: path.write_bytes(b"?"), "store_not_ours"),
        (sqlite_file, "store_not_ours"),
        (lambda path: path.write_bytes(bytes(8192)), "store_damaged"),
    ],
)
def test_other_files_are_told_and_left_alone(
    tmp_path: Path, write: Callable[[Path], object], key: str, locked: bool
) -> None:
    """What is no store is told for what it is and not touched, also where a store once was."""
    path = tmp_path / "desk.db"
    write(path)
    before = path.read_bytes()
    if locked:
        companion(path, "lock").touch()
    with pytest.raises(StoreError) as told:
        RowDb(path)
    assert told.value.key == key
    assert path.read_bytes() == before
    if not locked:
        assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    "damage",
    [
        lambda content: content[:5000],
        lambda content: content[:-16384] + bytes(16384),
        lambda content: content[:100] + b"\xff" * 60 + content[160:],
        lambda content: b"\xff" * 16 + content[16:],
    ],
)
def test_damage_is_told(place: Path, damage: Callable[[bytes], bytes]) -> None:
    """A store that was cut or overwritten is told, when opening or when reading."""
    with RowDb(place) as db:
        db.insert_multiple({"text": "x" * 100} for _ in range(500))
    place.write_bytes(damage(place.read_bytes()))
    with pytest.raises(StoreError) as told, RowDb(place) as db:
        db.all()
    assert told.value.key in ("store_damaged", "store_not_ours")


def test_a_store_that_was_replaced_is_not_saved_to(place: Path, db: RowDb) -> None:
    """When the file is no longer the one that was opened, saving says so and is not lost."""
    db.insert({})
    place.rename(place.with_name("moved.db"))
    for _ in range(2):
        with pytest.raises(StoreError) as told:
            db.insert({})
        assert told.value.key == "store_moved"
        if not place.exists():
            create(place)


def test_a_session_that_holds_the_store_too_long_is_told(
    place: Path, session: Callable[..., "Popen[str]"]
) -> None:
    """Who waits longer than the time-out is told so; reading goes on, and later saving too."""
    with RowDb(place, timeout=0.05) as db:
        db.insert({})
        holder = session("holding", place)
        assert holder.stdout is not None
        assert holder.stdout.readline() == "holding\n"
        with pytest.raises(StoreBusy) as told:
            db.insert({})
        assert told.value.key == "store_busy"
        assert len(db) == 1
        holder.communicate("\n")
        db.insert({})
        assert len(db) == 3


def test_a_dead_session_holds_nothing(
    place: Path, db: RowDb, session: Callable[..., "Popen[str]"]
) -> None:
    """When a session dies inside a transaction, the next save goes on and finds nothing of it."""
    holder = session("holding", place)
    assert holder.stdout is not None
    holder.stdout.readline()
    holder.kill()
    holder.wait()
    db.insert({"a": 1})
    assert db.all() == [{"a": 1}]


def test_a_foreign_program_that_holds_the_store_is_told(place: Path) -> None:
    """A lock that another program took by SQLite's own means is waited for, then told."""
    with RowDb(place, timeout=0.05) as db:
        raw = connect(place.as_uri(), 1)
        raw.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreBusy):
            db.insert({})
        raw.execute("ROLLBACK")
        raw.close()
        assert db.insert({}) == 1


def test_a_file_limit_loses_nothing_saved(
    place: Path, session: Callable[..., "Popen[str]"]
) -> None:
    """At a quota, saving is told to have no room, and what was saved can still be read."""
    told, _ = session("limited", place, 200_000).communicate()
    assert told.split() == ["store_full", "True"]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of one megabyte."""
    mounted = tmp_path / "disk"
    mounted.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(mounted)]
    try:
        subprocess.run(command, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("no right to mount a small disk here")
    try:
        yield mounted
    finally:
        subprocess.run(["umount", str(mounted)], check=True)


def fill(disk: Path) -> Path:
    """Use up what room there is."""
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as file:
        try:
            while file.write(bytes(4096)):
                pass
        except OSError:
            return filler
    return filler


def test_a_full_disk_is_told_and_survived(small_disk: Path) -> None:
    """On a full disk saving fails wholly, reading goes on, and with room saving works again."""
    path = small_disk / "desk.db"
    create(path)
    with RowDb(path) as db:
        db.insert({"n": 1})
        filler = fill(small_disk)
        with pytest.raises(StoreFull) as told, db.transaction():
            for _ in range(100):
                db.insert({"text": "x" * 3000})
        assert told.value.key == "store_full"
        assert db.all() == [{"n": 1}]
        filler.unlink()
        assert db.insert({"n": 2}) == 2
        assert len(db) == 2


def test_a_swallowed_failure_saves_nothing_later(small_disk: Path) -> None:
    """After a failure inside a transaction nothing more of it is saved, even if it goes on."""
    path = small_disk / "desk.db"
    create(path)
    with RowDb(path) as db:
        filler = fill(small_disk)
        with pytest.raises(StoreFull), db.transaction():
            with pytest.raises(StoreFull):
                db.insert({"text": "x" * 8_000_000})
            filler.unlink()
            db.insert({"n": 1})
        assert db.all() == []


def test_a_full_disk_cannot_open_and_says_so(small_disk: Path) -> None:
    """A store that finds no room to open says that the disk is full, not that it is empty."""
    path = small_disk / "desk.db"
    create(path)
    fill(small_disk)
    with pytest.raises(StoreFull) as told:
        RowDb(path)
    assert told.value.key == "store_full_to_open"


def test_a_nearly_full_disk_is_warned_of(small_disk: Path, tmp_path: Path) -> None:
    """Little room is a warning to give, not a failure."""
    warning = low_disk(small_disk / "desk.db")
    assert warning is not None
    assert warning.values["free"] == 1
    assert (low_disk(tmp_path) is None) is (free_bytes(tmp_path) >= LOW_DISK)


@needs_root
def test_a_file_that_may_only_be_read(visible: Path) -> None:
    """Without the right to write, reading works and saving says whom to ask."""
    for file in (visible, companion(visible, "lock"), companion(visible, "open")):
        file.chmod(0o644)
    visible.parent.chmod(0o777)

    def use() -> str:
        with RowDb(visible) as db:
            assert db.all() == [{"a": 1}]
            try:
                db.insert({})
            except StoreReadOnly as error:
                return error.key
            return "saved"

    assert told_by(use, umask=0o022) == "store_read_only"


@needs_root
def test_a_directory_that_may_not_be_written(visible: Path) -> None:
    """Where SQLite needs a file beside the store and may not make it, the directory is told."""
    for file in (visible, companion(visible, "lock"), companion(visible, "open")):
        file.chmod(0o666)
    told = told_by(lambda: RowDb(visible).all(), umask=0o022)
    assert told.startswith("store_directory_read_only")
    companion(visible, "lock").unlink()
    told = told_by(lambda: RowDb(visible).all(), umask=0o022)
    assert told.startswith("store_directory_read_only")


@needs_root
def test_a_file_that_may_not_be_read(visible: Path) -> None:
    """Without the right to read, that is what is told; also when the directory is closed."""
    assert told_by(lambda: RowDb(visible), umask=0o022).startswith("store_no_permission")
    visible.parent.chmod(0o700)
    assert told_by(lambda: RowDb(visible), umask=0o022).startswith("store_no_permission")


@needs_root
@pytest.mark.parametrize("umasks", [(0o077, 0o077), (0o002, 0o077), (0o022, 0o022)])
def test_a_group_works_with_any_umask(
    tmp_path_factory: pytest.TempPathFactory, umasks: tuple[int, int]
) -> None:
    """Two users of one group save to a shared store in turn, whatever their umasks."""
    with tempfile.TemporaryDirectory() as made:
        directory = Path(made)
        group = 54321
        os.chown(directory, 0, group)
        directory.chmod(0o2770)
        path = directory / "desk.db"

        def save() -> str:
            if not path.exists():
                create(path, mode=0o660)
            with RowDb(path) as db:
                return f"saved {db.insert({})}"

        told = [
            told_by(save, user=user, groups=(user, group), umask=umask)
            for user, umask in ((50001, umasks[0]), (50002, umasks[1]), (50001, umasks[0]))
        ]
        assert told == ["saved 1", "saved 2", "saved 3"]


def test_what_the_driver_says_beyond_the_table_is_told(table: RowTable) -> None:
    """A failure nobody foresaw still is a failure of the store with the engine's words."""
    table.insert({})
    with pytest.raises(StoreError) as told:
        table.storage.connection.rows("SELECT a FROM nowhere")  # type: ignore[attr-defined]
    assert told.value.key == "store_failed"
    assert "nowhere" in str(told.value.values["reason"])


def test_a_closed_store_says_so_in_its_own_words(place: Path) -> None:
    """Using a store after closing it is a failure of the store, and closing twice is none."""
    db = RowDb(place)
    db.close()
    db.close()
    with pytest.raises(StoreError):
        db.all()


def test_each_sentence_can_be_filled() -> None:
    """Every phrase has both languages, and asks for the same values in both."""
    for english, chinese in STORE_ERRORS.values():
        asked = [
            {name for _, name, _, _ in string.Formatter().parse(text)}
            for text in (english, chinese)
        ]
        assert asked[0] == asked[1]


def test_each_failure_has_its_sentence() -> None:
    """Every failure that the engine names has a title and a text, and every text is used."""
    sources = "".join(path.read_text() for path in Path("data/engine").glob("*.py"))
    named = set(re.findall(r'Store\w+\(\s*"(\w+)"', sources))
    told = {key.split(".")[1] for key in STORE_ERRORS} - {"conflict"}
    assert named == told


@pytest.mark.parametrize(
    ("version", "risky"),
    [
        ("3.6.23", False),
        ("3.7.0", True),
        ("3.40.1", True),
        ("3.44.5", True),
        ("3.44.6", False),
        ("3.45.0", True),
        ("3.50.6", True),
        ("3.50.7", False),
        ("3.51.2", True),
        ("3.51.3", False),
        ("3.53.4", False),
    ],
)
def test_versions_at_risk_are_known(version: str, risky: bool) -> None:
    """The versions of SQLite that may corrupt a log are told apart from the repaired ones."""
    assert has_wal_reset_bug(version) is risky


def test_a_json_file_with_a_mark_is_json(tmp_path: Path) -> None:
    """A byte-order mark and blanks before a JSON file do not hide what it is."""
    path = tmp_path / "desk.db"
    path.write_bytes(b"\xef\xbb\xbf \n{}")
    assert foreign(path).key == "store_is_json"


def test_what_went_wrong_in_a_snapshot_is_what_is_told(db: RowDb) -> None:
    """Even where the database has ended the snapshot by itself, and the store can be read on."""
    with pytest.raises(ValueError, match="cause"), db.connection.snapshot():
        db.connection.execute_outside(db.connection.dialect.rollback)
        raise ValueError("cause")
    with db.connection.snapshot():
        assert db.all() == []


def test_a_snapshot_survives_the_end_of_the_session(db: RowDb) -> None:
    """A store that is closed inside the block ends it without a word of the driver's."""
    with db.connection.snapshot():
        db.close()
