"""Text to where it was asked for: the standard output, or a file that appears whole."""

import sys
from pathlib import Path

from cstui.exchange.replacing import replacing


def write(text: str, out: Path | None) -> None:
    """Print, or write to a file that is replaced whole or not at all.

    Raises:
        InputError: when the file cannot be written.
    """
    if out is None:
        sys.stdout.write(text)
        return
    with replacing(out) as beside:
        beside.write_text(text, encoding="utf-8")
