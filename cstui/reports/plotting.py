"""plotext's one figure, cleared for each chart, and the lines that are drawn of it."""

import sys
from importlib import import_module
from types import ModuleType

_MANUAL = "plotext._doc.doc"


def blank(width: int, height: int, *, colour: bool) -> ModuleType:
    """Plotext with an empty figure of so many terminal cells.

    It has no types to check, and is read only where something is drawn.
    """
    plotext = _plotext()
    # it has one figure for the whole process, and would cut it to the terminal's size
    plotext.terminal.limit(False, False)
    plotext.figure.clear()
    plotext.figure.theme("simple" if colour else "colorless")
    plotext.figure.plot_size(width, height)
    return plotext


def lines_of(plotext: ModuleType, *, colour: bool) -> list[str]:
    """The lines of its figure; without colour they hold no escape sequence."""
    drawn = str(plotext.figure.build().string())
    told = drawn if colour else str(plotext.uncolorize(drawn))
    return [line.rstrip() for line in told.rstrip("\n").split("\n")]


def _plotext() -> ModuleType:
    if "plotext" not in sys.modules:
        # its manual costs three times as much as all the rest, and nobody asks for it here
        manual = ModuleType(_MANUAL)
        manual.__dict__["docs"] = None
        sys.modules.setdefault(_MANUAL, manual)
    return import_module("plotext")
