"""Looking at a team's settings, and changing them: by key, by file or on a screen."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from cstui.domain.errors import CstuiError, InputError
from cstui.domain.people import Role
from cstui.i18n import Translator
from cstui.ports import Setting
from cstui.services.allowing import require_supervisor
from cstui.services.desk import Desk
from cstui.services.settings.checks import setting_from
from cstui.services.settings.file import SettingsFile, settings_file
from cstui.services.settings.held import is_table
from cstui.services.settings.problems import Wrong, problems
from cstui.services.settings.shown import Overview, overview
from cstui.services.settings.text import TypedValue
from cstui.services.settings.toml_lines import WrittenWrong

LineOf = Callable[[str, Callable[[Any], bool]], int]
"""Gives the line on which a key's value begins to be wrong."""


class Problem(Struct, frozen=True):
    """Something that is wrong with a setting."""

    key: str
    """The setting; empty where none can be told."""
    line: int
    """Where it stands, from 1."""
    error: CstuiError


class SettingsRefused(InputError):
    """Settings that cannot be used, all told at once; nothing was changed."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("settings_refused", count=len(problems))
        self.problems = tuple(problems)


class TeamSettings:
    """The settings of the team at a desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @property
    def may_change(self) -> bool:
        """Whether the person at the desk may change settings."""
        return self._desk.me.role is Role.SUPERVISOR

    def overview(self) -> Overview:
        """All settings as they stand now."""
        kept, today = self._desk.store.settings(), self._desk.clock.now().date()
        # what is made in between is then shown, but not said to have been seen
        self._desk.reread_rules()
        return overview(self._desk.rules, kept, today)

    def file(self, t: Translator) -> str:
        """All that holds today, as a file that `from_file` takes back."""
        return settings_file(self.overview(), t)

    def from_words(self, words: Iterable[str], effective: str) -> list[Setting]:
        """The settings that `KEY=VALUE`s ask for, checked.

        Raises:
            CstuiError: the first of what is wrong.
        """
        now, me = self._desk.clock.now(), self._desk.me.login
        made = [setting_from(word, effective, me, now) for word in words]
        for _, error in self._problems(made, None):
            raise error
        return made

    def from_file(self, text: str, effective: str) -> list[Setting]:
        """The settings of a file that differ from those that hold today, checked.

        What the file leaves out stays as it is, and so does what begins later.

        Args:
            text: what is in the file.
            effective: the day from which on they are to hold.

        Raises:
            SettingsRefused: with the line of each that cannot be used.
        """
        try:
            file = SettingsFile(text)
        except WrittenWrong as error:
            raise SettingsRefused([Problem("", error.line, error)]) from error
        return self._checked(file.values, effective, file.seen, file.line_of)

    def set_text(self, key: str, text: str, effective: str, seen: int) -> bool:
        """Set one setting as it was typed; whether it differs from what holds today.

        Args:
            key: the setting.
            text: its value, as `value_text` writes it.
            effective: the day from which on it is to hold.
            seen: how many settings had been made when the person began to type.

        Raises:
            SettingsRefused: with the line of what cannot be used.
            NotAllowed: `supervisor_only`.
        """
        try:
            typed = TypedValue(text, table=is_table(key))
        except WrittenWrong as error:
            raise SettingsRefused([Problem(key, error.line, error)]) from error
        values = {key: typed.value}
        made = self._checked(values, effective, seen, lambda _, wrong: typed.line_of(wrong))
        self.set(made)
        return bool(made)

    def set(self, made: Sequence[Setting]) -> None:
        """Keep settings that were checked, all or none.

        Raises:
            NotAllowed: `supervisor_only`; it names those who may.
        """
        require_supervisor(self._desk)
        self._desk.store.set(made)
        self._desk.reread_rules()

    def _checked(
        self, values: Mapping[str, object], effective: str, seen: int | None, line_of: LineOf
    ) -> list[Setting]:
        """Settings for the values that differ from what holds today."""
        now, me, shown = self._desk.clock.now(), self._desk.me.login, self.overview().shown
        made = [
            Setting(key, value, effective, me, now)
            for key, value in values.items()
            if key not in shown or value != shown[key]
        ]

        def line(one: Setting, error: CstuiError) -> int:
            """Where that much of a value stands that is wrong in the same way."""

            def wrong(value: object) -> bool:
                tried = [replace(each, value=value) if each is one else each for each in made]
                found = (each for _, each in self._problems(tried, seen))
                return any((each.key, each.values) == (error.key, error.values) for each in found)

            return line_of(one.key, wrong)

        found = [
            Problem(one.key, line(one, error), error) for one, error in self._problems(made, seen)
        ]
        if found:
            raise SettingsRefused(sorted(found, key=lambda problem: problem.line))
        return made

    def _problems(self, made: Sequence[Setting], seen: int | None) -> list[Wrong]:
        return problems(self._desk.rules, self._desk.store.settings(), made, seen)
