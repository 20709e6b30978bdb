"""The call as it goes: its state and time, and what to say first."""

from datetime import datetime

from textual.app import ComposeResult
from textual.widget import Widget
from textual.widgets import Static

from cstui.services.calls import Calls
from cstui.services.drafts import Draft
from screens.kit.language import Wording, said, translator_of
from screens.kit.live import LiveText
from screens.kit.text import displayable


class CallBar(Widget):
    """Two lines above the form: the call and the form's name; the greeting, or else news.

    Args:
        calls: tells the time and how the greeting stands.
        draft: the record as it is now.
    """

    def __init__(self, calls: Calls, draft: Draft) -> None:
        super().__init__()
        self._calls = calls
        self._draft = draft
        self._title: Wording = ""
        self._news: Wording = ""

    def compose(self) -> ComposeResult:
        """State, name of the form, and the line below them."""
        yield LiveText(self._state, id="state")
        yield Static(id="title", markup=False)
        yield LiveText(self._line, id="line")

    def show(self, draft: Draft, title: Wording, news: Wording = "") -> None:
        """Shows another state of things.

        Args:
            draft: the record, with the call as far as it has gone.
            title: the name of the form.
            news: stands below the state while nobody is on the telephone.
        """
        self._draft, self._title, self._news = draft, title, news
        call = draft.call
        state = self.query_one("#state")
        state.set_class(call.runs and not call.on_hold, "-talking")
        state.set_class(call.on_hold, "-held")
        state.set_class(call.ended is not None, "-wrap-up")
        self.retranslate()

    def retranslate(self) -> None:
        """Says the same in the language of the moment."""
        self.query_one("#title", Static).update(said(self._title, translator_of(self)))
        for text in self.query(LiveText):
            text.show_now()

    def _state(self) -> str:
        t, call = translator_of(self), self._draft.call
        if call.answered is None:
            return t("intake.no_call")
        if call.ended:
            talked = _lasting(call.answered, call.ended)
            return t("intake.wrapping_up", time=self._since(call.ended), talked=talked)
        talked = self._since(call.answered)
        if call.on_hold:
            return t("intake.on_hold", time=self._since(call.holds[-1].start), talked=talked)
        return t("intake.talking", time=talked)

    def _line(self) -> str:
        t, greeting = translator_of(self), self._calls.greeting(self._draft)
        if greeting is None:
            return said(self._news, t)
        if greeting.kept is None:
            name = displayable(self._calls.me.shown)
            return t("intake.greeting", name=name, seconds=greeting.left)
        return t("intake.greeting_kept" if greeting.kept else "intake.greeting_missed")

    def _since(self, start: datetime) -> str:
        return _lasting(start, self._calls.now())


def _lasting(start: datetime, end: datetime) -> str:
    """Minutes and seconds from one moment to another: `03:25`, `75:00`."""
    minutes, seconds = divmod(max(0, int((end - start).total_seconds())), 60)
    return f"{minutes:02}:{seconds:02}"
