"""Texts put in by an abbreviation."""

import pytest

from cstui.services.intake.snippets import Snippets, expansion

SNIPPETS = Snippets(
    {
        "wait": "请稍候，我马上为您查询。",
        "wx": "维修人员 {person} 将于 {time} 上门。",
        "hi": "Good day, {customer}.",
        "再见": "感谢来电，再见。",
    },
    {"customer": "Li Lei", "person": ""},
)


def test_placeholders_are_filled() -> None:
    """What has a value leaves no hole."""
    put = SNIPPETS.expanded("hi")
    assert (put.text, put.holes) == ("Good day, Li Lei.", ())


def test_a_placeholder_without_a_value_is_a_hole() -> None:
    """It stands as written, at the place that is told; an empty value is none."""
    put = SNIPPETS.expanded("wx")
    assert put.text == SNIPPETS.texts["wx"]
    assert [put.text[start:end] for start, end in put.holes] == ["{person}", "{time}"]


def test_holes_stand_where_the_filled_text_has_them() -> None:
    """A value before a hole moves it."""
    put = expansion("{ a }-{b}-{}", {"a": "long value"})
    assert put.text == "long value-{b}-{}"
    assert [put.text[start:end] for start, end in put.holes] == ["{b}", "{}"]


@pytest.mark.parametrize("text", ["", "no braces", "a } b { c", "{a\nb}", "{{x}"])
def test_other_braces_are_text(text: str) -> None:
    """Only a name between two braces on one line is a placeholder."""
    assert expansion(text, {"x": "{x}"}).text == text


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("", ["wait", "wx", "hi", "再见"]),
        ("w", ["wait", "wx"]),
        ("ｗｘ", ["wx"]),
        ("qsh", ["wait"]),
        ("good", ["hi"]),
        ("再", ["再见"]),
        ("ait", []),
    ],
)
def test_snippets_are_found_by_abbreviation_words_and_initials(
    typed: str, names: list[str]
) -> None:
    """Abbreviations first; letters in the middle of a word find nothing."""
    assert SNIPPETS.fitting(typed) == names


def test_hanzi_have_to_begin_an_abbreviation() -> None:
    """What follows a semicolon in a Chinese sentence is no search for a snippet."""
    assert SNIPPETS.fitting("维修") == []
