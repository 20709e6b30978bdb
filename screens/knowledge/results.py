"""What a search came to: a line that tells it, the articles, and the marked one to read."""

from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.widgets import Static

from cstui.domain.articles import Article, Section
from cstui.services.knowledge.library import Library
from screens.kit.language import translator_of
from screens.kit.options import OptionsView
from screens.knowledge.article_view import ArticleView
from screens.knowledge.finding import Finding, option_of

_MOST_SHOWN = 200
"""Nobody goes through more; a further letter finds better."""


class Results(Vertical):
    """Shows a finding; one of its articles is marked, and stands beside or below the list.

    Args:
        library: knows who wrote what.
    """

    DEFAULT_CSS = """
    Results {
        height: 1fr;
        & #told { height: 1; width: 100%; color: $foreground-muted; text-wrap: nowrap; }
        & #shelf { height: 1fr; width: 100%; layout: vertical; }
        & OptionsView { height: 7; width: 100%; background: transparent; }
        & ArticleView { height: 1fr; width: 100%; margin-top: 1; }
        &.-wide #shelf { layout: horizontal; }
        &.-wide OptionsView { height: 100%; width: 1fr; }
        &.-wide ArticleView { height: 100%; width: 1fr; margin: 0 0 0 2; }
    }
    """

    def __init__(self, library: Library) -> None:
        super().__init__()
        self._library = library
        self.finding = Finding()
        """What is shown."""
        self._told = Static(markup=False, id="told")
        self._list = OptionsView([])
        self._view = ArticleView()

    def compose(self) -> ComposeResult:
        """Line, list, article."""
        yield self._told
        with Container(id="shelf"):
            yield self._list
            yield self._view

    @property
    def marked(self) -> Article | None:
        """The article under the cursor."""
        articles = self.finding.articles
        return articles[self._list.cursor] if articles else None

    @property
    def chosen(self) -> Article | None:
        """The marked article, where somebody went to it; None where it is the first by itself."""
        return self.marked if self._list.cursor else None

    def show(self, finding: Finding, section: Section | None, mark: Article | None) -> None:
        """Shows a finding, with the cursor on the first article or on a given one."""
        t = translator_of(self)
        self.finding = finding
        self._told.update(finding.line(t, section), layout=False)
        shown = finding.articles[:_MOST_SHOWN]
        self._list.show([option_of(article, t) for article in shown])
        ids = [article.id for article in shown]
        self.move(ids.index(mark.id) if mark and mark.id in ids else 0)

    def move(self, lines: int) -> None:
        """Marks another article."""
        self._list.move(lines)
        article = self.marked
        self._view.show(article, self._library.writer(article) if article else "")

    def read_on(self, pages: int) -> None:
        """Scrolls the marked article."""
        self._view.read_on(pages)
