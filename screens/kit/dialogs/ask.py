"""A dialog of one or several labelled fields."""

from collections.abc import Callable, Iterable, Mapping
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.widget import Widget
from textual.widgets import Static

from screens.kit.dialogs.dialog import Dialog
from screens.kit.form import Form, Labelled
from screens.kit.keys import bind
from screens.kit.language import Wording, said

Check = Callable[[Mapping[str, str]], Mapping[str, str]]
"""Gives an error text for each wrong answer, by name."""


class Ask(Dialog[dict[str, str]]):
    """Asks for some answers; gives them by field id, or None.

    Required fields and unknown choices are refused by the form; `check` may refuse more. All
    errors show at once, and the focus goes to the first.

    Args:
        title: what is asked for.
        rows: the labelled fields.
        text: a sentence above them.
        check: finds wrong answers.
        quick: whether Enter saves as soon as all required fields are filled in.
    """

    BINDINGS: ClassVar[list[BindingType]] = [bind("ctrl+s", "kit.dialog.accept", "accept")]
    DEFAULT_CSS = """
    Ask #text { margin-bottom: 1; }
    """

    def __init__(
        self,
        title: Wording,
        *rows: Labelled,
        text: Wording = "",
        check: Check | None = None,
        quick: bool = False,
    ) -> None:
        super().__init__(title)
        self._form = Form(*rows, quick=quick)
        self._text = text
        self._check = check

    def compose_body(self) -> Iterable[Widget]:
        """Sentence and fields."""
        if self._text:
            yield Static(said(self._text, self.t), markup=False, id="text")
        yield self._form

    @on(Form.Finished)
    def action_accept(self) -> None:
        """Gives the answers, or shows what is wrong with them."""
        answers = self._form.answers()
        errors = dict(self._form.check())
        if self._check:
            errors = {**self._check(answers), **errors}
        self._form.show_errors(errors)
        if not self._form.focus_first_error():
            self.dismiss(answers)
