"""Writing and revising articles: ask, save, and settle it with whoever else saved meanwhile."""

from collections.abc import Callable, Mapping
from typing import Any

from msgspec.structs import replace
from textual.screen import Screen

from cstui.domain.articles import Article
from cstui.domain.errors import Conflict, CstuiError, FieldErrors
from cstui.exchange.article_fields import same_text
from cstui.ports import Changes
from cstui.services.knowledge.library import Library
from cstui.services.knowledge.reconciling import reconciled
from screens.kit.dialogs.compare import Compare, Difference
from screens.kit.dialogs.talk import Talk
from screens.kit.language import Phrase
from screens.kit.store_thread import Worker
from screens.knowledge.article_form import Answers, ArticleForm, answers_of, written


class Authoring(Talk):
    """Changes the knowledge base in dialogs over a screen, in that screen's workers.

    Args:
        screen: where the dialogs open.
        library: saves.
        worker: where the store is used.
    """

    def __init__(
        self, screen: Screen[Any], library: Library, worker: Worker[Changes | None]
    ) -> None:
        super().__init__(screen, worker)
        self._library = library

    async def author(self, before: Article) -> Article | None:
        """Lets an article be written or, where it is saved already, revised.

        What was typed stays until it is saved or given up: every refusal leads back to it.

        Args:
            before: what the form starts from.

        Returns:
            The article as it stands then; None when it was given up.
        """
        typed: Answers | None = None
        errors: Mapping[str, str] = {}
        while (typed := await self._asked(before, typed, errors)) is not None:
            errors = {}
            try:
                if saved := await self._saved(before, written(before, typed)):
                    return saved
            except FieldErrors as error:
                errors = {name: self.t.text(one) for name, one in error.fields.items()}
            except CstuiError as error:
                await self.tell(error)
        return None

    async def _asked(
        self, before: Article, typed: Answers | None, errors: Mapping[str, str]
    ) -> Answers | None:
        is_new = not before.id
        title = "knowledge.form.write" if is_new else "knowledge.form.revise"
        form = ArticleForm(
            Phrase(title, title=before.title),
            before,
            typed,
            errors=errors,
            retiring=not is_new and self._library.supervises,
        )
        return await self.ask(form)

    async def _saved(self, before: Article, mine: Article) -> Article | None:
        """Saves, and tells how it went; None leads back to what was typed."""
        if before.id and same_text(before, mine) and not mine.retired:
            return before
        while True:
            try:
                saved = await self.worker.run(self._way(mine), mine)
            except Conflict as conflict:
                theirs: Article = conflict.current
                settled = await self._settled(before, mine, theirs)
                if settled is None:
                    return None
                before, mine = theirs, settled
            else:
                self._news_of("retired" if saved.retired else "saved", title=saved.title)
                return saved

    def _way(self, article: Article) -> Callable[[Article], Article]:
        """How an article is saved."""
        if not article.id:
            return self._library.write
        return self._library.retire if article.retired else self._library.revise

    async def _settled(self, before: Article, mine: Article, theirs: Article) -> Article | None:
        """Mine and theirs in one; None to look again at what was typed."""
        both, who = reconciled(before, mine, theirs), self._library.writer(theirs)
        if not both.clashes:
            self._news_of("merged", who=who, title=theirs.title)
            return both.article
        my_answers, their_answers = answers_of(mine), answers_of(theirs)
        compare = Compare(
            Phrase("knowledge.compare", title=theirs.title),
            [
                Difference(
                    name, Phrase(f"knowledge.field.{name}"), my_answers[name], their_answers[name]
                )
                for name in both.clashes
            ],
            Phrase("knowledge.compare.text", who=who),
        )
        picked = await self.ask(compare)
        if picked is None:
            return None
        given_up = [name for name in both.clashes if picked[name] != my_answers[name]]
        return replace(both.article, **{name: getattr(theirs, name) for name in given_up})

    def _news_of(self, what: str, **values: str) -> None:
        self.news(self.t(f"knowledge.{what}", **values))
