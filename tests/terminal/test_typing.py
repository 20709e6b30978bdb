"""Typing as a terminal and its input method do it."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fixtures.terminal import Terminal

ROOT = Path(__file__).parents[2]
WORDS = [sys.executable, "-m", "tests.fixtures.fields_program"]


@pytest.fixture
def terminal() -> Iterator[Terminal]:
    """The program, its first field ready."""
    environment = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "PYTHONPATH": str(ROOT)}
    with Terminal(WORDS, environment) as terminal:
        terminal.wait_for(r"\[READY\]")
        yield terminal


def test_an_input_method_opens_where_the_text_is(terminal: Terminal) -> None:
    """After narrow and wide letters, in the middle, and in a field that has scrolled."""
    terminal.type("ab李雷")
    terminal.wait_before_cursor("^ ab李雷")
    terminal.press("left")
    terminal.wait_before_cursor("^ ab李")
    terminal.press("end")
    terminal.wait_before_cursor("^ ab李雷")
    terminal.type("空调不制冷十天x")
    terminal.wait_before_cursor("不制冷十天x")
    terminal.press("left", "left")
    terminal.wait_before_cursor("不制冷十")
    terminal.press("home")
    terminal.wait_before_cursor("^ ")


def test_an_input_method_opens_on_the_line_of_the_text(terminal: Terminal) -> None:
    """In a field of many lines, that has scrolled as well."""
    terminal.press("tab")
    terminal.type("一\r二二\r三\r四x")
    terminal.wait_before_cursor("^ 四x")
    terminal.press("up", "up")
    terminal.wait_before_cursor("^ 二")
    terminal.press("home")
    terminal.wait_before_cursor("^ ")


def test_the_clock_takes_the_cursor_back_to_the_text(terminal: Terminal) -> None:
    """Whatever is drawn elsewhere, the next letter is expected in the field."""
    terminal.type("李雷")
    terminal.wait_before_cursor("李雷")
    terminal.wait_for("tick [2-9]")
    terminal.wait_before_cursor("^ 李雷")


def test_a_paste_obeys_nothing_that_it_holds(terminal: Terminal) -> None:
    """No command of the terminal, no key, no mark that turns the direction of writing."""
    held = "a\x1b[15~b\x00\tc\u202e\u200bd\r\n\x07e\x1b"
    terminal.type(f"\x1b[200~{held}\x1b[201~")
    terminal.wait_before_cursor("^ ab cd e")


def test_keys_of_one_read_keep_their_order() -> None:
    """Letters, then Enter; a snippet, then Tab; a dialog that waits for the store, then words."""
    environment = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "PYTHONPATH": str(ROOT)}
    words = [sys.executable, "-m", "tests.fixtures.burst_program"]
    with Terminal(words, environment) as terminal:
        terminal.wait_for(r"\[READY\]")
        terminal.press("tab", "repair", "enter", ";wx", "tab", "Mia", "f6", "Ann", "enter", "enter")
        terminal.wait_for("Who. +Ann")
        terminal.wait_for("Type +after-sales/repair")
        terminal.wait_for("Short +repair by Mia soon")
        terminal.press("f6", "Bob", "ctrl+q", "x")
        assert terminal.ended() == 0


def test_marks_without_a_width_are_not_typed(terminal: Terminal) -> None:
    """Nor when a terminal knows no pasting, and types what is pasted."""
    terminal.type("1\u202d3\u200b8❤\ufe0f.")
    terminal.wait_before_cursor("^ 138❤[.]")


def test_a_snippet_is_put_in_and_its_hole_filled(terminal: Terminal) -> None:
    """Semicolon, letters, Tab, the name, Tab."""
    terminal.press("tab", "tab")
    terminal.type("不冷；kt")
    terminal.wait_for("kt  ?空 ?调")
    terminal.press("tab")
    terminal.wait_before_cursor("^ 不冷空调由 {person}")
    terminal.type("王芳")
    terminal.wait_before_cursor("^ 不冷空调由 王芳")
    terminal.press("tab")
    terminal.type("x")
    terminal.wait_before_cursor("^ x")
    assert "王芳 上门" in terminal.text().replace(" ", "").replace("由王芳", "由 王芳 ")
