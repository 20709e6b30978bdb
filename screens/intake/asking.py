"""Prompts for one thing to come: when to call back, until when something is promised."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import datetime

from textual import on
from textual.widget import Widget
from textual.widgets import Static

from cstui.domain.errors import InputError
from cstui.services.intake.calls import Calls
from screens.intake.moments import moment_text
from screens.kit.dialogs.dialog import Dialog
from screens.kit.fields import Field
from screens.kit.form import Form, Labelled
from screens.kit.language import Phrase, Wording

WHAT, WHEN = "what", "when"


class AskWhen(Dialog[Mapping[str, str]]):
    """Asks for a moment to come, and says while one types what it will mean.

    Gives what was typed, by `WHEN` and, where it is asked for, `WHAT`; or None.

    Args:
        title: what is asked for.
        calls: tells the time, and where the site is.
        what: label of a text that is asked for too.
    """

    DEFAULT_CSS = """
    AskWhen #meaning { color: $text-primary; text-style: bold; margin-top: 1; }
    AskWhen #examples { color: $foreground-muted; }
    """

    def __init__(self, title: Wording, calls: Calls, what: Wording = "") -> None:
        super().__init__(title)
        self._calls = calls
        rows = [Labelled(Phrase("intake.when"), Field(id=WHEN))]
        if what:
            rows.insert(0, Labelled(what, Field(id=WHAT)))
        self._form = Form(*rows)
        self._meaning = Static(id="meaning", markup=False)

    def compose_body(self) -> Iterable[Widget]:
        """The fields, what the moment means, and how it may be written."""
        yield self._form
        yield self._meaning
        yield Static(self.t("intake.when_examples"), id="examples", markup=False)

    @on(Field.Changed)
    def _tell(self) -> None:
        told = ""
        with suppress(InputError):
            moment = moment_text(self._meant(), self._calls.now(), self.t)
            told = self.t("intake.meant", moment=moment)
        self._meaning.update(told, layout=False)

    @on(Form.Finished)
    def _accept(self) -> None:
        answers = self._form.answers()
        wrong = {name: self.t("kit.form.required") for name, text in answers.items() if not text}
        if WHEN not in wrong:
            try:
                self._meant()
            except InputError as error:
                wrong[WHEN] = self.t.text(error)
        self._form.show_errors(wrong)
        if not self._form.focus_first_error():
            self.dismiss(answers)

    def _meant(self) -> datetime:
        """The moment that is typed.

        Raises:
            InputError: when it is none to come.
        """
        now, zone = self._calls.now(), self._calls.settings.zone
        # as in the service that reads it again: no session waits for this at its start
        from cstui.clock.upcoming import parse_upcoming

        return parse_upcoming(self._form[WHEN].answer, now, zone)
