"""The cell of the problem: one text, or time, place, event and outcome under their labels."""

from cstui.exchange.columns import Cell, Told
from cstui.exchange.forms.column import InHand
from cstui.exchange.forms.labelled import Labelled

_PARTS = Labelled({
    "when": "forms.problem.when",
    "where": "forms.problem.where",
    "what": "forms.problem.what",
    "outcome": "forms.problem.outcome",
})  # fmt: skip


def problem(text: str, hand: InHand) -> None:
    """Reads the problem: one text, and the four parts under their labels."""
    for name, part in _PARTS.parts(text).items():
        if part:
            hand.values[f"problem_{name}" if name else "problem"] = part


def problem_text(told: Told) -> Cell:
    """Writes the problem likewise; the subject where there is no more."""
    header = told.state.header
    parts = {name: getattr(header.problem, name) for name in ("when", "where", "what", "outcome")}
    return _PARTS.text(header.problem.text, parts, told.translate) or header.subject
