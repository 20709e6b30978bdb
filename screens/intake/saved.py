"""What is said of a record that was saved."""

from collections.abc import Iterator
from datetime import datetime

from cstui.domain.people import Person
from cstui.i18n import Translator
from cstui.services.intake.calls import Calls
from cstui.services.intake.recording import Saved
from screens.intake.moments import moment_text
from screens.kit.language import Phrase
from screens.kit.text import displayable


class SavedNews(Phrase):
    """The number, who has it now, what is due next and when, in the language of the moment.

    Args:
        saved: what was saved.
        calls: knows the people and the time.
    """

    __slots__ = ("_now", "_people", "_saved")

    def __init__(self, saved: Saved, calls: Calls) -> None:
        super().__init__("intake.saved", number=saved.ticket.number)
        self._saved = saved
        self._people = calls.settings.people
        self._now: datetime = calls.now()

    def __call__(self, t: Translator) -> str:
        """The sentence."""
        return t("intake.between").join((super().__call__(t), *self._further(t)))

    def _further(self, t: Translator) -> Iterator[str]:
        given, due = self._saved.assigned, self._saved.due
        if given:
            person = self._people.get(given.login, Person(given.login))
            yield t("intake.saved_to", to=displayable(person.shown or given.team))
        if due:
            clock = t(f"clock.name.{self._saved.clock}")
            yield t("intake.saved_due", clock=clock, moment=moment_text(due, self._now, t))
