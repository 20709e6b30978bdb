"""A field for the path of a file, with a list of what is there."""

import asyncio
from collections.abc import Collection
from pathlib import Path
from typing import ClassVar

from textual import events
from textual.binding import BindingType

from cstui.exchange.folders import entries, folder_of
from screens.kit.fields import Field
from screens.kit.keys import bind
from screens.kit.language import translator_of
from screens.kit.options import LIST_MOVES, OverlayList, matching, options_of


def path_of(typed: str) -> Path:
    """The path that was typed."""
    return Path(typed).expanduser()


class PathList(OverlayList):
    """What stands in the folder that the path has come to."""


class PathField(Field):
    """A field that lists the folder of the path that is typed, narrowed to what fits.

    Tab takes what is marked, and goes on into a folder; so does Enter, where what was typed is no
    file yet and has to be one. Esc closes the list.

    Args:
        value: the path at first.
        endings: of the files to list.
        new: whether the file need not be there, so that Enter takes what is typed.
    """

    BINDINGS: ClassVar[list[BindingType]] = [bind("f4,down", "kit.path.open", "open_list")]

    def __init__(
        self, value: str = "", *, endings: Collection[str], new: bool = False, id: str | None = None
    ) -> None:
        self._taken = ""
        super().__init__(value, anew=new, id=id)
        self._endings = frozenset(endings)
        self._new = new
        self._folder: Path | None = None
        self._entries: list[str] = []
        self._list: PathList | None = None
        self._moved = False

    @property
    def is_open(self) -> bool:
        """Whether its list is open."""
        return self._list is not None

    def takes(self, key: str) -> bool:
        """Whether Enter or Tab takes what is marked."""
        return self.is_open and (key == "tab" or (key == "enter" and self._picks))

    @property
    def _picks(self) -> bool:
        return self._moved or not self._new

    @property
    def _head(self) -> str:
        """What is typed up to the name in its folder."""
        return self.value[: self.value.rfind("/") + 1]

    def watch_value(self, value: str) -> None:
        """Follows the typing."""
        if self.has_focus and value != self._taken:
            self._look()

    def on_key(self, event: events.Key) -> None:
        """Gives the list its keys."""
        if not self._list:
            return
        if event.key in LIST_MOVES:
            self._moved = True
            self._list.move(LIST_MOVES[event.key])
        elif event.key in ("tab", "enter") and self.takes(event.key):
            self._take()
        elif event.key == "escape":
            self._close()
        else:
            return
        event.stop()
        event.prevent_default()

    def on_blur(self) -> None:
        """Closes the list."""
        self._close()

    def action_open_list(self) -> None:
        """Lists what is there."""
        self._folder, self._taken = None, ""
        self._look()

    def _look(self) -> None:
        folder = folder_of(self.value)
        if folder == self._folder:
            self._show()
        else:
            self._close()
            self._folder = folder
            self.run_worker(self._list_folder(folder), group="folder", exclusive=True)

    async def _list_folder(self, folder: Path) -> None:
        # a folder on a slow disk keeps nobody from typing on
        found = await asyncio.to_thread(entries, folder, self._endings)
        if folder == self._folder:
            self._entries = found
            self._show()

    def _show(self) -> None:
        name = self.value[len(self._head) :]
        fitting = matching(options_of(self._entries), name, translator_of(self))
        if not self.has_focus or not fitting or [one.value for one in fitting] == [name]:
            self._close()
            return
        if self._list:
            self._list.show(fitting)
        else:
            self._list = PathList(fitting)
            self.screen.mount(self._list)
        self._moved = False
        self._list.stand_by(self.region, len(fitting))

    def _take(self) -> None:
        """Takes what is marked; a file closes the list, a folder is listed in turn."""
        if self._list and (option := self._list.current):
            taken = self._head + option.value
            self._close()
            if not taken.endswith("/"):
                self._taken = taken
            self.value = taken
            self.cursor_position = len(taken)

    def _close(self) -> None:
        self._moved = False
        if self._list:
            self._list.remove()
            self._list = None
