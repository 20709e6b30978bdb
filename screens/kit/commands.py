"""Commands: every bound action by its name."""

from collections.abc import Callable, Coroutine, Iterator
from functools import partial
from typing import Any, NamedTuple

from textual.screen import Screen

from cstui.i18n import Translator
from screens.kit.keys import key_text


class Command(NamedTuple):
    """Something that the palette can do."""

    title: str
    """Its name, which is searched."""
    hint: str
    """The key that does the same, if any."""
    run: Callable[[], object] | Callable[[], Coroutine[Any, Any, object]]
    """What it does."""


def bound_commands(screen: Screen[Any], t: Translator) -> Iterator[Command]:
    """The actions bound on a screen and in its app; keys of single fields are left out."""
    seen = {"kit.palette"}
    for key, (node, binding, enabled, _) in screen.active_bindings.items():
        if binding.id and enabled and binding.id not in seen and node in (screen, screen.app):
            seen.add(binding.id)
            run = partial(screen.app.run_action, binding.action, node)
            yield Command(t(binding.description), key_text(key, t), run)
