"""The fields of one of the team's forms."""

from collections import Counter
from collections.abc import Mapping

from cstui.domain import forms
from cstui.domain.errors import CstuiError
from cstui.services.settings import Settings
from screens.kit.choice import Choice
from screens.kit.fields import Field, TextField
from screens.kit.form import Form, Labelled
from screens.kit.language import Phrase, translator_of
from screens.kit.options import Option

_LINES = {"problem.text": 3}
_OTHER_LINES = 2
_WIDE = frozenset({"note"})
_HINTS = {forms.Input.INSTANT: "HH:MM", forms.Input.SCORE: "1–5"}


class Sheet(Form):
    """A form to fill in; what is typed and what is wrong go by the names of its fields.

    Args:
        form: which fields.
        settings: what the lists offer.
    """

    def __init__(self, form: forms.Form, settings: Settings) -> None:
        super().__init__(*(_row(form.name, asked) for asked in form.fields), columns=2)
        self._names = [asked.name for asked in form.fields]
        self._settings = settings

    def on_mount(self) -> None:
        """Fills the lists."""
        self.offer(self._settings)

    def offer(self, settings: Settings) -> None:
        """Puts the team's choices into the lists; what is typed stays."""
        for name, options in _options(settings).items():
            if name in self._names:
                field = self[_id(name)]
                assert isinstance(field, Choice)
                field.set_options(options)

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

    def enter(self) -> None:
        """Goes to the first field."""
        self[_id(self._names[0])].focus()


def _row(form: str, asked: forms.FormField) -> Labelled:
    """A field with its label; which fields need an answer shows on the label alone."""
    long = asked.input is forms.Input.LONG
    label = Phrase(f"intake.{form}.{asked.name}")
    return Labelled(label, _field(asked), wide=long or asked.name in _WIDE, required=asked.required)


def _field(asked: forms.FormField) -> Field | TextField:
    match asked.input:
        case forms.Input.LONG:
            return TextField(lines=_LINES.get(asked.name, _OTHER_LINES), id=_id(asked.name))
        case forms.Input.CHOICE:
            return Choice([], free=True, id=_id(asked.name))
        case _:
            return Field(placeholder=_HINTS.get(asked.input, ""), id=_id(asked.name))


def _options(settings: Settings) -> dict[str, list[Option]]:
    """What the lists offer, by field name."""
    people = settings.people.values()
    bearers = Counter(person.shown for person in people)
    return {
        "channel": [Option(word, word) for word in settings.channels],
        "category": [Option(word, word) for word in settings.categories],
        "priority": [Option(word, word) for word in settings.priorities],
        "owner": [
            Option(
                person.login,
                # people of one name are told apart by their logins
                person.shown if bearers[person.shown] == 1 else f"{person.shown} {person.login}",
                person.team,
            )
            for person in people
        ],
    }


def _id(name: str) -> str:
    """The name of a field as a widget's id."""
    return name.replace(".", "-")
