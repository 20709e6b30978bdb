"""Records in a file, and the columns that are read from it."""

import struct
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cstui.domain.errors import StoreFull
from cstui.i18n import LANGUAGES, Translator
from cstui.metrics.record_file import _KEPT_BYTES, _ROWS, RecordFile

LAYOUT = (("ticket", "u4"), ("small", "u1"), ("big", "u8"))


def packed(rows: Sequence[int]) -> bytes:
    """A record for each number, with that number in each column."""
    return b"".join(struct.pack("<IBQ", row, row % 256, row << 32) for row in rows)


def held(records: RecordFile) -> list[tuple[int, int, int]]:
    """All rows."""
    columns = (records.column(name).tolist() for name, _ in LAYOUT)
    return list(zip(*columns, strict=True))


def expected(rows: Sequence[int]) -> list[tuple[int, int, int]]:
    """What they hold."""
    return [(row, row % 256, row << 32) for row in rows]


def test_columns_are_read_over_many_blocks() -> None:
    """However the records came, and whatever block they lie in."""
    records, rows = RecordFile(LAYOUT), range(2 * _ROWS + 5)
    for start in range(0, len(rows), 3000):
        records.append(packed(rows[start : start + 3000]))
    assert len(records) == len(rows)
    assert held(records) == expected(rows)


@given(
    st.lists(
        st.tuples(st.booleans(), st.integers(0, 60), st.lists(st.integers(0, 1000), max_size=9)),
        max_size=12,
    ),
    st.integers(0, 12),
)
def test_columns_follow_what_changes(
    changes: list[tuple[bool, int, list[int]]], asked_after: int
) -> None:
    """A column that was read before a change, and one read after it, hold the same."""
    records = RecordFile(LAYOUT)
    rows: list[int] = []
    for number, (adds, first, new) in enumerate(changes):
        if number == asked_after:
            records.column("small")
        if adds:
            records.append(packed(new))
            rows += new
            continue
        places = list(range(len(rows)))[first :: len(new) or 1][: len(new)]
        records.replace(np.array(places, np.int64), packed(new[: len(places)]))
        for place, row in zip(places, new, strict=False):
            rows[place] = row
    assert held(records) == expected(rows)


@pytest.mark.parametrize("new", [[], [7], [7, 8, 9]])
@pytest.mark.parametrize("place", [0, 1, _ROWS - 1, _ROWS, 2 * _ROWS + 3])
def test_records_behind_others_move(place: int, new: list[int]) -> None:
    """Up or down, over the edges of blocks, also in columns that were read before."""
    records, rows = RecordFile(LAYOUT), list(range(2 * _ROWS + 5))
    records.append(packed(rows))
    records.column("small")
    records.splice(place, 2, packed(new))
    rows[place : place + 2] = new
    assert len(records) == len(rows)
    assert held(records) == expected(rows)


def test_who_reads_a_column_cannot_change_it() -> None:
    """Figures that changed it would change each other."""
    records = RecordFile(LAYOUT)
    records.append(packed([1]))
    with pytest.raises(ValueError, match="read-only"):
        records.column("small")[0] = 2


def test_a_full_disk_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """In a sentence that names the place, in both languages."""
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("this system has no device that is always full")
    with full.open("w+b", buffering=0) as file, pytest.raises(StoreFull) as caught:
        monkeypatch.setattr("tempfile.TemporaryFile", lambda **_: file)
        RecordFile(LAYOUT).append(packed(range(9000)))
    for language in LANGUAGES:
        assert "{" not in Translator(language).text(caught.value)


def test_a_system_without_room_for_files_is_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """As where no folder for temporary files can be written to."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "gone"))
    with pytest.raises(StoreFull, match="no_room_for_figures"):
        RecordFile(LAYOUT)


def test_some_rows_of_a_column() -> None:
    """Whatever blocks they lie in, and whether the whole column was asked for or not."""
    records, count = RecordFile(LAYOUT), 2 * _ROWS + 5
    records.append(packed(range(count)))
    for wanted in ([], [1, _ROWS - 1, _ROWS, count - 1], [count - 1]):
        rows = np.array(wanted, np.int64)
        assert records.some("ticket", rows).tolist() == wanted
    records.column("ticket")
    assert records.some("ticket", np.array([3, _ROWS])).tolist() == [3, _ROWS]


def test_columns_that_were_not_asked_for_lately_are_read_again() -> None:
    """Memory holds a part of many columns; those that it let go have what was put in meanwhile."""
    names = [f"c{number}" for number in range(4)]
    records = RecordFile(tuple((name, "u4") for name in names))
    most = _KEPT_BYTES // 4 // 2
    records.append(struct.pack(f"<{len(names)}I", *range(len(names))) * most)
    for number, name in enumerate(names):
        assert records.column(name)[-1] == number
    records.replace(np.array([most - 1]), struct.pack(f"<{len(names)}I", *([7] * len(names))))
    assert all(records.column(name)[-1] == 7 for name in names)
