"""What was typed into settings and is not saved yet."""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from cstui.services.settings.shown import Overview
from cstui.services.settings.text import value_text


class Edit(Struct, frozen=True):
    """One setting as it was typed."""

    text: str
    """The value as it stands in the field."""
    seen: int
    """How many settings had been made when the typing began."""


class Edits:
    """All settings that were typed into, by key, over those that hold."""

    def __init__(self, settings: Overview) -> None:
        self.settings = settings
        """All settings as they stand now."""
        self._edits: dict[str, Edit] = {}

    def __iter__(self) -> Iterator[str]:
        return iter(self._edits)

    def __contains__(self, key: object) -> bool:
        return key in self._edits

    def __getitem__(self, key: str) -> Edit:
        return self._edits[key]

    @property
    def keys(self) -> list[str]:
        """All settings, new ones last."""
        return list(dict.fromkeys([*self.settings.shown, *self._edits]))

    def text(self, key: str) -> str:
        """A setting as it was typed, else as it holds."""
        return self._edits[key].text if key in self._edits else self._kept(key)

    def type(self, key: str, text: str) -> None:
        """Keep what was typed; what is as it holds needs no keeping."""
        if text == self._kept(key):
            self._edits.pop(key, None)
        elif key in self._edits:
            self._edits[key] = replace(self._edits[key], text=text)
        else:
            self._edits[key] = Edit(text, self.settings.seen)

    def drop(self, key: str, text: str) -> None:
        """Forget what was typed, unless more was typed meanwhile."""
        if key in self._edits and self._edits[key].text == text:
            del self._edits[key]

    def know(self, key: str) -> None:
        """The person has been told how the setting stands now."""
        self._edits[key] = replace(self._edits[key], seen=self.settings.seen)

    def _kept(self, key: str) -> str:
        return value_text(self.settings.shown[key]) if key in self.settings.shown else ""
