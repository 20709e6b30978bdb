"""Keys that come at once do what they do when typed slowly."""

import asyncio
import threading
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from hypothesis import given, settings
from hypothesis import strategies as st
from textual import events
from textual.pilot import Pilot

from screens.kit.fields import Field
from tests.fixtures.burst_program import BurstApp
from tests.fixtures.pilots import shown, until

STROKES = [
    ["tab"], ["shift+tab"], ["enter"], ["escape"], ["f4"], ["down"], ["up"], ["home"], ["end"],
    ["left"], ["backspace"], ["ctrl+u"], ["ctrl+s"], ["f5"], ["f6"], ["f2"], ["f3"],
    [*"repair"], [*"inv"], ["a"], ["；", "w", "x"], [";", "t"],
]  # fmt: skip
_CHARACTERS = {"tab": "\t", "enter": "\r", "escape": "\x1b", "backspace": "\x7f"}
STILL_S = 0.05
"""A screen that stays the same for so long is done."""


def type_at_once(pilot: Pilot[None], keys: Sequence[str]) -> None:
    """Types keys as one read from the terminal brings them."""
    for key in keys:
        character = key if len(key) == 1 else _CHARACTERS.get(key)
        pilot.app.post_message(events.Key("semicolon" if key == ";" else key, character))


@asynccontextmanager
async def opened() -> AsyncIterator[Pilot[None]]:
    """The program, ready."""
    async with BurstApp().run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        yield pilot


def app_in(pilot: Pilot[None]) -> BurstApp:
    """The program."""
    assert isinstance(pilot.app, BurstApp)
    return pilot.app


def who(pilot: Pilot[None]) -> str:
    """What the first field says."""
    return pilot.app.screen_stack[0].query_one("#who", Field).answer


def state(pilot: Pilot[None]) -> str:
    """What is shown, and which field has the cursor."""
    focused = pilot.app.focused
    return f"{shown(pilot)}\n{focused and focused.id}"


def _at_rest(pilot: Pilot[None]) -> bool:
    keys = app_in(pilot).keys
    return keys.all_given and not keys.is_held


async def settle(pilot: Pilot[None]) -> str:
    """Waits until nothing changes any more."""
    before = ""
    while before != (before := state(pilot)) or not _at_rest(pilot):
        await pilot.pause(STILL_S)
    return before


async def typed_slowly(keys: Sequence[str]) -> str:
    """What becomes of keys of which each is waited for."""
    async with opened() as pilot:
        for key in keys:
            type_at_once(pilot, [key])
            await pilot.pause()
            await until(pilot, lambda: _at_rest(pilot))
        return await settle(pilot)


async def come_to(wanted: str, keys: Sequence[str]) -> None:
    """Waits for the same of keys that come at once."""
    async with opened() as pilot:
        type_at_once(pilot, keys)
        await until(pilot, lambda: state(pilot) == wanted)


@settings(max_examples=12, derandomize=True, deadline=None)
@given(st.lists(st.sampled_from(STROKES), min_size=2, max_size=12))
def test_any_keys_do_the_same_at_once_as_slowly(strokes: list[list[str]]) -> None:
    """Lists, snippets, dialogs that open at once or later, other screens: none is hurried past."""
    keys = [key for stroke in strokes for key in stroke]
    asyncio.run(come_to(asyncio.run(typed_slowly(keys)), keys))


async def test_enter_waits_for_the_letters_before_it() -> None:
    """A choice is completed from all of them."""
    async with opened() as pilot:
        type_at_once(pilot, ["tab", *"repair", "enter", "；", "w", "x", "tab", *"Mia"])
        await until(pilot, lambda: "repair by Mia soon" in shown(pilot))
        assert "after-sales/repair" in shown(pilot)


async def test_a_dialog_that_is_asked_for_has_the_keys_after_it() -> None:
    """They wait for the store as long as it takes; Esc and what comes after it are in order."""
    async with opened() as pilot:
        answers = threading.Event()
        asked = asyncio.ensure_future(app_in(pilot).worker.run(answers.wait))
        type_at_once(pilot, ["f6", *"more", "enter", "escape", *"then"])
        await pilot.pause(STILL_S)
        assert not app_in(pilot).keys.all_given
        answers.set()
        await asked
        await until(pilot, lambda: who(pilot) == "then")


async def test_no_key_passes_one_that_waits_for_its_field() -> None:
    """Though the program has nothing to do until the store answers."""
    async with opened() as pilot:
        type_at_once(pilot, ["z", "f6", *"more", "enter", "enter"])
        await until(pilot, lambda: who(pilot) == "more")


async def test_what_is_typed_for_a_refused_dialog_does_nothing() -> None:
    """The keys that come after the refusal do."""
    async with opened() as pilot:
        type_at_once(pilot, ["f7", *"words", "enter"])
        await until(pilot, lambda: app_in(pilot).keys.is_held)
        await until(pilot, lambda: not app_in(pilot).keys.is_held)
        await pilot.press("a")
        assert who(pilot) == "a"


async def test_a_full_width_letter_keeps_its_place() -> None:
    """The key that it stands for acts before those that came after it."""
    async with opened() as pilot:
        pilot.app.set_focus(None)
        type_at_once(pilot, ["ｏ", "tab", "z"])
        await until(pilot, lambda: sorted(who(pilot)) == ["o", "z"])


async def test_the_key_that_quits_waits_for_no_store() -> None:
    """A store that hangs keeps nobody in the program."""
    async with opened() as pilot:
        answers = threading.Event()
        asked = asyncio.ensure_future(app_in(pilot).worker.run(answers.wait))
        type_at_once(pilot, ["f6", *"more"])
        await until(pilot, lambda: app_in(pilot).keys.is_held)
        type_at_once(pilot, ["ctrl+q"])
        await until(pilot, lambda: not pilot.app.is_running or pilot.app._exit)
        answers.set()
        await asked
