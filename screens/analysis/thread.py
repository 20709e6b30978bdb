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
    """Answers with figures as new as the last look at the store; for the worker's thread alone.

    Args:
        open_analysis: reads the tickets; called at the first question.
    """

    def __init__(self, open_analysis: "Callable[[], Analysis]") -> None:
        self._open = open_analysis
        self._analysis: Analysis | None = None

    def prepare(self, query: Query, *, anew: bool) -> tuple[int, int] | None:
        """Take a step towards an answer; others can use the thread in between.

        Args:
            query: what is to be told.
            anew: whether to look at the store before; else another question about the same
                tickets is answered in a fraction of the time.

        Returns:
            How many tickets are ready, of how many; None where nothing is left to do.

        Raises:
            StoreError: when the store cannot be read.
        """
        return self._figures(anew=anew).prepare(query)

    def answer(self, view: str, query: Query, t: Translator, width: int) -> Answer:
        """A view as lines of a width.

        Args:
            view: its name.
            query: what it is to tell of.
            t: the reader's translator.
            width: terminal cells.

        Raises:
            StoreError: when the store cannot be read.
        """
        document = self._figures().document(view, query, t)
        return Answer(view, query, document.as_of, laid_out(document, t, width))

    def definition(self, metric: str, query: Query, t: Translator) -> tuple[str, ...]:
        """What a figure is called, and the lines that explain it."""
        return self._figures().definition(metric, query, t)

    def behind(self, metric: str, query: Query, t: Translator) -> Behind:
        """The tickets behind a figure."""
        section = self._figures().tickets(metric, query, t).sections[0]
        told = [tuple(str(cell or "") for cell in row.cells[:5]) for row in section.tables[0].rows]
        return Behind(section.title, " ".join(section.notes), told)

    def values(self, dimension: str, query: Query, t: Translator) -> list[tuple[str, int]]:
        """The values of a dimension that tickets of the period have, and how many have each."""
        return self._figures().values(dimension, query, t)

    def write(self, name: str, query: Query, t: Translator, path: Path) -> None:
        """Write a view or a named report to a file, in the format of its ending.

        Raises:
            InputError: when the ending names no format, or the file cannot be written.
        """
        self._figures(anew=True).write(name, query, t, path)

    def _figures(self, *, anew: bool = False) -> "Analysis":
        if self._analysis is None:
            self._analysis = self._open()
        elif anew:
            self._analysis.refresh()
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
