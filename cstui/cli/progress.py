"""A line that tells how far long work is, on a terminal only."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_CLEAR = "\r\x1b[K"


@contextmanager
def progress() -> Iterator[Callable[[str], None]]:
    """Shows each text in place of the last one, and wipes the line at the end.

    Where standard error is no terminal nothing is shown, so that logs stay clean.
    """
    if not sys.stderr.isatty():
        yield lambda _: None
        return

    def show(text: str) -> None:
        sys.stderr.write(_CLEAR + text)
        sys.stderr.flush()

    try:
        yield show
    finally:
        show("")
