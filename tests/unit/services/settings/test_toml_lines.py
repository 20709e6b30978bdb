"""TOML, and the line on which something stands."""

from collections.abc import Sequence
from typing import Any

import pytest

from cstui.services.settings.toml_lines import TomlText, WrittenWrong

TEXT = """\
# what the team is like
name = "hotline"

# one a line
words = [
    "a",  # the first

    "b",
    "a",
]
[people.li]
role = "agent"

[people."zhang.san"]
team = '''
two
lines'''
role = "king"
"""


def line_of(path: Sequence[str], wrong: Any, text: str = TEXT) -> int:  # noqa: ANN401
    """The line from which on the value at a path is that, or holds it twice."""

    def is_wrong(value: Any) -> bool:  # noqa: ANN401
        if isinstance(value, list):
            return bool(value.count(wrong) > 1)
        return bool(wrong in (value, value.get("role") if isinstance(value, dict) else None))

    return TomlText(text).line_of(path, is_wrong)


def test_a_value_is_found_where_it_begins() -> None:
    """Behind comments and empty lines."""
    assert line_of(["name"], "hotline") == 2
    assert line_of(["people", "li"], {}) == 11


def test_an_entry_is_found_within_a_list_or_table() -> None:
    """The line that makes the value wrong, not the one where it begins."""
    assert line_of(["words"], "a") == 9
    assert line_of(["people", "zhang.san"], "king") == 18


def test_what_is_wrong_as_a_whole_is_found_by_its_name() -> None:
    """Where no single line makes it so."""
    assert line_of(["words"], "c") == 5
    assert line_of(["people", "li"], "queen") == 11


def test_a_table_may_go_on_further_down() -> None:
    """In tables below it, and in lists of tables."""
    text = TEXT + '[people.li.team]\nrole = "x"\n[[rules]]\na = 1\n[[rules]]\na = 2\n'
    assert line_of(["people", "li", "team"], "x", text) == 20
    twice = TomlText(text)
    assert twice.line_of(["rules"], lambda rules: len(rules) == 2) == 23
    assert twice.line_of(["people", "li"], lambda person: {"role", "team"} == set(person)) == 19


def test_other_line_ends_count_alike() -> None:
    """As editors on other systems write them."""
    assert line_of(["words"], "a", TEXT.replace("\n", "\r\n")) == 9


@pytest.mark.parametrize(
    ("text", "key", "line"),
    [
        ('a = 1\nb "x"\nc = 2\n', "toml_syntax", 2),
        ('a = [\n  "x,\n]\n', "toml_syntax", 2),
        ('a = "x"\nb = "y', "toml_syntax", 2),
        ('a = [\n  "x"\nb = 1\n', "toml_syntax", 3),
        ("a = " + "[" * 5000, "toml_syntax", 1),
        ("a = 1\n\na = 2\n", "toml_twice", 3),
        ("[a]\nb = 1\n[c]\n[a]\n", "toml_twice", 4),
    ],
)
def test_what_is_not_toml_is_told_with_its_line(text: str, key: str, line: int) -> None:
    """And with the text of that line."""
    with pytest.raises(WrittenWrong, match=key) as failed:
        TomlText(text)
    assert failed.value.line == line
    assert failed.value.values["text"] == text.split("\n")[line - 1].strip()
