"""Keys and what they are called."""

import pytest

from cstui.i18n import Translator
from screens.kit.keys import bind, bind_mode, key_text, mode_of_action, shortcuts


@pytest.mark.parametrize(
    ("key", "long", "short"),
    [
        ("f1", "F1", "F1"),
        ("ctrl+s", "Ctrl+S", "^S"),
        ("pagedown", "PgDn", "PgDn"),
        ("shift+f6", "Shift+F6", "Shift+F6"),
        ("down", "Down", "Down"),
        ("ctrl+home", "Ctrl+Home", "^Home"),
    ],
)
def test_keys_are_written_as_people_write_them(key: str, long: str, short: str) -> None:
    """The help has room for the long form, the key bar shows the short one."""
    t = Translator("en")
    assert key_text(key, t) == long
    assert key_text(key, t, short=True) == short


def test_named_keys_are_translated() -> None:
    """A Chinese keyboard user reads Chinese names."""
    assert key_text("down", Translator("zh")) == "下"


def test_one_phrase_describes_names_and_explains_a_key() -> None:
    """The id under which users remap a key is the key of its phrase."""
    binding = bind("f5", "kit.help", "help")
    assert (binding.id, binding.description, binding.tooltip) == (
        "kit.help",
        "kit.help",
        "kit.help.tip",
    )


def test_all_keys_of_an_action_are_one_shortcut() -> None:
    """Bindings without an id, such as Textual's own, are left out."""
    (found,) = shortcuts([bind("home,ctrl+home", "kit.table.first", "first"), ("x", "y", "z")])
    assert found.keys == ("home", "ctrl+home")
    assert found.tip(Translator("en"))


def test_a_function_key_is_shown_rather_than_another() -> None:
    """It is the shortest to read; without one, the first key is shown."""
    many, one = shortcuts([bind("down,f4", "kit.help", "x"), bind("enter,ctrl+s", "kit.quit", "x")])
    assert (many.best_key, one.best_key) == ("f4", "enter")


def test_a_mode_is_known_by_its_action() -> None:
    """The header finds its tabs among the bindings."""
    assert mode_of_action(bind_mode("f2", "kit.help", "intake").action) == "intake"
    assert mode_of_action("app.quit") is None
