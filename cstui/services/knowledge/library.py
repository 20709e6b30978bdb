"""The knowledge base as everybody uses it: look up, write, revise, learn what is missing."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from msgspec import Struct
from msgspec.structs import replace

from cstui.domain.articles import Article, MissedSearch, Section
from cstui.domain.errors import Conflict, FieldErrors, InputError
from cstui.domain.people import Role
from cstui.exchange.article_fields import faults, same_text, tidied
from cstui.services.allowing import require_supervisor
from cstui.services.desk import Desk
from cstui.services.knowledge.shelf import Shelf

LEAST_MISSED = 2
"""Characters of a search that is worth remembering."""
_NUMBER_DIGITS = 7
"""So many digits are somebody's number, which is no question and nobody's business."""
_COUNTS_AGE = timedelta(minutes=1)
"""How old the numbers of quotes may be that articles are put in order by."""


class Taken(Struct, frozen=True):
    """What became of articles that were taken over."""

    added: int = 0
    revised: int = 0
    known: int = 0
    """They say what they said before."""
    retired: int = 0
    """Left alone: they are no longer offered, and somebody decided so."""


class Library:
    """What a person does with the knowledge base.

    Searching is instant and for the event loop; all else uses the store.

    Args:
        desk: who acts, on which store.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._shelf = Shelf()
        self._position = 0
        self._read_at: datetime | None = None

    # -- looking up

    @property
    def is_read(self) -> bool:
        """Whether the articles were ever read."""
        return self._read_at is not None

    @property
    def supervises(self) -> bool:
        """Whether the person sees what is missing, and may retire articles."""
        return self._desk.me.role is Role.SUPERVISOR

    def read(self) -> None:
        """Read the articles, unless nothing happened to them since the last time."""
        store, now = self._desk.store, self._desk.clock.now()
        if self._read_at is None:
            position = store.position()
        else:
            changes = store.changes(self._position)
            position = changes.position
            counts_are_old = bool(changes.tickets) and now - self._read_at >= _COUNTS_AGE
            if not (changes.articles or changes.everything or counts_are_old):
                return
        self._shelf = Shelf(store.articles.all())
        self._position, self._read_at = position, now

    def search(self, text: str, section: Section | None = None) -> list[Article]:
        """The articles that fit what is typed, the best first; all where nothing is."""
        return self._shelf.search(text, section)

    def fitting(self, about: str, section: Section | None = None) -> list[Article]:
        """The articles that a text seems to be about, the likeliest first."""
        return self._shelf.fitting(about, section)

    def writer(self, article: Article) -> str:
        """Who wrote or last revised an article, as others see them."""
        return self._desk.rules.person(article.by).shown if article.by else ""

    # -- writing

    def write(self, article: Article) -> Article:
        """Save a new article; one of a retired article's title takes its place.

        Raises:
            FieldErrors: where something is missing, or the title is taken.
        """
        article = self._checked(article)
        namesake = self._namesake(article)
        if namesake:
            if not namesake.retired:
                raise _taken(article.title)
            article = replace(article, id=namesake.id, revision=namesake.revision)
        try:
            return self._save(article)
        except Conflict as conflict:
            raise _taken(article.title) from conflict

    def revise(self, article: Article) -> Article:
        """Save a changed article.

        Raises:
            FieldErrors: where something is missing, or the title is taken.
            Conflict: with the article as somebody else saved it meanwhile.
        """
        article = self._checked(article)
        namesake = self._namesake(article)
        if namesake and namesake.id != article.id:
            raise _taken(article.title)
        try:
            return self._save(article)
        except Conflict as conflict:
            if conflict.current.id != article.id:
                raise _taken(article.title) from conflict
            raise

    def retire(self, article: Article) -> Article:
        """Save a changed article and offer it no longer; tickets still name it.

        Raises:
            NotAllowed: for anybody but a supervisor.
            FieldErrors: as `revise`.
            Conflict: with the article as somebody else saved it meanwhile.
        """
        require_supervisor(self._desk)
        return self.revise(replace(article, retired=True))

    def take_over(self, articles: Iterable[Article], *, dry_run: bool = False) -> Taken:
        """Save the articles of a file: new ones are added, changed ones revised.

        An article is known by its title. None is saved where a title is taken meanwhile.
        """
        self.read()
        added, revised, known, retired = [], [], 0, 0
        for article in map(tidied, articles):
            if not (here := self._shelf.titled(article.title)):
                added.append(article)
            elif here.retired:
                retired += 1
            elif same_text(here, article):
                known += 1
            else:
                revised.append(replace(article, id=here.id, revision=here.revision))
        if not dry_run:
            self._save_all([*added, *revised])
        return Taken(len(added), len(revised), known, retired)

    # -- what is missing

    def miss(self, text: str) -> None:
        """Remember that a search found nothing; very short ones and numbers are forgotten."""
        digits = sum(sign.isdigit() for sign in text)
        if len(text.strip()) >= LEAST_MISSED and digits < _NUMBER_DIGITS:
            self._desk.store.articles.miss(text.strip(), self._desk.clock.now())

    def missed(self) -> list[MissedSearch]:
        """What was looked for and not found, the most frequent first.

        Raises:
            NotAllowed: for anybody but a supervisor.
        """
        require_supervisor(self._desk)
        return self._desk.store.articles.missed()

    def forget_missed(self, text: str) -> None:
        """Strike out a missed search: no answer is wanted.

        Raises:
            NotAllowed: for anybody but a supervisor.
        """
        require_supervisor(self._desk)
        self._desk.store.articles.forget_missed(text)

    # -- helpers

    def _checked(self, article: Article) -> Article:
        article = tidied(article)
        if wrong := faults(article):
            raise FieldErrors(wrong)
        return article

    def _namesake(self, article: Article) -> Article | None:
        self.read()
        return self._shelf.titled(article.title)

    def _save(self, article: Article) -> Article:
        (saved,) = self._save_all([article])
        return saved

    def _save_all(self, articles: Sequence[Article]) -> list[Article]:
        """Save articles as mine, as of now; searches that they answer are no longer missed."""
        store, now, me = self._desk.store.articles, self._desk.clock.now(), self._desk.me
        saved = store.save([replace(article, by=me.login, at=now) for article in articles])
        answers = Shelf(saved)
        for missed in store.missed():
            if answers.search(missed.text):
                store.forget_missed(missed.text)
        self.read()
        return saved


def _taken(title: str) -> FieldErrors:
    return FieldErrors({"title": InputError("article_title_taken", title=title)})
