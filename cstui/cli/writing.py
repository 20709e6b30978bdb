"""Where output goes: the standard output, or a file that appears whole."""

import sys
from collections.abc import Iterable
from pathlib import Path

from cstui.domain.errors import InputError
from cstui.exchange.replacing import replacing


def out_path(text: str, never: Iterable[Path]) -> Path:
    """The file to write, which is none of those that are being read.

    Args:
        text: as the command line names it.
        never: the store, and whatever else must not be replaced.

    Raises:
        InputError: when it is one of them, or no ordinary file.
    """
    path = Path(text).expanduser()
    if path.exists():
        if not path.is_file():
            raise InputError("out_no_file", path=path)
        if any(kept.exists() and path.samefile(kept) for kept in never):
            raise InputError("out_in_use", path=path)
    return path


def write(told: str | bytes, out: Path | None) -> None:
    """Print, or write to a file that is replaced whole or not at all.

    Raises:
        InputError: when the file cannot be written.
    """
    if out:
        with replacing(out) as beside:
            beside.write_bytes(told if isinstance(told, bytes) else told.encode())
    elif isinstance(told, bytes):
        sys.stdout.buffer.write(told)
    else:
        sys.stdout.write(told)
