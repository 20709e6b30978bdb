"""An article to read: what it is, its answer, and the rest."""

from collections.abc import Iterator

from rich.segment import Segment
from textual import events
from textual.geometry import Size
from textual.strip import Strip

from cstui.domain.articles import Article
from cstui.i18n import Translator
from screens.kit.language import translator_of
from screens.kit.quiet import QuietScrollView
from screens.kit.wrapping import wrapped

_MARK = "▎"
"""Stands before the lines that a quote takes over."""
_MARGIN = len(_MARK)


class ArticleView(QuietScrollView, can_focus=False):
    """Shows one article, scrolling; its answer has a mark at the left."""

    COMPONENT_CLASSES = {"article--title", "article--muted", "article--mark"}  # noqa: RUF012
    DEFAULT_CSS = """
    ArticleView {
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-size-vertical: 1;
        background: $background;
        color: $foreground;
        & > .article--title { text-style: bold; }
        & > .article--muted { color: $foreground-muted; }
        & > .article--mark { color: $primary; }
    }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._article: Article | None = None
        self._writer = ""
        self._lines: list[tuple[str, str, str]] = []

    def show(self, article: Article | None, writer: str = "") -> None:
        """Shows an article from its top, or none.

        Args:
            article: what to show.
            writer: who wrote or last revised it.
        """
        if (article, writer) != (self._article, self._writer):
            self._article, self._writer = article, writer
            self.scroll_to(y=0, animate=False)
            self._write()

    def read_on(self, pages: int) -> None:
        """Scrolls by what is seen at once."""
        self.scroll_relative(y=pages * max(1, self.size.height - 1), animate=False)

    def on_resize(self, event: events.Resize) -> None:
        """Breaks the lines anew."""
        self._write()

    def render_line(self, y: int) -> Strip:
        """The line that is scrolled to a place."""
        width, place = self.scrollable_content_region.width, self.scroll_offset.y + y
        if place >= len(self._lines):
            return Strip.blank(width, self.rich_style)
        mark, text, style = self._lines[place]
        segments = [
            Segment(mark, self.get_component_rich_style("article--mark")),
            Segment(text, self.get_component_rich_style(style) if style else self.rich_style),
        ]
        return Strip(segments).adjust_cell_length(width, self.rich_style)

    def _write(self) -> None:
        width = self.scrollable_content_region.width - _MARGIN - 1
        self._lines = []
        if self._article and width > 0:
            self._lines = list(_lines(self._article, self._writer, translator_of(self), width))
        self.set_virtual_size(Size(0, len(self._lines)))
        self.refresh()


def _lines(
    article: Article, writer: str, t: Translator, width: int
) -> Iterator[tuple[str, str, str]]:
    """Mark, text and style of each line."""
    blank = " " * _MARGIN
    for line in wrapped(article.title, width):
        yield blank, line, "article--title"
    for told in filter(None, (article.title_en, _about(article, writer, t))):
        for line in wrapped(told, width):
            yield blank, line, "article--muted"
    yield blank, "", ""
    answer = article.answer
    for line in wrapped(answer, width):
        yield _MARK, line, ""
    if rest := article.body.strip()[len(answer) :].strip():
        yield blank, "", ""
        for line in wrapped(rest, width):
            yield blank, line, ""


def _about(article: Article, writer: str, t: Translator) -> str:
    """Section, quotes, and who wrote it when."""
    told = [t(f"knowledge.section.{article.section}")]
    if article.quotes:
        told.append(t("knowledge.quoted", count=article.quotes))
    told += [f"{article.at:%Y-%m-%d}"] if article.at else []
    return " · ".join([*told, writer] if writer else told)
