"""What is said of a record that was saved."""

from datetime import datetime

from cstui.i18n import Translator
from cstui.services.calls import Saved
from screens.kit.language import Phrase


class SavedNews(Phrase):
    """The number, and what is due next and when, in the language of the moment.

    Args:
        saved: what was saved.
        now: when it was; a due time of the same day is told without its day.
    """

    __slots__ = ("_clock", "_due", "_today")

    def __init__(self, saved: Saved, now: datetime) -> None:
        super().__init__("intake.saved", number=saved.ticket.number)
        self._due = saved.due
        self._clock = saved.clock
        self._today = now.date()

    def __call__(self, t: Translator) -> str:
        """The sentence."""
        number = super().__call__(t)
        if self._due is None:
            return number
        due = self._due
        form = "intake.today" if due.date() == self._today else "intake.other_day"
        moment = t(form, month=due.month, day=due.day, time=f"{due:%H:%M}")
        clock = t(f"clock.name.{self._clock}")
        return t("intake.saved_due", saved=number, clock=clock, moment=moment)
