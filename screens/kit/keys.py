"""Keys: one table feeds the key bar, the help, the palette and the user's own keymap."""

from collections.abc import Iterable

from msgspec import Struct
from textual.actions import parse
from textual.binding import Binding, BindingType

from cstui.i18n import Translator

_NAMES = {
    "slash": "/",
    "asterisk": "*",
    "comma": ",",
    "full_stop": ".",
    "equals_sign": "=",
    "escape": "Esc",
    "enter": "Enter",
    "tab": "Tab",
    "delete": "Del",
    "insert": "Ins",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "home": "Home",
    "end": "End",
}
_SPOKEN = frozenset({"up", "down", "left", "right", "space"})
_MODE_ACTION = "switch_mode"


def bind(
    keys: str, phrase: str, action: str, *, show: bool = True, priority: bool = False
) -> Binding:
    """A binding described by one phrase key.

    Args:
        keys: keys as Textual names them, separated by commas; the first one is shown.
        phrase: key of the few-word description; `PHRASE.tip` holds the sentence for the help. It
            is the binding's id as well, under which users give the action other keys.
        action: the action to run.
        show: whether the key bar shows it.
        priority: whether it works in dialogs and before the focused field sees the key.
    """
    return Binding(
        keys,
        action,
        description=phrase,
        tooltip=f"{phrase}.tip",
        id=phrase,
        show=show,
        priority=priority,
    )


def bind_mode(keys: str, phrase: str, mode: str) -> Binding:
    """A binding of the app that opens one of its modes; the header shows it as a tab."""
    return bind(keys, phrase, f"app.{_MODE_ACTION}('{mode}')", show=False)


def mode_of_action(action: str) -> str | None:
    """The mode that an action opens, if that is what it does."""
    _, name, arguments = parse(action)
    return str(arguments[0]) if name == _MODE_ACTION and arguments else None


class Shortcut(Struct, frozen=True):
    """One action and the keys that run it."""

    keys: tuple[str, ...]
    """Keys as Textual names them."""
    phrase: str
    """Key of the description."""
    action: str
    """The action."""
    show: bool
    """Whether the key bar shows it."""

    @property
    def best_key(self) -> str:
        """The key to show where there is room for one: a function key, else the first."""
        return next((key for key in self.keys if key[0] == "f" and key[1:].isdigit()), self.keys[0])

    def tip(self, t: Translator) -> str:
        """The sentence for the help; empty when there is none."""
        key = f"{self.phrase}.tip"
        return t(key) if t.known(key) else ""


def shortcuts(bindings: Iterable[BindingType]) -> list[Shortcut]:
    """The actions among `bindings` that have an id, each with all of its keys, in their order."""
    found: dict[str, Shortcut] = {}
    for binding in Binding.make_bindings(bindings):
        if not binding.id:
            continue
        known = found.get(binding.id)
        keys = (*known.keys, binding.key) if known else (binding.key,)
        found[binding.id] = Shortcut(keys, binding.description, binding.action, binding.show)
    return list(found.values())


def key_text(key: str, t: Translator, *, short: bool = False) -> str:
    """A key as people write it: `Ctrl+S`, or `^S` when short."""
    *modifiers, name = key.split("+")
    if len(name) == 1 and name.isupper():
        modifiers.append("shift")
    if name in _SPOKEN:
        shown = t(f"kit.key.{name}")
    else:
        shown = _NAMES.get(name, name.upper() if len(name) < 4 else name.capitalize())
    if short and modifiers == ["ctrl"]:
        return f"^{shown}"
    return "+".join([*(modifier.capitalize() for modifier in modifiers), shown])
