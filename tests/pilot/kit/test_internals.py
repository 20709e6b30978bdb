"""What the kit relies on inside Textual; a failure here means that Textual changed."""

from collections.abc import Callable
from unittest.mock import patch

import pytest
from textual.geometry import Offset, Size
from textual.pilot import Pilot
from textual.screen import ModalScreen, Screen
from textual.widget import Widget
from textual.widgets import Input, TextArea

from screens.kit.fields import Field, TextField
from screens.kit.internals import QuietInput, QuietModal, QuietScreen, QuietTextArea
from tests.pilot.kit.conftest import TryApp

AppOf = Callable[..., TryApp]
pytestmark = pytest.mark.usefixtures("app_of")


class Counted:
    """Counts layouts and whole repaints of a screen."""

    def __init__(self, pilot: Pilot[None]) -> None:
        self.layouts = 0
        self.repaints = 0
        screen = pilot.app.screen
        self._refresh_layout = screen._refresh_layout
        self._refresh = screen.refresh
        self.patches = [
            patch.object(screen, "_refresh_layout", self._lay_out),
            patch.object(screen, "refresh", self._repaint),
        ]

    def _lay_out(self, size: Size | None = None, scroll: bool = False) -> None:
        self.layouts += 1
        self._refresh_layout(size, scroll)

    def _repaint(self, *args: object, **options: object) -> Widget:
        self.repaints += 1
        return self._refresh(*args, **options)
