"""A field for one score: a digit fills it and goes on to the next field."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from screens.kit.fields import Field

_DIGITS = range(1, 10)


class ScoreField(Field):
    """A field that takes one digit, from 1 to the highest score.

    Args:
        value: the score that stands there at first.
        highest: the best score.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        # with priority, so that of digits that come at once the next one finds the next field
        Binding(str(digit), f"score({digit})", show=False, priority=True)
        for digit in _DIGITS
    ]

    def __init__(self, value: str = "", *, highest: int, id: str) -> None:
        super().__init__(value, placeholder=f"1–{highest}", anew=True, id=id)
        self._highest = highest
        self.restrict = f"[1-{highest}]?"

    def action_score(self, digit: int) -> None:
        """Takes a score and goes on; a digit beyond the scale does nothing."""
        if digit <= self._highest:
            self.value = str(digit)
            if (following := self._following()) is not None:
                self.screen.set_focus(following)

    def _following(self) -> Widget | None:
        assert isinstance(self.parent, Widget)
        fields = list(self.parent.children)
        later = fields[fields.index(self) + 1 :]
        return next((field for field in later if field.focusable), None)
