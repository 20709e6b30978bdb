"""Settings as people call them, and their values in a few words."""

from collections.abc import Iterable, Mapping

from cstui.services.settings.held import path_of
from cstui.services.settings.toml_text import written
from screens.kit.language import Phrase


def name_of(key: str) -> Phrase:
    """What a setting is called: `People: li` for `people.li`."""
    top, *name = path_of(key)
    return Phrase(f"settings.{top}", name=name[0]) if name else Phrase(f"settings.{top}")


def tip_of(key: str) -> Phrase:
    """What a setting does."""
    return Phrase(f"settings.{path_of(key)[0]}.tip")


def in_brief(value: object) -> str:
    """A value in few words: of tables of lists or tables the names alone."""
    match value:
        case str():
            return value
        case Mapping() if value and all(isinstance(part, list) for part in value.values()):
            return _joined(value)
        case Mapping() if any(isinstance(part, Mapping) for part in value.values()):
            return _joined(value)
        case Mapping():
            return _joined(value.values())
        case list():
            return _joined(_first(entry) for entry in value)
        case _:
            return written(value)


def _first(entry: object) -> object:
    """What names an entry: of a table, what stands first."""
    return next(iter(entry.values()), "") if isinstance(entry, Mapping) else entry


def _joined(parts: Iterable[object]) -> str:
    return ", ".join(in_brief(part) for part in parts)
