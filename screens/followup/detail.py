"""The detail of a ticket: a title line, and below it all that is known, scrolling."""

from datetime import datetime, timedelta
from itertools import zip_longest
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.binding import BindingType
from textual.geometry import Size
from textual.strip import Strip

from cstui.services.followup import FollowUp, Look
from screens.followup.content import Line, content_of, ledger_of, title_of
from screens.kit.internals import QuietScrollView
from screens.kit.keys import bind
from screens.kit.language import follow_language, translator_of
from screens.kit.text import displayable, fit

_TITLE_LINES = 1
_JUST_NOW = timedelta(minutes=1)


class Detail(QuietScrollView, can_focus=True):
    """Shows one ticket; its title stays while the rest scrolls.

    Args:
        followup: knows people and zone.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("escape", "followup.back", "app.focus('tickets')"),
        bind("enter", "queue.ledger", "ledger"),
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "detail--title",
        "detail--title-focused",
        "detail--changed",
        "detail--muted",
        "detail--strong",
        "detail--good",
        "detail--warn",
        "detail--bad",
    }

    def __init__(self, followup: FollowUp, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._followup = followup
        self._look: Look | None = None
        self._changed_by = ""
        self._changed_at: datetime | None = None
        self._lines: list[Line] = []
        self._seen: dict[int, int] = {}
        """How many events of each ticket were there when it was last shown, by its row."""
        self._known: int | None = None
        self._explains = False

    @property
    def look(self) -> Look | None:
        """The ticket as it is shown."""
        return self._look

    @property
    def changed_by(self) -> str:
        """Who changed the ticket while it was shown; empty when nobody did."""
        return self._changed_by

    def show(self, look: Look | None) -> None:
        """Shows a ticket, or none; the one that is shown already stays scrolled as it is."""
        before, self._look = self._look, look
        if not before or not look or before.ticket.id != look.ticket.id:
            self._changed_by, self._changed_at, self._known = "", None, None
            self._explains = False
            self.scroll_to(y=0, animate=False)
            if look:
                self._tell_of_news(look, self._seen.get(look.ticket.id))
        elif before.ticket.revision != look.ticket.revision:
            self._tell_of_news(look, len(before.ticket.events))
        elif self._changed_at and look.now - self._changed_at >= _JUST_NOW:
            self._changed_by, self._changed_at = "", None
        if look:
            self._seen[look.ticket.id] = len(look.ticket.events)
        self._write()

    def action_ledger(self) -> None:
        """Shows the minutes behind the clocks instead, or the ticket again."""
        self._explains = not self._explains
        self.scroll_to(y=0, animate=False)
        self._write()

    def on_mount(self) -> None:
        """Follows the language."""
        follow_language(self, self._write)

    def on_resize(self, event: events.Resize) -> None:
        """Breaks the lines anew."""
        self._write()

    def on_focus(self) -> None:
        """Draws the title as active."""
        self.refresh()

    def on_blur(self) -> None:
        """Draws the title as resting."""
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """The title, or the line that is scrolled to a place."""
        width = self.scrollable_content_region.width
        if y < _TITLE_LINES:
            return self._title(width)
        place = self.scroll_offset.y + y - _TITLE_LINES
        line = self._lines[place] if place < len(self._lines) else []
        segments = [Segment(" ", self.rich_style)]
        for text, tone in line:
            style = self.get_component_rich_style(f"detail--{tone}") if tone else self.rich_style
            segments.append(Segment(text, style))
        return Strip(segments).adjust_cell_length(width, self.rich_style)

    def _tell_of_news(self, look: Look, known: int | None) -> None:
        """Names who changed it since somebody last saw so many of its events."""
        added = look.ticket.events[known:] if known is not None else ()
        others = dict.fromkeys(each.by for each in added if each.by != self._followup.me.login)
        self._changed_by = ", ".join(self._followup.person(login).shown for login in others)
        self._changed_at = look.now if others else None
        self._known = known if others else self._known

    def _title(self, width: int) -> Strip:
        t, name = translator_of(self), "title-focused" if self.has_focus else "title"
        style = self.get_component_rich_style(f"detail--{name}")
        title = title_of(self._look, t) if self._look else t("followup.empty")
        mark = ""
        if self._changed_by:
            mark = displayable(t("followup.changed", who=self._changed_by)) + " "
        changed = style if self.has_focus else self.get_component_rich_style("detail--changed")
        room = max(0, width - cell_len(mark))
        return Strip([Segment(fit(f" {title}", room), style), Segment(mark, changed)])

    def _write(self) -> None:
        """Makes the lines anew for this width and language; draws those that differ."""
        width = self.scrollable_content_region.width - 2
        before, self._lines = self._lines, []
        if self._look and width > 0:
            t = translator_of(self)
            if self._explains:
                self._lines = ledger_of(self._look, self._followup, t, width)
            else:
                self._lines = content_of(self._look, self._followup, t, width, self._known)
        self.set_virtual_size(Size(0, len(self._lines) + _TITLE_LINES))
        self.refresh_line(self.scroll_offset.y)
        for place, (old, new) in enumerate(zip_longest(before, self._lines)):
            if old != new:
                self.refresh_line(place + _TITLE_LINES)
