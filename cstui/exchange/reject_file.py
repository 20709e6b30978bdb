"""The file of rejected rows: line, column, value and reason, for a spreadsheet to open."""

import csv
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from cstui.exchange.guarding import guarded
from cstui.exchange.rejects import Reject
from cstui.exchange.replacing import replacing
from cstui.i18n import Translator

_COLUMNS = ("file", "line", "column", "value", "reason")


@contextmanager
def reject_file(path: Path, translate: Translator) -> Iterator[Callable[[str, Reject], None]]:
    """A CSV file of rejects, complete once the context is left without a failure.

    Yields:
        Writes one reject, after the name of its file.
    """
    with replacing(path) as beside, beside.open("w", encoding="utf-8-sig", newline="") as text:
        rows = csv.writer(text)
        rows.writerow([translate(f"exchange.reject_column.{name}") for name in _COLUMNS])

        def write(file: str, reject: Reject) -> None:
            cells = (reject.column, reject.value, reason_text(reject, translate))
            rows.writerow([file, reject.line, *map(guarded, cells)])

        yield write


def reason_text(reject: Reject, translate: Translator) -> str:
    """Why a row was rejected, as a person reads it."""
    return translate(f"exchange.reject.{reject.reason}", **reject.values)
