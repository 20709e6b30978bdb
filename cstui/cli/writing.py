"""Text to where it was asked for: the standard output, or a file that appears whole."""

import os
import sys
from pathlib import Path

from cstui.domain.errors import InputError


def write(text: str, out: Path | None) -> None:
    """Write to a file, replaced whole or not at all, or print.

    Raises:
        InputError: when the file cannot be written.
    """
    if out is None:
        sys.stdout.write(text)
        return
    draft = out.with_name(f".{out.name}.{os.getpid()}")
    try:
        draft.write_text(text, encoding="utf-8")
        draft.replace(out)
    except OSError as error:
        draft.unlink(missing_ok=True)
        raise InputError("file_unwritable", path=out, why=error.strerror) from error
