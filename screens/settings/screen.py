"""The settings screen: all that a team has set, and one of it to edit."""

from collections.abc import Iterable
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.containers import Container
from textual.signal import Signal
from textual.widget import Widget

from cstui.domain.errors import CstuiError, InputError
from cstui.ports import Changes
from cstui.services.settings.checks import effective_day
from cstui.services.settings.shown import Overview
from cstui.services.settings.team import Problem, SettingsRefused, TeamSettings
from screens.kit.base import BaseScreen
from screens.kit.dialogs.ask import Ask
from screens.kit.dialogs.say import Confirm
from screens.kit.keys import bind
from screens.kit.language import Phrase, said
from screens.kit.store_thread import Worker
from screens.kit.table import PagedTable
from screens.settings.edits import Edits
from screens.settings.entry import Entry
from screens.settings.listing import COLUMNS, row_of
from screens.settings.naming import in_brief, name_of
from screens.settings.newcomer import key_asked_for, rows_of_question, template

_WIDE = 110


class SettingsScreen(BaseScreen[None]):
    """A list of settings, and the one under the cursor.

    What is typed into a setting stays, wherever the cursor goes, until it is saved or given up.

    Args:
        team: the settings.
        worker: where the store is used.
        changes: what was saved by whomever.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("ctrl+s", "settings.save", "save"),
        bind("ctrl+n", "settings.new", "new"),
        bind("ctrl+r", "settings.revert", "revert"),
        bind("escape", "settings.leave", "leave"),
    ]
    CSS_PATH = Path(__file__).with_suffix(".tcss")
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (_WIDE, "-wide")]  # noqa: RUF012  # as Textual types it

    def __init__(
        self,
        team: TeamSettings,
        worker: Worker[Changes | None],
        changes: Signal[Changes | None],
    ) -> None:
        super().__init__()
        self._team = team
        self._worker = worker
        self._changes = changes
        self._edits = Edits(Overview())
        self._key = ""
        self._table = PagedTable(COLUMNS, id="list")
        self._entry = Entry(may_change=team.may_change, id="entry")

    @property
    def unsaved(self) -> bool:
        """Whether something was typed that is not saved."""
        return any(self._edits)

    def compose_body(self) -> Iterable[Widget]:
        """The list and the entry, one above the other or side by side."""
        with Container(id="work"):
            yield self._table
            yield self._entry

    def on_mount(self) -> None:
        """Reads the settings, now and when somebody changes one."""
        self._changes.subscribe(self, self._on_changes)
        self._table.focus()
        self._read()

    def retranslate(self) -> None:
        """Writes everything anew."""
        self._show()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offers only what would do something."""
        if action in ("save", "new"):
            return self._team.may_change
        return action != "revert" or self._key in self._edits

    @on(PagedTable.PageWanted)
    def _give_page(self, event: PagedTable.PageWanted) -> None:
        keys = self._edits.keys[event.first : event.first + event.count]
        event.table.set_page(event.first, [row_of(key, self._edits, self.t) for key in keys])

    @on(PagedTable.RowHighlighted)
    def _go_to(self, event: PagedTable.RowHighlighted) -> None:
        if event.row.key != self._key:
            self._key = event.row.key
            self._show_entry()

    @on(PagedTable.RowChosen)
    def _edit(self) -> None:
        self._entry.focus_value()

    @on(Entry.Edited)
    def _keep_typed(self) -> None:
        before = self._key in self._edits
        self._edits.type(self._key, self._entry.text)
        self._entry.show_wrong("")
        if before != (self._key in self._edits):
            self._table.reload()
            self.refresh_bindings()

    @work(group="saving")
    async def action_save(self) -> None:
        """Saves the setting that is shown, from the day given on."""
        key, name = self._key, said(name_of(self._key), self.t)
        if key not in self._edits:
            self.news(self.t("settings.same", name=name))
            return
        if not (day := self._day()):
            return
        edit = self._edits[key]
        try:
            await self._worker.run(self._team.set_text, key, edit.text, day, edit.seen)
        except SettingsRefused as refused:
            await self._tell(key, refused.problems[0])
        except CstuiError as error:
            self.news(self.t.text(error), warn=True)
        else:
            self._edits.drop(key, edit.text)
            self.news(self.t("settings.saved", name=name, day=day))
            await self._reread()
            if key in self._edits:
                # what was typed meanwhile goes on from what was saved
                self._edits.know(key)

    @work(group="asking", exclusive=True)
    async def action_new(self) -> None:
        """Asks who or what is new, and begins it."""
        answers = await self.app.push_screen_wait(Ask(Phrase("settings.new"), *rows_of_question()))
        if answers:
            key = key_asked_for(answers)
            if key not in self._edits.keys:
                self._edits.type(key, template(key))
            self._table.reload(len(self._edits.keys))
            self._table.move_to(self._edits.keys.index(key))
            self._entry.focus_value()

    def action_revert(self) -> None:
        """Takes back what was typed into the setting that is shown."""
        self._edits.drop(self._key, self._entry.text)
        self._show()

    @work(group="asking", exclusive=True)
    async def action_leave(self) -> None:
        """Leaves; asks first where something would be lost."""
        names = ", ".join(said(name_of(key), self.t) for key in self._edits)
        text = Phrase("settings.leave.text", names=names)
        leave = Confirm(Phrase("settings.leave.title"), text)
        if names and not await self.app.push_screen_wait(leave):
            return
        self.dismiss(None)

    @work(group="reading", exclusive=True)
    async def _read(self) -> None:
        await self._reread()

    async def _reread(self) -> None:
        """Reads how the settings stand; what was typed stays."""
        try:
            settings = await self._worker.run(self._team.overview)
        except CstuiError as error:
            self.news(self.t.text(error), warn=True)
            return
        if not self._key:
            self._entry.effective = settings.today.isoformat()
        self._edits.settings = settings
        self._show()

    def _on_changes(self, changes: Changes | None) -> None:
        if changes and changes.settings:
            self._read()

    def _show(self) -> None:
        """Shows list and entry anew."""
        keys = self._edits.keys
        if self._key not in keys:
            self._key = keys[0]
        self._table.reload(len(keys), cursor_at=keys.index(self._key))
        self._show_entry()

    def _show_entry(self) -> None:
        later = [one for one in self._edits.settings.later if one.key == self._key]
        self._entry.show(self._key, self._edits.text(self._key), later)
        self.refresh_bindings()

    def _day(self) -> str:
        """The day that was typed; empty where it cannot be used, which is told."""
        try:
            day = effective_day(self._entry.effective, self._edits.settings.today)
        except InputError as error:
            self._entry.show_wrong_day(self.t.text(error))
            return ""
        self._entry.show_wrong_day("")
        return day

    async def _tell(self, key: str, problem: Problem) -> None:
        """Tells what is wrong; whoever was told of another's change may replace it."""
        text = self.t("settings.line", line=problem.line, text=self.t.text(problem.error))
        if problem.error.key == "setting_meanwhile":
            await self._reread()
            self._edits.know(key)
            value = in_brief(self._edits.settings.shown.get(key, ""))
            text = self.t("settings.meanwhile", by=problem.error.values["by"], value=value)
        if key == self._key:
            self._entry.show_wrong(text, problem.line)
