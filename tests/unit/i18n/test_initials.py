"""Pinyin initials."""

import pytest

from cstui.i18n.initials import TABLE, initials_of, spells
from tests.fixtures.initials import HANZI, letters_of, table


@pytest.mark.parametrize(
    ("text", "initials"),
    [
        ("李小明", "lxm"),
        ("空调 A2", "kta2"),
        ("ＡＢ－空调", "abkt"),
        ("售后支持/维修", "shzcwx"),
        ("二〇二六年", "eleln"),
        ("Phone", "phone"),
        ("한국 兡", "한국兡"),
        ("", ""),
    ],
)
def test_each_hanzi_gives_the_first_letter_of_its_usual_reading(text: str, initials: str) -> None:
    """Letters and digits stay, folded; what has no reading stands for itself."""
    assert initials_of(text) == initials


@pytest.mark.parametrize("initials", ["cq", "zq", "c", "z"])
def test_every_reading_spells_a_hanzi(initials: str) -> None:
    """Nobody has to know which reading the program takes for the usual one."""
    assert spells(initials, "重庆")


@pytest.mark.parametrize("initials", ["w", "wx", "sh", "shzcwx", "a2b", "bkg"])
def test_a_word_is_spelled_from_its_beginning(initials: str) -> None:
    """Words begin after a sign, and where letters and hanzi meet."""
    assert spells(initials, "售后支持/维修 A2变频 B开关")


@pytest.mark.parametrize("initials", ["hz", "x", "wxx", "3x", "", "维", "w x"])
def test_what_is_no_beginning_spells_nothing(initials: str) -> None:
    """Letters within a word, more letters than there are, or none; and what are no initials."""
    assert not spells(initials, "售后支持/维修 3")


def test_letters_alone_are_not_spelled() -> None:
    """They are compared as they stand; a hanzi has to be among what is spelled."""
    assert not spells("ph", "Phone 电话")
    assert spells("phonedh", "Phone 电话")
    assert spells("dhp", "电话 Phone")


def test_within_a_text_any_hanzi_may_be_the_first() -> None:
    """A given name is found without the family name."""
    assert not spells("xm", "李小明")
    assert spells("xm", "李小明", within=True)


def test_the_table_is_what_the_library_says() -> None:
    """After a change of pypinyin: `python -m tests.fixtures.initials` writes the table anew."""
    assert TABLE.read_text(encoding="utf-8") == table()


def test_all_hanzi_of_gbk_are_in_the_table() -> None:
    """But those that have no reading at all; each stands once with each of its letters."""
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    assert [line[0] for line in lines] == sorted({line[0] for line in lines})
    known = set("".join(line[1:] for line in lines))
    missing = [hanzi for hanzi in HANZI if hanzi not in known and letters_of(hanzi)]
    assert missing == []
    assert all(len(set(line[2:])) == len(line[2:]) for line in lines)
