"""Articles ready to be searched at every key: nothing here waits for a store."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise

from msgspec import Struct

from cstui.domain.articles import Article, Section
from cstui.exchange.article_fields import SECTION_NAMES
from cstui.exchange.words import plain
from cstui.i18n.initials import signs_of
from cstui.i18n.matching import folded

_AT_START, _AT_WORD, _IN_TITLE, _IN_WORDS, _IN_BODY = range(5)
"""Where a typed word is found, the best place first."""
_FEWEST = 2
"""Characters of a word that is looked for in whole texts, too."""
_MOST_INITIALS = 12
"""Letters; whoever types more writes a word."""
_TOKEN = re.compile(r"[a-z0-9]+|[^\W_a-z0-9]+")
_SHORT = 3
"""Latin words up to this length say little of what a text is about."""


class Shelf:
    """The articles that are offered; retired ones are not.

    Args:
        articles: those of the store.
    """

    def __init__(self, articles: Iterable[Article] = ()) -> None:
        self._all = {plain(article.title): article for article in articles}
        offered = [article for article in self._all.values() if not article.retired]
        offered.sort(key=lambda article: -article.quotes)
        self._entries = [_entry(article) for article in offered]
        self._frequency = Counter(gram for entry in self._entries for gram in entry.grams)

    def __len__(self) -> int:
        return len(self._entries)

    def titled(self, title: str) -> Article | None:
        """The article of a title, retired or not; case, width and spaces do not count."""
        return self._all.get(plain(title))

    def search(self, text: str, section: Section | None = None) -> list[Article]:
        """The articles that have all the typed words, or hanzi of these initials.

        First those that have them in their titles, then in their further words, then in their
        texts; among equals, those quoted more often. All of them where nothing is typed.
        """
        terms = folded(text).split()
        ranked = []
        for entry in self._entries:
            if section in (None, entry.article.section):
                ranks = [_rank(term, entry) for term in terms]
                if None not in ranks:
                    ranked.append((sum(rank or 0 for rank in ranks), entry.article))
        ranked.sort(key=lambda pair: pair[0])
        return [article for _, article in ranked]

    def fitting(self, about: str, section: Section | None = None) -> list[Article]:
        """The articles that a text seems to be about, the likeliest first.

        An article fits that shares a word of its own with the text, or two smaller parts; what
        few articles have counts for more.
        """
        text = folded(about)
        grams = _grams([text])
        scored = []
        for entry in self._entries:
            shared = entry.grams & grams
            words = [word for word in entry.words if _says(text, grams, word)]
            if section in (None, entry.article.section) and (words or len(shared) > 1):
                score = len(words) + sum(1 / self._frequency[gram] for gram in shared)
                scored.append((-score, entry.article))
        scored.sort(key=lambda pair: pair[0])
        return [article for _, article in scored]


class _Entry(Struct, frozen=True):
    """An article, and what of it is compared."""

    article: Article
    names: str
    """A line each: its titles, its words, the names of its section."""
    titles: int
    """How much of that are titles."""
    words: Sequence[str]
    body: str
    grams: frozenset[str]
    """The smallest parts of titles and words that mean something."""


def _entry(article: Article) -> _Entry:
    titles = [folded(article.title), folded(article.title_en)]
    words = [folded(word) for word in article.words]
    names = "\n".join([*titles, *words, *SECTION_NAMES[article.section][:2]])
    length = len("\n".join(titles)) + 1
    return _Entry(article, names, length, words, folded(article.body), _grams([*titles, *words]))


def _rank(term: str, entry: _Entry) -> int | None:
    """Where an article has a typed word; None where it has it not."""
    if found := _pattern(term).search(entry.names):
        place = found.start()
        if place >= entry.titles:
            return _IN_WORDS
        before = entry.names[place - 1] if place else "\n"
        if before == "\n":
            return _AT_START
        return _IN_TITLE if before.isalnum() else _AT_WORD
    return _IN_BODY if len(term) >= _FEWEST and term in entry.body else None


@lru_cache(maxsize=64)
def _pattern(term: str) -> re.Pattern[str]:
    """Finds a typed word, each of its letters also as a hanzi that is read so.

    Signs and spaces between the letters of a name do not count.
    """
    spelled = len(term) <= _MOST_INITIALS
    signs = [re.escape(signs_of(sign) if spelled else sign) for sign in term]
    return re.compile(r"[^\w\n]*".join(f"[{sign}]" for sign in signs))


def _grams(texts: Iterable[str]) -> frozenset[str]:
    """Pairs of neighbouring hanzi, and Latin words that are not short."""
    found: set[str] = set()
    for token in _TOKEN.findall("\n".join(texts)):
        if not token.isascii():
            found.update(map("".join, pairwise(token)))
        elif len(token) > _SHORT:
            found.add(token)
    return frozenset(found)


def _says(text: str, grams: frozenset[str], word: str) -> bool:
    """Whether a text has a word; a short Latin one might only be a part of another."""
    return word in text and (not word.isascii() or len(word) > _SHORT or word in grams)
