"""The figures' side in the worker's thread: where numpy, plotext and the store are used."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from textual.dom import DOMNode

from cstui.i18n import Translator
from cstui.reports.model import Query
from screens.analysis.laying import Line, laid_out
from screens.kit.app import KitApp

if TYPE_CHECKING:
    from cstui.services.analysing import Analysis


class Answer(Struct, frozen=True):
    """What a view tells."""

    view: str
    query: Query
    as_of: datetime | None
    """When work left was looked at; None where the period was over."""
    lines: Sequence[Line]


class Behind(Struct, frozen=True):
    """The tickets behind a figure."""

    title: str
    note: str
    rows: Sequence[tuple[str, ...]]
    """Number, customer, subject, type, agent of each."""


class FiguresDesk:
    """Answers with figures as new as the store; used in the worker's thread alone.

    Args:
        open_analysis: reads the tickets; called at the first question.
    """

    def __init__(self, open_analysis: "Callable[[], Analysis]") -> None:
        self._open = open_analysis
        self._analysis: Analysis | None = None

    def answer(self, view: str, query: Query, t: Translator, width: int) -> Answer:
        """A view as lines of a width.

        Raises:
            StoreError: when the store cannot be read.
        """
        document = self._fresh().document(view, query, t)
        return Answer(view, query, document.as_of, laid_out(document, t, width))

    def definition(self, metric: str, query: Query, t: Translator) -> tuple[str, ...]:
        """What a figure is called, and the lines that explain it."""
        return self._fresh().definition(metric, query, t)

    def behind(self, metric: str, query: Query, t: Translator) -> Behind:
        """The tickets behind a figure."""
        section = self._fresh().tickets(metric, query, t).sections[0]
        told = [tuple(str(cell or "") for cell in row.cells[:5]) for row in section.tables[0].rows]
        return Behind(section.title, " ".join(section.notes), told)

    def values(self, dimension: str, query: Query, t: Translator) -> list[tuple[str, int]]:
        """The values of a dimension that tickets of the period have, and how many have each."""
        return self._fresh().values(dimension, query, t)

    def write(self, name: str, query: Query, t: Translator, path: Path) -> None:
        """Write a view or a named report to a file, in the format of its ending.

        Raises:
            InputError: when the ending names no format, or the file cannot be written.
        """
        self._fresh().write(name, query, t, path)

    def _fresh(self) -> "Analysis":
        if self._analysis:
            self._analysis.refresh()
        else:
            self._analysis = self._open()
        return self._analysis


def kit_app(node: DOMNode) -> KitApp[Any, Any]:
    """The app with the worker's thread, in which a widget or screen lives.

    Raises:
        TypeError: when it is no `KitApp`.
    """
    app = node.app
    if not isinstance(app, KitApp):
        raise TypeError(f"{type(app).__name__} is no KitApp")
    return app
