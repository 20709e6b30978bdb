"""Values as TOML writes them on one line."""

import json
import re

_BARE_KEY = re.compile("[A-Za-z0-9_-]+")


def written(value: object) -> str:
    """A value as TOML writes it; JSON's texts, numbers and switches are TOML's too."""
    match value:
        case dict():
            inside = ", ".join(
                f"{written_key(key)} = {written(part)}" for key, part in value.items()
            )
            return "{ " + inside + " }" if inside else "{}"
        case list() | tuple():
            return "[" + ", ".join(written(part) for part in value) + "]"
        case str() | bool() | int() | float():
            return json.dumps(value, ensure_ascii=False)
        case _:
            return str(value)


def written_key(key: str) -> str:
    """A key, in quotes where it needs them."""
    return key if _BARE_KEY.fullmatch(key) else written(key)
