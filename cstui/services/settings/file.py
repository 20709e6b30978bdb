"""Settings as a file that people edit: written with what each means, and read back."""

from collections.abc import Callable, Mapping
from typing import Any

import tomli_w

from cstui.i18n import Translator
from cstui.services.settings.held import NAMED, path_of
from cstui.services.settings.shown import Overview
from cstui.services.settings.toml_lines import TomlText
from cstui.services.settings.toml_text import written

_SEEN = "changes_seen"
"""Under this key a file tells how many changes of settings it knows of."""


def settings_file(settings: Overview, t: Translator) -> str:
    """The text of a file of settings, with comments in the reader's language."""
    whole: dict[str, Any] = {}
    for key, value in settings.shown.items():
        top, *name = path_of(key)
        whole |= {top: whole.get(top, {}) | {name[0]: value}} if name else {top: value}
    begins: dict[str, list[str]] = {}
    for one in settings.later:
        line = f"{one.key} = {written(one.value)}"
        told = t("told.setting_later", day=one.effective, setting=line)
        begins.setdefault(path_of(one.key)[0], []).append(told)
    parts = [_comment(t("settings.file", day=settings.today)), f"{_SEEN} = {settings.seen}\n"]
    # behind the title of a table, TOML takes all that follows for a part of it
    for top in sorted(whole, key=lambda top: isinstance(whole[top], Mapping)):
        about = _comment(t(f"settings.{top}.tip"), *begins.get(top, ()))
        parts.append(f"{about}\n{toml_of(top, whole[top])}")
    return "\n".join(parts)


def toml_of(key: str, value: object) -> str:
    """A setting as TOML, with lists one entry a line, rules and dispositions too."""
    if isinstance(value, list) and any(isinstance(entry, Mapping) for entry in value):
        entries = "".join(f"    {written(entry)},\n" for entry in value)
        return f"{key} = [\n{entries}]\n"
    return tomli_w.dumps({key: value})


class SettingsFile:
    """A file of settings as somebody wrote it.

    Args:
        text: what is in the file.

    Raises:
        WrittenWrong: when it is not TOML.
    """

    def __init__(self, text: str) -> None:
        self._toml = TomlText(text)
        self.values: dict[str, Any] = {}
        """The value by key."""
        self.seen: int | None = None
        """How many changes it knows of, if it tells."""
        for top, value in self._toml.values.items():
            if top == _SEEN and isinstance(value, int):
                self.seen = value
            elif f"{top}." in NAMED and isinstance(value, Mapping):
                self.values |= {f"{top}.{name}": part for name, part in value.items()}
            else:
                self.values[top] = value

    def line_of(self, key: str, wrong: Callable[[Any], bool]) -> int:
        """The number of the line on which a setting's value begins to be wrong."""
        return self._toml.line_of(path_of(key), wrong)


def _comment(text: str, *lines: str) -> str:
    return "\n".join([*(f"# {line}" for line in text.split("\n")), *lines])
