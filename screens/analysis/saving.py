"""Where to a report is written, and which."""

from collections.abc import Mapping
from pathlib import Path

from textual.screen import Screen

from screens.analysis.question import Question
from screens.kit.choice import Choice
from screens.kit.dialogs.ask import Ask
from screens.kit.form import Labelled
from screens.kit.language import Phrase, translator_of
from screens.kit.options import Option
from screens.kit.path_field import PathField, path_of

ENDINGS = (".html", ".xlsx", ".md", ".csv", ".json", ".txt")
"""Those of the formats, the one for reading first."""
REPORTS = ("daily", "weekly", "monthly", "current")
"""What can be written beside the view that is looked at."""


async def ask_file(screen: Screen[None], question: Question) -> tuple[str, Path] | None:
    """Asks which report to write, and to which file; a file that is there is left alone."""
    t = translator_of(screen)

    def check(answers: Mapping[str, str]) -> dict[str, str]:
        path = path_of(answers["file"])
        if path.suffix.lower() not in ENDINGS:
            return {"file": t("analysis.write.endings", endings=" ".join(ENDINGS))}
        if path.exists():
            return {"file": t("analysis.write.exists")}
        return {}

    which = [Option(question.view, Phrase(f"view.{question.view}"))]
    which += (Option(name, Phrase(f"view.report.{name}")) for name in REPORTS)
    file = PathField(f"cstui-{question.view}.html", endings=ENDINGS, new=True, id="file")
    dialog = Ask(
        Phrase("analysis.write"),
        Labelled(Phrase("analysis.write.report"), Choice(which, question.view, id="report")),
        Labelled(Phrase("analysis.write.file"), file, required=True),
        text=Phrase("analysis.write.how"),
        check=check,
    )
    answers = await screen.app.push_screen_wait(dialog)
    return (answers["report"], path_of(answers["file"])) if answers else None
