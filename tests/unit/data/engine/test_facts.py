"""Packed rows stay with their documents."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from data.engine.database import RowDb
from data.engine.driver import VERSION
from data.engine.facts import _PAGE
from data.engine.table import RowTable


def pack(doc_id: int, document: Mapping[str, Any]) -> bytes:
    """A record of six bytes."""
    return doc_id.to_bytes(4, "little") + int(document["n"]).to_bytes(2, "little")


@pytest.fixture
def packed(db: RowDb) -> RowTable:
    """A table that packs."""
    return db.table("packed", pack=pack)


def expected(table: RowTable) -> bytes:
    """What the packed rows of all documents are."""
    return b"".join(pack(one.doc_id, one) for one in table)


def test_every_write_packs(packed: RowTable) -> None:
    """However a document is written or removed, its packed row goes along."""
    packed.insert_multiple({"n": number} for number in range(700))
    packed.save(1, {"n": 1000}, 1)
    packed.update({"n": 2000}, doc_ids=[2])
    packed.update_multiple([({"n": 3000}, lambda document: document["n"] == 3)])
    packed.upsert({"n": 4000}, lambda document: document["n"] == 4)
    packed.remove(doc_ids=[6, 700])
    assert packed.facts.joined() == expected(packed)
    assert len(packed.facts.joined()) == 6 * 698
    packed.truncate()
    assert packed.facts.joined() == b""


def test_a_failed_transaction_packs_nothing(db: RowDb, packed: RowTable) -> None:
    """Documents and packed rows are saved together or not at all."""
    packed.insert({"n": 1})
    with pytest.raises(KeyError), db.transaction():
        packed.insert({"n": 2})
        packed.insert({})
    assert packed.facts.joined() == expected(packed) == pack(1, {"n": 1})


def test_bytes_are_joined_as_they_are(db: RowDb) -> None:
    """Every byte there is comes back, in the order of the ids, over more rows than a page."""
    table = db.table("bytes", pack=lambda doc_id, document: bytes([doc_id % 256]))
    count = _PAGE + 300
    table.insert_multiple({} for _ in range(count))
    assert table.facts.joined() == bytes(number % 256 for number in range(1, count + 1)), VERSION


def test_what_is_written_anew_is_packed_anew(db: RowDb, packed: RowTable) -> None:
    """A document keeps its revision, and the feed hears of it only if it is another one."""
    packed.insert_multiple([{"n": 1}, {"n": 2}])
    start = db.feed.position()
    again = db.table("packed", pack=lambda doc_id, document: bytes([document["n"]]))
    again.rewrite(1, {"n": 1})
    again.rewrite(2, {"n": 3})
    assert again.facts.joined() == bytes([1, 3])
    assert [one.revision for one in again.walk()] == [1, 1]
    assert [one.doc_id for one in db.feed.changes_since(start).changes] == [2]


def test_a_table_that_packs_nothing_has_no_facts(table: RowTable) -> None:
    """Asking for packed rows where none are declared is a mistake in the program."""
    with pytest.raises(ValueError, match="notes"):
        table.facts.joined()


def test_words_have_small_numbers(db: RowDb, place: Path) -> None:
    """A word has one number for good, in every session; no word has none."""
    with db.transaction():
        numbers = [db.words.number(word) for word in ("phone", "电话", "phone", "")]
    assert numbers == [1, 2, 1, 0]
    with RowDb(place) as other:
        assert other.words.all() == ["", "phone", "电话"]
        with other.transaction():
            assert other.words.number("电话") == 2
            assert other.words.number("mail") == 3
    assert db.words.all() == ["", "phone", "电话", "mail"]


def test_words_of_a_failed_transaction_are_forgotten(db: RowDb, other: RowDb) -> None:
    """A number that was not saved goes to another word, and nobody mixes them up."""
    with pytest.raises(ValueError, match="fails"), db.transaction():
        db.words.number("lost")
        assert db.words.all() == ["", "lost"]
        raise ValueError("fails")
    with other.transaction():
        assert other.words.number("kept") == 1
    with db.transaction():
        assert db.words.number("lost") == 2
    assert db.words.all() == other.words.all() == ["", "kept", "lost"]
