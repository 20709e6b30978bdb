"""The fields of one of the team's forms."""

from collections import Counter
from collections.abc import Mapping
from itertools import pairwise

from textual.geometry import Size

from cstui.domain import forms
from cstui.domain.errors import CstuiError
from cstui.i18n import Translator
from cstui.services.settings.held import Settings
from screens.kit.choice import Choice
from screens.kit.fields import Field, TextField
from screens.kit.form import Form, Labelled
from screens.kit.language import Phrase, translator_of
from screens.kit.options import Option
from screens.kit.snippets import SnippetTextField, Source

_LINES = {"problem.text": 3}
_OTHER_LINES = 2
_MOST_MORE = 4
"""Lines that a long field gets at most where there is room."""
_WIDE = frozenset({"request"})
_HINTS = {forms.Input.INSTANT: "HH:MM", forms.Input.SCORE: "1–5"}


class FieldLabel(Phrase):
    """A field's name, with a mark where the team asks for an answer."""

    __slots__ = ("required",)

    def __init__(self, key: str, required: bool) -> None:
        super().__init__(key)
        self.required = required

    def __call__(self, t: Translator) -> str:
        """The label in the language of the moment."""
        return super().__call__(t) + ("*" if self.required else "")


class Sheet(Form):
    """A form to fill in; what is typed and what is wrong go by the names of its fields.

    Args:
        form: which fields.
        settings: what the lists offer, and what must be filled in.
        snippets: gives the team's snippets, filled with what is typed.
    """

    def __init__(self, form: forms.Form, settings: Settings, snippets: Source) -> None:
        self._labels = {
            asked.name: FieldLabel(
                f"intake.{form.name}.{asked.name}", asked.name in settings.required[form.name]
            )
            for asked in form.fields
        }
        rows = [_row(asked, self._labels[asked.name], snippets) for asked in form.fields]
        super().__init__(*rows, columns=2)
        self._form = form
        self._names = [asked.name for asked in form.fields]
        self._settings = settings
        self._offers: dict[str, str] = {}
        """What Enter puts into an empty field, by the field's name."""
        self._way: dict[str, str] = {}
        """Which field comes after which one when Enter is pressed, where it is not the next."""

    def on_mount(self) -> None:
        """Fills the lists."""
        self.offer(self._settings)

    @property
    def empty(self) -> bool:
        """Whether no field says anything."""
        return not any(self[_id(name)].answer for name in self._names)

    def offer(self, settings: Settings) -> None:
        """Takes over the team's choices and what it asks for; what is typed stays."""
        for name, options in _options(settings).items():
            if name in self._names:
                field = self[_id(name)]
                assert isinstance(field, Choice)
                field.set_options(options)
        required = settings.required[self._form.name]
        if required != tuple(name for name, label in self._labels.items() if label.required):
            for name, label in self._labels.items():
                label.required = name in required
            self._rearrange()

    def suggest(self, name: str, words: str, *, take: bool = True) -> None:
        """Shows words in an empty field.

        Args:
            name: the field.
            words: what it may say; nothing takes back what was shown.
            take: whether Enter fills them in; else they only tell something.
        """
        if name not in self._names:
            return
        field = self[_id(name)]
        if field.placeholder != words:
            field.placeholder = words
        self._offers[name] = words if take else ""

    def guide(self, *names: str) -> None:
        """Makes Enter go from each of these fields to the one named after it."""
        ids = [_id(name) for name in names]
        self._way = dict(pairwise(ids))

    def grow(self, room: Size) -> None:
        """Makes long fields longer, as far as all fields still fit; for a layout under way."""
        long = [asked.name for asked in self._form.fields if asked.input is forms.Input.LONG]
        least = {name: _LINES.get(name, _OTHER_LINES) for name in long}
        now = {name: self._long(name).lines for name in long}
        others = self.plan(max(1, room.width)).height - sum(now.values())
        spare = max(0, room.height - others - sum(least.values()) - 1)
        more = min(_MOST_MORE, spare // len(long))
        wanted = {name: lines + more for name, lines in least.items()}
        if wanted != now:
            for name, lines in wanted.items():
                self._long(name).lines = lines
            self.forget_plans()

    def complete(self) -> None:
        """Completes the choices that were typed in part, as leaving their fields would."""
        for field in self.query(Choice):
            field.complete()

    def typed(self) -> dict[str, str]:
        """What stands in the fields."""
        return {name: self[_id(name)].answer for name in self._names}

    def put(self, values: Mapping[str, str]) -> None:
        """Makes the fields say these values, those without one nothing."""
        changed = {
            _id(name): values.get(name, "")
            for name, text in self.typed().items()
            if text != values.get(name, "").strip()
        }
        # filling also takes back what was said to be wrong, so it must not happen for nothing
        if changed:
            self.fill(changed)

    def tell(self, wrong: Mapping[str, CstuiError]) -> None:
        """Shows all that is wrong at once, and goes to the first field that is."""
        t = translator_of(self)
        self.show_errors({_id(name): t.text(error) for name, error in wrong.items()})
        self.focus_first_error()

    def enter(self, name: str = "") -> None:
        """Goes to a field, or to the first one."""
        self.screen.set_focus(self[_id(name or self._names[0])])

    def has_focus_in(self, name: str) -> bool:
        """Whether the cursor is in a field."""
        return name in self._names and self.screen.focused is self[_id(name)]

    def _long(self, name: str) -> TextField:
        field = self[_id(name)]
        assert isinstance(field, TextField)
        return field

    def action_next_field(self) -> None:
        """Takes over what is suggested for an empty field, and goes to the next one."""
        focused = self.screen.focused
        here = focused.id or "" if focused else ""
        for name, words in self._offers.items():
            if _id(name) == here and words and isinstance(focused, Field) and not focused.value:
                focused.answer = words
        if here in self._way:
            self.screen.set_focus(self[self._way[here]])
        else:
            super().action_next_field()


def _row(asked: forms.FormField, label: FieldLabel, snippets: Source) -> Labelled:
    """A field with its label."""
    long = asked.input is forms.Input.LONG
    return Labelled(label, _field(asked, snippets), wide=long or asked.name in _WIDE)


def _field(asked: forms.FormField, snippets: Source) -> Field | TextField:
    match asked.input:
        case forms.Input.LONG:
            lines = _LINES.get(asked.name, _OTHER_LINES)
            return SnippetTextField(lines=lines, snippets=snippets, id=_id(asked.name))
        case forms.Input.CHOICE:
            return Choice([], free=True, id=_id(asked.name))
        case _:
            return Field(placeholder=_HINTS.get(asked.input, ""), id=_id(asked.name))


def _options(settings: Settings) -> dict[str, list[Option]]:
    """What the lists offer, by field name."""
    words = {
        "channel": settings.channels,
        "category": settings.categories,
        "priority": settings.priorities,
        "request": settings.requests,
        "tags": settings.tags,
    }
    lists = {name: [Option(word, word) for word in offered] for name, offered in words.items()}
    return lists | {"owner": people_of(settings)}


def people_of(settings: Settings) -> list[Option]:
    """Everybody in the team, to be picked; the value is the login."""
    people = settings.people.values()
    bearers = Counter(person.shown for person in people)
    return [
        Option(
            person.login,
            # people of one name are told apart by their logins
            person.shown if bearers[person.shown] == 1 else f"{person.shown} {person.login}",
            person.team,
        )
        for person in people
    ]


def _id(name: str) -> str:
    """The name of a field as a widget's id."""
    return name.replace(".", "-")
