"""The detail of a ticket: a title line, and below it all that is known, scrolling."""

from collections.abc import Iterable, Sequence
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
from cstui.services.followup.watching import Company
from screens.followup.content import Line, content_of, ledger_of, title_of
from screens.kit.keys import bind
from screens.kit.language import follow_language, translator_of
from screens.kit.quiet import QuietScrollView
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
        """When that was, where the ticket was shown then."""
        self._news = 0
        """How many events others added."""
        self._lines: list[Line] = []
        self._company = ""
        self._known: int | None = None
        self._explains = False

    @property
    def look(self) -> Look | None:
        """The ticket as it is shown."""
        return self._look

    @property
    def changed_by(self) -> str:
        """Who else changed the ticket just now, or since the last look at it; empty for nobody."""
        return self._changed_by

    @property
    def lines(self) -> Sequence[Line]:
        """What is told below the title."""
        return self._lines

    def show(self, look: Look | None, known: int | None = None) -> None:
        """Shows a ticket, or none; the one that is shown already stays scrolled as it is.

        Args:
            look: the ticket.
            known: how many of its events were seen before; None where it never was looked at.
        """
        before, self._look = self._look, look
        if not before or not look or before.ticket.id != look.ticket.id:
            self._changed_by, self._changed_at, self._known = "", None, None
            self._explains = False
            self.scroll_to(y=0, animate=False)
            if look:
                self._tell_of_news(look, known)
        elif before.ticket.revision != look.ticket.revision:
            self._changed_by, self._changed_at = "", look.now
            self._tell_of_news(look, len(before.ticket.events))
        elif self._changed_at and look.now - self._changed_at >= _JUST_NOW:
            self._changed_by, self._changed_at = "", None
        self._write()

    def show_company(self, company: Company) -> None:
        """Names who else looks at the ticket."""
        others = company.get(self._look.ticket.id, ()) if self._look else ()
        names = self._names(others)
        if names != self._company:
            self._company = names
            self.refresh_line(self.scroll_offset.y)

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
        """Marks what others did since somebody last saw so many of its events."""
        added = look.ticket.events[known:] if known is not None else ()
        theirs = [each.by for each in added if each.by != self._followup.me.login]
        if not theirs:
            return
        self._news = len(theirs)
        self._changed_by = self._names(dict.fromkeys(theirs))
        if self._known is None:
            self._known = known

    def _names(self, logins: Iterable[str]) -> str:
        return ", ".join(self._followup.person(login).shown for login in logins)

    def _title(self, width: int) -> Strip:
        t, name = translator_of(self), "title-focused" if self.has_focus else "title"
        style = self.get_component_rich_style(f"detail--{name}")
        title = title_of(self._look, t) if self._look else t("followup.empty")
        marks = []
        if self._changed_by:
            key = "followup.changed" if self._changed_at else "followup.news"
            marks.append(t(key, who=self._changed_by, n=self._news))
        if self._company:
            marks.append(t("followup.company", who=self._company))
        mark = displayable("  ".join(marks)) + " " if marks else ""
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
