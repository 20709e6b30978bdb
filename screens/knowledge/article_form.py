"""The form in which an article is written or revised."""

from collections.abc import Mapping
from typing import ClassVar

from msgspec.structs import replace
from textual.binding import BindingType

from cstui.domain.articles import Article, Section
from cstui.exchange.article_fields import faults, tidied, words_of
from screens.kit.choice import Choice
from screens.kit.dialogs.ask import Ask
from screens.kit.dialogs.say import Confirm
from screens.kit.fields import Field, TextField
from screens.kit.form import Form, Labelled
from screens.kit.keys import bind
from screens.kit.language import Phrase, Wording

Answers = Mapping[str, str]
"""What was typed, by the name of its field."""

_BODY_LINES = 8
_BETWEEN_WORDS = ", "
_OFFERED, _RETIRED = "yes", "no"


class ArticleForm(Ask):
    """Asks for the parts of an article; nothing typed is thrown away in silence.

    Args:
        title: what is done.
        before: the article as it is, from which the form starts.
        typed: what was typed already, where a save was refused.
        errors: why it was refused, by field.
        retiring: whether the article may be retired here.
    """

    BINDINGS: ClassVar[list[BindingType]] = [bind("ctrl+s", "knowledge.save", "accept")]
    DEFAULT_CSS = """
    ArticleForm #box { width: 84; }
    """

    def __init__(
        self,
        title: Wording,
        before: Article,
        typed: Answers | None = None,
        *,
        errors: Mapping[str, str] | None = None,
        retiring: bool = False,
    ) -> None:
        self._before = before
        self._answers = answers_of(before) | ({"offered": _OFFERED} if retiring else {})
        self._errors = errors or {}
        answers = typed or self._answers
        super().__init__(
            title,
            *(_row(name, answer) for name, answer in answers.items()),
            text=Phrase("knowledge.form.text"),
            check=self._wrong,
        )

    def on_mount(self) -> None:
        """Shows why a save was refused."""
        form = self.query_one(Form)
        form.show_errors(self._errors)
        form.focus_first_error()

    def action_cancel(self) -> None:
        """Closes; asks first where something was typed."""
        if self.query_one(Form).answers() == self._answers:
            self.dismiss(None)
            return
        question = Confirm(Phrase("knowledge.give_up"), Phrase("knowledge.give_up.text"))
        self.app.push_screen(question, self._give_up)

    def _give_up(self, agreed: bool | None) -> None:
        if agreed:
            self.dismiss(None)

    def _wrong(self, answers: Answers) -> dict[str, str]:
        found = faults(tidied(written(self._before, answers)))
        return {name: self.t.text(error) for name, error in found.items()}


def answers_of(article: Article) -> dict[str, str]:
    """An article as its form shows it."""
    return {
        "title": article.title,
        "section": article.section.value,
        "words": _BETWEEN_WORDS.join(article.words),
        "title_en": article.title_en,
        "body": article.body,
    }


def written(before: Article, answers: Answers) -> Article:
    """The article that some answers make of another one."""
    return replace(
        before,
        title=answers["title"],
        section=Section(answers["section"] or before.section),
        words=words_of(answers["words"]),
        title_en=answers["title_en"],
        body=answers["body"],
        retired=answers.get("offered") == _RETIRED,
    )


def _row(name: str, answer: str) -> Labelled:
    required = name in ("title", "section", "body", "offered")
    return Labelled(Phrase(f"knowledge.field.{name}"), _field(name, answer), required=required)


def _field(name: str, answer: str) -> Field | TextField:
    match name:
        case "section":
            sections = [(one.value, Phrase(f"knowledge.section.{one}")) for one in Section]
            return Choice(sections, answer, id=name)
        case "offered":
            ways = [(way, Phrase(f"knowledge.offered.{way}")) for way in (_OFFERED, _RETIRED)]
            return Choice(ways, answer, id=name)
        case "body":
            return TextField(answer, lines=_BODY_LINES, id=name)
        case _:
            return Field(answer, id=name)
