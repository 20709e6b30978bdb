"""A store as the one JSON file that TinyDB itself reads and writes."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import TextIO

from data.engine.copying import draft_beside, publish
from data.engine.database import RowDb
from data.engine.gate import make_file
from data.engine.place import refusal


def export_tinydb(
    database: RowDb, target: Path, tables: Iterable[str] | None = None
) -> dict[str, int]:
    """Write tables into a JSON file that TinyDB opens; one document in memory at a time.

    Args:
        database: The open store, which others may go on using.
        target: The file, which appears whole or not at all; readable by its owner alone.
        tables: Which tables; all by default.

    Returns:
        How many documents of each table were written.

    Raises:
        StoreDamaged: a document is not what was stored.
        StoreFull: there is no room.
    """
    names = sorted(database.tables() if tables is None else tables)
    draft = draft_beside(target)
    try:
        make_file(draft, 0o600)
        with draft.open("w", encoding="ascii") as file, database.connection.snapshot():
            written = _write(database, names, file)
        publish(draft, target)
    except OSError as error:
        raise refusal(error, target) from error
    finally:
        draft.unlink(missing_ok=True)
    return written


def _write(database: RowDb, names: list[str], file: TextIO) -> dict[str, int]:
    written = dict.fromkeys(names, 0)
    file.write("{")
    for at, name in enumerate(names):
        file.write(f"{', ' if at else ''}{json.dumps(name)}: {{")
        for first, document in enumerate(database.table(name)):
            file.write(f'{", " if first else ""}"{document.doc_id}": {json.dumps(document)}')
            written[name] += 1
        file.write("}")
    file.write("}")
    return written
