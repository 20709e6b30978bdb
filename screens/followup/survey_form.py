"""The form in which a satisfaction record of its own is typed."""

from collections.abc import Iterable, Mapping
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.widget import Widget

from cstui.clock.instants import minute_text
from cstui.domain.acts import OVERALL, Provenance
from cstui.domain.satisfaction import DIMENSIONS
from cstui.i18n import Translator
from cstui.services.surveys import Surveys
from screens.followup.score_field import ScoreField
from screens.kit.choice import Choice
from screens.kit.dialogs.dialog import Dialog
from screens.kit.dialogs.say import Confirm
from screens.kit.fields import Field
from screens.kit.form import Form, Labelled
from screens.kit.keys import bind
from screens.kit.language import Phrase
from screens.kit.options import Option

Answers = Mapping[str, str]
"""What was typed, by key of the form's column or by name of what stands beside them."""

SAID = ("improve", "suggestion", "provenance")
"""What the form asks for besides its columns; the sheet has it within them."""
AGAIN = "again"
"""The field for the reason why a customer is asked again so soon."""

_ROWS = (
    "served", "service", "name", "customer_id", "phone", "kind", "agent", "content",
    *DIMENSIONS, "provenance", "words", "improve", "suggestion", "measure",
    "measure_owner", "measure_due", "check", "note",
)  # fmt: skip
_WIDE = ("words", "improve", "suggestion", "measure", AGAIN)
_REQUIRED = ("served", "service", AGAIN)
_HIGHEST = 5


class SurveyForm(Dialog[Answers]):
    """Asks for a satisfaction record; nothing typed is thrown away in silence.

    Args:
        surveys: knows the team's lists, and the time.
        typed: what was typed already, where a save was refused.
        errors: why it was refused, by field.
    """

    BINDINGS: ClassVar[list[BindingType]] = [bind("ctrl+s", "survey.save", "accept")]
    DEFAULT_CSS = """
    SurveyForm > #box { width: 96; padding: 0 1; margin: 0 1 1 1; }
    """

    def __init__(
        self,
        surveys: Surveys,
        typed: Answers | None = None,
        errors: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(Phrase("survey.new"))
        self._first = _beginning(surveys)
        self._errors = errors or {}
        # what a list offers is kept as it is chosen: in the language of the team
        team = Translator("zh" if surveys.settings.language == "zh" else "en")
        self._missed = team("forms.check.missed")
        answers = typed or self._first
        fields = _Fields(surveys, answers, team)
        names = _ROWS + ((AGAIN,) if AGAIN in answers else ())
        self._form = Form(*map(fields.row, names), columns=2)

    def compose_body(self) -> Iterable[Widget]:
        """The fields."""
        yield self._form

    def on_mount(self) -> None:
        """Shows why a save was refused."""
        self._form.show_errors(self._errors)
        self._form.focus_first_error()

    @on(Form.Finished)
    def action_accept(self) -> None:
        """Gives what was typed, or shows what is missing."""
        typed = self._form.answers()
        self._form.show_errors(self._missing(typed) | self._form.check())
        if not self._form.focus_first_error():
            self.dismiss(typed)

    def action_cancel(self) -> None:
        """Closes; asks first where something was typed."""
        if self._form.answers() == self._first:
            self.dismiss(None)
            return
        question = Confirm(Phrase("survey.give_up"), Phrase("survey.give_up.text"))
        self.app.push_screen(question, self._give_up)

    def _missing(self, typed: Answers) -> dict[str, str]:
        """What is needed because of something else."""
        missing = {}
        if typed["provenance"] != Provenance.UNANSWERED and not typed[OVERALL]:
            missing[OVERALL] = self.t("followup.ask.score_missing")
        if typed["check"] == self._missed and not typed["note"]:
            missing["note"] = self.t("followup.ask.review_missing")
        return missing

    def _give_up(self, agreed: bool | None) -> None:
        if agreed:
            self.dismiss(None)


class _Fields:
    """Makes the fields, with what was typed in them."""

    def __init__(self, surveys: Surveys, typed: Answers, team: Translator) -> None:
        self._typed = typed
        settings = surveys.settings
        people = [Option(one.login, one.shown, one.team) for one in settings.people.values()]
        self._offered = {
            "service": [Option(one, one) for one in settings.categories],
            "agent": people,
            "measure_owner": people,
            "kind": _words(team, "forms.kind", ("new", "old", "valued")),
            "check": _words(team, "forms.check", ("unchecked", "met", "missed")),
            "provenance": [Option(one, Phrase(f"followup.from.{one}")) for one in Provenance],
        }

    def row(self, name: str) -> Labelled:
        """A field with its label."""
        asked = name in SAID or name == AGAIN
        label = f"followup.ask.{name}" if asked else f"forms.satisfaction.{name}"
        return Labelled(Phrase(label), self._field(name), name in _WIDE, name in _REQUIRED)

    def _field(self, name: str) -> Field:
        value = self._typed.get(name, "")
        if name in DIMENSIONS:
            return ScoreField(value, highest=_HIGHEST, id=name)
        if name in self._offered:
            free = name not in ("check", "provenance")
            return Choice(self._offered[name], value, free=free, id=name)
        return Field(value, anew=name == "served", id=name)


def _beginning(surveys: Surveys) -> dict[str, str]:
    """What stands there at first."""
    return {
        **dict.fromkeys(_ROWS, ""),
        "served": minute_text(surveys.now(), surveys.settings.zone),
        "agent": surveys.me.login,
        "provenance": Provenance.CUSTOMER.value,
    }


def _words(t: Translator, stem: str, names: Iterable[str]) -> list[Option]:
    return [Option(word, word) for word in (t(f"{stem}.{name}") for name in names)]
