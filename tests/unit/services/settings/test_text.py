"""One setting's value as a text that somebody edits."""

from typing import Any

import pytest

from cstui.cli.session import rules_of
from cstui.clock.now import SiteClock
from cstui.services.settings.held import is_table
from cstui.services.settings.shown import settings_shown
from cstui.services.settings.text import TypedValue, value_text
from cstui.services.settings.toml_lines import WrittenWrong


def test_every_value_comes_back_as_it_was() -> None:
    """Whatever is shown to be edited, and left alone, is the same."""
    shown = settings_shown(rules_of([]), SiteClock("Asia/Shanghai").now().date())
    for key, value in shown.items():
        assert TypedValue(value_text(value), table=is_table(key)).value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("15 min", "15 min"),
        ('"15 min"', "15 min"),
        ("true", True),
        ("您好，{name}", "您好，{name}"),
    ],
)
def test_a_word_needs_no_quotes(text: str, value: Any) -> None:  # noqa: ANN401
    """Nor does a sentence of one line."""
    assert TypedValue(text, table=False).value == value


@pytest.mark.parametrize(
    ("text", "table", "line"),
    [
        ('[\n  "a",\n  "b,\n]', False, 3),
        ("one\ntwo", False, 1),
        ("", False, 1),
        ('"a"\nzone = "b"', False, 2),
        ('name = "a"\nrole\n', True, 2),
    ],
)
def test_what_cannot_be_read_is_told_with_its_line(text: str, table: bool, line: int) -> None:
    """And with that line as it was typed."""
    with pytest.raises(WrittenWrong) as failed:
        TypedValue(text, table=table)
    assert failed.value.line == line
    assert failed.value.values["text"] == text.split("\n")[line - 1].strip()


def test_a_wrong_entry_is_found_by_its_line() -> None:
    """In lists and in tables."""
    words = TypedValue('[\n  "a",\n  "b",\n  "a",\n]', table=False)
    assert words.line_of(lambda value: value.count("a") > 1) == 4
    person = TypedValue('name = "x"\nrole = "king"', table=True)
    assert person.line_of(lambda value: "role" in value) == 2
