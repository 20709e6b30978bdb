"""The keys of the intake screen."""

from textual.binding import BindingType

from screens.intake.ending import DIRECT_KEYS, END_KEY
from screens.kit.keys import bind

# With priority are keys that a field would take for its own, and those after which a prompt
# opens: of keys that come at once, the next one has to find it.
KEYS: list[BindingType] = [
    bind("f5", "intake.answer", "answer"),
    bind("ctrl+g", "intake.greet", "happen('greet')"),
    bind("f7", "intake.hold", "happen('hold')"),
    bind(END_KEY, "intake.end", "end", show=False, priority=True),
    *(
        bind(key, f"intake.finish_{place}", f"finish({place})", show=False, priority=True)
        for place, key in enumerate(DIRECT_KEYS)
    ),
    bind("ctrl+r", "intake.repeat_back", "repeat_back"),
    bind("ctrl+b", "intake.upset", "upset"),
    bind("ctrl+o", "intake.go_on", "go_on"),
    bind("ctrl+k", "intake.knowledge", "knowledge", priority=True),
    bind("ctrl+d", "intake.promise", "promise", priority=True),
    bind("pageup", "intake.previous", "turn(-1)", priority=True),
    bind("pagedown", "intake.next", "turn(1)", priority=True),
    bind("ctrl+z", "intake.undo", "undo", priority=True),
    bind("ctrl+s", "intake.save", "save"),
    bind("ctrl+n", "intake.discard", "discard"),
    bind("ctrl+f", "intake.other_form", "other_form", priority=True),
]
