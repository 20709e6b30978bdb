"""What a search comes to, and how it is told."""

from collections.abc import Sequence
from typing import Literal

from msgspec import Struct

from cstui.domain.articles import Article, Section
from cstui.i18n import Translator
from cstui.services.knowledge.library import Library
from screens.kit.options import Option
from screens.kit.text import displayable


class Finding(Struct, frozen=True):
    """Articles, and why it is these."""

    why: Literal["reading", "empty", "all", "fitting", "found", "near", "none"] = "reading"
    """A phrase below `knowledge.`."""
    text: str = ""
    """What was looked for."""
    articles: Sequence[Article] = ()
    """The best first."""

    missed: bool = False
    """Whether no article of any section has what was looked for."""

    def line(self, t: Translator, section: Section | None) -> str:
        """All that in a line."""
        line = t(f"knowledge.{self.why}", count=len(self.articles), text=displayable(self.text))
        if section is None:
            return line
        return t("knowledge.only", section=t(f"knowledge.section.{section}"), line=line)


def found(library: Library, text: str, about: str, section: Section | None) -> Finding:
    """What fits what was typed; where nothing was, what fits the call.

    Args:
        library: the knowledge base.
        text: what was typed.
        about: what the call is about.
        section: where to look; everywhere where None.
    """
    if not library.is_read:
        return Finding(text=text)
    if text:
        if articles := library.search(text, section):
            return Finding("found", text, articles)
        near = library.fitting(text, section)
        missed = section is None or not library.search(text)
        return Finding("near" if near else "none", text, near, missed)
    if articles := library.fitting(about, section):
        return Finding("fitting", text, articles)
    articles = library.search("", section)
    return Finding("all" if articles else "empty", text, articles)


def option_of(article: Article, t: Translator) -> Option:
    """An article as a line of the list, in the reader's language where it has a title in it."""
    title = article.title_en if t.language == "en" and article.title_en else article.title
    quotes = t("knowledge.quotes", count=article.quotes) if article.quotes else ""
    section = t(f"knowledge.section.{article.section}")
    return Option(str(article.id), title, "  ".join(filter(None, (quotes, section))))
