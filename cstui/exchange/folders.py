"""What stands in a folder, for somebody who types the path of a file."""

from collections.abc import Collection
from pathlib import Path

_MOST = 500
"""Of a folder with more entries only the first ones are listed."""

SHEETS = (".csv", ".tsv", ".tab", ".txt", ".json", ".xlsx", ".xlsm", ".gz")
"""Endings of files that may be sheets."""


def folder_of(typed: str) -> Path:
    """The folder that a path being typed has come to; a bare name is in the one we are in."""
    head = typed[: typed.rfind("/") + 1]
    return Path(head or ".").expanduser()


def entries(folder: Path, endings: Collection[str]) -> list[str]:
    """Folders, each with a stroke behind it, and then files, by name; hidden ones are left out.

    Args:
        folder: where to look; a folder that cannot be read has nothing.
        endings: of files that are wanted.
    """
    try:
        found = [each for each in folder.iterdir() if not each.name.startswith(".")]
    except OSError:
        return []
    folders = [f"{each.name}/" for each in found if each.is_dir()]
    files = [each.name for each in found if each.suffix.lower() in endings and each.is_file()]
    return [*sorted(folders), *sorted(files)][:_MOST]
