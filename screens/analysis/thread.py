"""The figures' side in the worker's thread: where numpy, plotext and the store are used."""

from collections.abc import Callable
from typing import Any

from textual.dom import DOMNode

from cstui.reports.model import Query, Report
from cstui.services.reporting import LiveFigures
from screens.kit.app import KitApp


class FiguresDesk:
    """Answers queries with figures as new as the store; used in the worker's thread alone.

    Args:
        open_figures: reads the figures; called at the first query.
    """

    def __init__(self, open_figures: Callable[[], LiveFigures]) -> None:
        self._open = open_figures
        self._figures: LiveFigures | None = None

    def report(self, query: Query) -> Report:
        """The report that a query asks for.

        Raises:
            StoreError: when the store cannot be read.
        """
        if self._figures:
            self._figures.refresh()
        else:
            self._figures = self._open()
        return self._figures.report(query)


def kit_app(node: DOMNode) -> KitApp[Any, Any]:
    """The app with the worker's thread, in which a widget or screen lives.

    Raises:
        TypeError: when it is no `KitApp`.
    """
    app = node.app
    if not isinstance(app, KitApp):
        raise TypeError(f"{type(app).__name__} is no KitApp")
    return app
