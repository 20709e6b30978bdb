"""Intake: a call from the first ring to the saved record, and requests written down later."""

from collections.abc import Iterator
from contextlib import suppress

from cstui.domain.assignment import Assignee
from cstui.domain.dispositions import Disposition
from cstui.domain.errors import StoreError
from cstui.domain.header import corrected
from cstui.domain.ringing import Ringing
from cstui.domain.ticket import Header
from cstui.services.desk import Desk
from cstui.services.intake import ringing
from cstui.services.intake.callers import CallerBook, History, KnownCaller, placed
from cstui.services.intake.draft import Draft
from cstui.services.intake.drafts import DraftBox
from cstui.services.intake.ending import assignee_of, detail_of
from cstui.services.intake.live_call import LiveCall
from cstui.services.intake.recording import Recorder, Saved
from cstui.services.intake.suggestions import Suggested, Suggestions


class Calls(LiveCall):
    """All that an agent does on the intake screen.

    What is defined here touches disks, but `placed`, `check` and `asks`; what a `LiveCall` does
    answers at once.
    """

    def __init__(self, desk: Desk, drafts: DraftBox) -> None:
        super().__init__(desk)
        self._drafts = drafts
        self._callers = CallerBook(desk)
        self._recorder = Recorder(desk)
        self._suggestions = Suggestions(desk)

    # -- who is calling

    def found(self, text: str) -> list[KnownCaller]:
        """Whom a text may mean, best matches first."""
        return self._callers.found(text)

    def placed(self, text: str) -> dict[str, str]:
        """Where something belongs that was typed for a caller whom nobody knows yet."""
        return placed(text)

    def history(self, draft: Draft) -> History:
        """What the customer in the form called about before."""
        header = Header(draft.form)
        for name in ("customer.phone", "customer.number"):
            header = corrected(header, name, draft.values.get(name, "").strip())
        return self._callers.history(header.customer)

    def ringing(self) -> list[Ringing]:
        """Calls that a telephone switch told of, for me; each is given once."""
        return ringing.take(self._desk)

    # -- what it is about

    def suggested(self, draft: Draft) -> Suggested:
        """What the fields that are still empty may say."""
        return self._suggestions.suggested(draft)

    # -- drafts

    def left(self) -> list[Draft]:
        """The drafts that sessions left when they ended, oldest first.

        Those that were saved already are no more.

        Raises:
            StoreError: when there is one that cannot be read, or the store does not answer.
        """
        return list(self._unsaved())

    def keep(self, draft: Draft) -> None:
        """Keep what is being written for the next start.

        Raises:
            StoreError: when it cannot be written.
        """
        self._drafts.keep(draft)

    def make_sure(self) -> None:
        """Have what was kept survive a loss of power too.

        Raises:
            StoreError: when the disk does not take it.
        """
        self._drafts.make_sure()

    def discard(self, draft: Draft) -> None:
        """Forget what was kept of a draft."""
        self._drafts.forget(draft)

    # -- the end

    def asks(self, disposition: Disposition) -> str:
        """What a disposition asks for beside the form: `when`, `whom`, or nothing."""
        return detail_of(disposition)

    def check(self, draft: Draft, disposition: Disposition | None = None) -> None:
        """Say no before a detail is asked for.

        Raises:
            FieldErrors: all fields that need a look, at once.
        """
        self._recorder.check(draft, disposition)

    def assignee(self, draft: Draft) -> Assignee | None:
        """Whom the team's rules would give the ticket now; None where no rule fits."""
        return assignee_of(self._desk, draft)

    def finish(self, draft: Draft, disposition: Disposition, detail: str = "") -> Saved:
        """End the call in one of the team's ways, and save its record.

        Args:
            draft: the record.
            disposition: how the call ends.
            detail: what it `asks` for: a time to come, or the login of a person.

        Raises:
            FieldErrors: all fields that need a look, at once.
            InputError: when the detail cannot be read, or the ticket is done with by now.
            StoreError: when the store cannot take it now; the draft is kept.
        """
        return self._record(draft, disposition, detail)

    def save(self, draft: Draft) -> Saved:
        """Save the record as it is; a call that still runs ends here.

        A draft whose ticket is in the store already gives that ticket.

        Raises:
            FieldErrors: all fields that need a look, at once.
            StoreError: when the store cannot take it now; the draft is kept.
        """
        return self._record(draft, None, "")

    def undo(self, saved: Saved) -> Draft:
        """Take the last save back, so that it can be mended and saved again.

        Raises:
            InputError: when somebody went on with the ticket since.
            StoreError: when the store cannot take it now.
        """
        return self._recorder.undo(saved)

    def _record(self, draft: Draft, disposition: Disposition | None, detail: str) -> Saved:
        ended = self.hang_up(draft)
        self.check(ended, disposition)
        # a draft that cannot be kept is no reason not to save the record itself
        with suppress(StoreError):
            self._drafts.keep(draft)
        saved = self._recorder.record(ended, disposition, detail)
        # one that stays behind is known by the key that the ticket has of it
        with suppress(StoreError):
            self._drafts.forget(draft)
        return saved

    def _unsaved(self) -> Iterator[Draft]:
        for draft in self._drafts.left():
            if self._recorder.known(draft):
                with suppress(StoreError):
                    self._drafts.forget(draft)
            else:
                yield draft
