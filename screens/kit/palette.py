"""The command palette: every bound action by its name."""

from collections.abc import Sequence

from screens.kit.commands import Command
from screens.kit.dialogs.choose import Picker
from screens.kit.language import Phrase
from screens.kit.options import Option


class Palette(Picker[Command]):
    """Picks one command."""

    def __init__(self, commands: Sequence[Command]) -> None:
        options = [Option(str(n), each.title, each.hint) for n, each in enumerate(commands)]
        super().__init__(Phrase("kit.palette"), options)
        self._commands = commands

    def picked(self, option: Option) -> Command:
        """The command of an option."""
        return self._commands[int(option.value)]
