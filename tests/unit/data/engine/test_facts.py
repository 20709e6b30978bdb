"""Packed rows stay with their documents."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pytest

from data.engine.database import RowDb
from data.engine.driver import VERSION
from data.engine.facts import _PAGE, Packed
from data.engine.table import RowTable


def pack(doc_id: int, document: Mapping[str, Any]) -> Packed:
    """A record of six bytes; two of the other kind where the document has something else."""
    own = doc_id.to_bytes(4, "little") + int(document["n"]).to_bytes(2, "little")
    return own, int(document.get("m", 0)).to_bytes(2, "little") if "m" in document else b""


@pytest.fixture
def packed(db: RowDb) -> RowTable:
    """A table that packs."""
    return db.table("packed", pack=pack)


def expected(table: RowTable) -> Packed:
    """What the packed rows of all documents are."""
    return joined(pack(one.doc_id, one) for one in table)


def joined(blocks: Iterable[Packed]) -> Packed:
    """Blocks in one."""
    first, second = zip(*blocks, strict=True)
    return b"".join(first), b"".join(second)


def test_every_write_packs(packed: RowTable) -> None:
    """However a document is written or removed, its packed row goes along."""
    packed.insert_multiple({"n": number} for number in range(700))
    packed.save(1, {"n": 1000}, 1)
    packed.update({"n": 2000}, doc_ids=[2])
    packed.update_multiple([({"n": 3000}, lambda document: document["n"] == 3)])
    packed.upsert({"n": 4000}, lambda document: document["n"] == 4)
    packed.remove(doc_ids=[6, 700])
    assert joined(packed.facts.joined()) == expected(packed)
    assert len(joined(packed.facts.joined())[0]) == 6 * 698
    packed.truncate()
    assert joined(packed.facts.joined()) == (b"", b"")


def test_some_are_read_alone(packed: RowTable) -> None:
    """The packed rows of any number of ids in their order; those that are gone have none."""
    packed.insert_multiple({"n": number} for number in range(1500))
    packed.remove(doc_ids=[3])
    wanted = range(1400, 2, -1)
    found = [pack(one.doc_id, one) for one in packed if one.doc_id in wanted]
    assert joined(packed.facts.some(wanted)) == joined(found)


def test_records_of_the_other_kind_come_and_go(packed: RowTable) -> None:
    """Only some documents have any, and they lose them as the document does."""
    packed.insert_multiple([{"n": 1, "m": 7}, {"n": 2}, {"n": 3, "m": 9}])
    packed.save(2, {"n": 2, "m": 8}, 1)
    packed.save(3, {"n": 3}, 1)
    assert joined(packed.facts.joined())[1] == bytes([7, 0, 8, 0])


def test_packed_rows_can_be_begun_anew(db: RowDb, packed: RowTable) -> None:
    """As they have to be when they are laid out otherwise; what is written then has them again."""
    packed.insert_multiple([{"n": 1}, {"n": 2}])
    with db.transaction():
        packed.facts.renew()
    packed.rewrite(2, {"n": 2})
    assert joined(packed.facts.joined()) == pack(2, {"n": 2})
    packed.remove(doc_ids=[2])
    assert joined(packed.facts.joined()) == (b"", b"")


def test_a_failed_transaction_packs_nothing(db: RowDb, packed: RowTable) -> None:
    """Documents and packed rows are saved together or not at all."""
    packed.insert({"n": 1})
    with pytest.raises(KeyError), db.transaction():
        packed.insert({"n": 2})
        packed.insert({})
    assert joined(packed.facts.joined()) == expected(packed) == pack(1, {"n": 1})


def test_bytes_are_joined_as_they_are(db: RowDb) -> None:
    """Every byte there is comes back, in the order of the ids, over more rows than a page."""
    table = db.table("bytes", pack=lambda doc_id, document: (bytes([doc_id % 256]), b""))
    count = _PAGE + 300
    table.insert_multiple({} for _ in range(count))
    (first, _) = joined(table.facts.joined())
    assert first == bytes(number % 256 for number in range(1, count + 1)), VERSION


def test_what_is_written_anew_is_packed_anew(db: RowDb, packed: RowTable) -> None:
    """A document keeps its revision, and the feed hears of it only if it is another one."""
    packed.insert_multiple([{"n": 1}, {"n": 2}])
    start = db.feed.position()
    again = db.table("packed", pack=lambda doc_id, document: (bytes([document["n"]]), b""))
    again.rewrite(1, {"n": 1})
    again.rewrite(2, {"n": 3})
    assert joined(again.facts.joined())[0] == bytes([1, 3])
    assert [one.revision for one in again.walk()] == [1, 1]
    assert [one.doc_id for one in db.feed.changes_since(start).changes] == [2]


def test_a_table_that_packs_nothing_has_no_facts(table: RowTable) -> None:
    """Asking for packed rows where none are declared is a mistake in the program."""
    with pytest.raises(ValueError, match="notes"):
        _ = table.facts


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
