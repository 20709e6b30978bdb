"""Looking a store over."""

from pathlib import Path

from data.engine import driver
from data.engine.check import check
from data.engine.database import RowDb


def test_the_state_is_told(place: Path, db: RowDb) -> None:
    """A sound store is described in figures, and nothing is wrong with it."""
    db.table("notes").insert_multiple([{}, {}])
    db.table("cards").insert({})
    health = check(db, deep=True)
    assert health.sound
    assert health.counts == {"cards": 1, "notes": 2}
    assert (health.position, health.version, health.mode) == (3, 0, 0o600)
    assert (health.path, health.engine, health.engine_version) == (place, "SQLite", driver.VERSION)
    assert health.engine_driver in ("pysqlite3", "sqlite3")
    assert health.engine_at_risk == driver.has_wal_reset_bug()
    assert health.size > place.stat().st_size
    assert health.free > 0


def test_damaged_documents_are_found(place: Path, db: RowDb) -> None:
    """A deep check finds each document that is not what was stored."""
    db.table("notes").insert_multiple({"n": number} for number in range(1000))
    raw = driver.connect(place.as_uri(), 1)
    raw.execute("""UPDATE "d:notes" SET body = '{}' WHERE id IN (3, 900)""")
    raw.close()
    assert check(db).sound
    health = check(db, deep=True)
    assert health.damaged == (("notes", 3), ("notes", 900))
    assert not health.sound


def test_damage_inside_the_file_is_found(place: Path) -> None:
    """What the engine's own check finds is told in its words."""
    raw = driver.connect(place.as_uri(), 1)
    raw.execute("PRAGMA writable_schema=ON")
    raw.execute(
        "UPDATE sqlite_master SET sql = replace(sql, 'value TEXT', 'value TEXT CHECK(value = 1)')"
        " WHERE name = 'cs_meta'"
    )
    raw.close()
    with RowDb(place) as db:
        health = check(db)
    assert health.damage == ("CHECK constraint failed in cs_meta",)
    assert not health.sound


def test_a_check_that_breaks_off_tells_why(place: Path) -> None:
    """Damage that ends the engine's own check is a finding, too."""
    raw = driver.connect(place.as_uri(), 1)
    raw.execute("PRAGMA writable_schema=ON")
    raw.execute("DELETE FROM sqlite_master WHERE name = 'sqlite_autoindex_cs_words_1'")
    raw.close()
    with RowDb(place) as db:
        assert "malformed" in check(db).damage[0]
