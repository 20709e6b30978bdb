"""Writing down a satisfaction record of its own: ask, save, and tell its number."""

from collections.abc import Mapping
from typing import Any
from uuid import uuid4

from cstui.domain.acts import Provenance
from cstui.domain.errors import CstuiError
from cstui.exchange.forms.typed import TypedSurvey
from cstui.exchange.reject_file import reason_text
from cstui.ports import Changes
from cstui.services.surveys import SurveyRefused, Surveys
from screens.followup.survey_form import AGAIN, SAID, Answers, SurveyForm
from screens.kit.base import BaseScreen
from screens.kit.dialogs.talk import Talk
from screens.kit.store_thread import Worker


class Surveying(Talk):
    """Writes records down in dialogs over a screen, in that screen's workers.

    Args:
        screen: where the dialogs open.
        surveys: saves.
        worker: where the store is used.
    """

    def __init__(
        self, screen: BaseScreen[Any], surveys: Surveys, worker: Worker[Changes | None]
    ) -> None:
        super().__init__(screen, worker)
        self._surveys = surveys

    async def run(self) -> None:
        """Lets a record be typed; what was typed stays until it is saved or given up."""
        typed: Answers | None = None
        errors: Mapping[str, str] = {}
        origin = f"survey-{uuid4().hex}"
        while (typed := await self.ask(SurveyForm(self._surveys, typed, errors))) is not None:
            errors = {}
            try:
                saved = await self.worker.run(self._surveys.record, _survey(typed), origin)
            except SurveyRefused as refused:
                errors = {one.column: reason_text(one, self.t) for one in refused.rejects}
            except CstuiError as error:
                if error.key == "asked_lately":
                    typed = {**typed, AGAIN: ""}
                    errors = {AGAIN: self.t.text(error)}
                else:
                    await self.tell(error)
            else:
                self.news(self.t("survey.saved", number=saved.number))
                return


def _survey(typed: Answers) -> TypedSurvey:
    beside = (*SAID, AGAIN)
    return TypedSurvey(
        {name: text for name, text in typed.items() if name not in beside},
        Provenance(typed["provenance"]),
        typed["improve"],
        typed["suggestion"],
        typed.get(AGAIN, ""),
    )
