"""What comes with the program and is only ever read."""

import tomllib
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).parent
"""Beside this module: `importlib.resources` would load all that reads archives at each start."""


def read(name: str) -> dict[str, Any]:
    """The resource of that name, as TOML has it."""
    return tomllib.loads((_FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
