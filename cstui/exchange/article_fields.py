"""The fields of an article in sheets and files: their names, their limits, what they must say."""

import re
from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from cstui.domain.articles import Article, Section
from cstui.domain.errors import InputError
from cstui.exchange.delimited import without_control
from cstui.exchange.words import plain

FIELDS = ("title", "section", "body", "words", "title_en")
"""The columns of a sheet of articles, in their order."""
NEEDED = ("title", "section", "body")
"""Those that no sheet of articles is without."""

MOST_TITLE = 120
MOST_BODY = 20_000
"""Characters; an answer that is longer is a manual."""


def _bare(name: str) -> str:
    """A name without differences that mean nothing; some write 标　题."""
    return plain(name).replace(" ", "")


_NAMES = {
    "title": ("title", "标题", "题目", "问题", "question"),
    "section": ("section", "category", "分类", "类别", "栏目", "板块", "分区"),
    "body": ("body", "text", "answer", "content", "内容", "正文", "答案", "回答"),
    "words": ("words", "keywords", "tags", "关键词", "关键字", "标签", "检索词"),
    "title_en": ("title_en", "english title", "title (english)", "英文标题", "英文名", "英文名称"),
}
_FIELD_OF = {_bare(name): field for field, names in _NAMES.items() for name in names}

SECTION_NAMES: Mapping[Section, tuple[str, ...]] = {
    Section.PRODUCT: ("产品", "product", "products", "产品知识"),
    Section.OPERATION: ("操作", "operation", "operations", "使用", "how to", "操作指南"),
    Section.AFTER_SALES: (
        "售后", "after-sales", "after_sales", "after sales", "aftersales", "售后服务"
    ),
}  # fmt: skip
"""What people call the sections, the usual name in each language first."""
_SECTION_OF = {_bare(name): section for section, names in SECTION_NAMES.items() for name in names}

_BETWEEN_WORDS = re.compile(r"[,，、;；|\n]")
_LINE_END = re.compile(r"\r\n?")


def field_of(name: str) -> str:
    """The field that a header names; the header itself where it names none."""
    return _FIELD_OF.get(_bare(name), _bare(name))


def section_of(name: str) -> Section | None:
    """The section that somebody calls so."""
    return _SECTION_OF.get(_bare(name))


def words_of(text: str) -> tuple[str, ...]:
    """The words of a list, as people write lists in either language."""
    return _distinct(_BETWEEN_WORDS.split(text))


def tidied(article: Article) -> Article:
    """The article without what no reader sees: control characters, blanks around, line ends."""
    return replace(
        article,
        title=_one_line(article.title),
        body=without_control(_LINE_END.sub("\n", article.body)).strip(),
        words=words_of("\n".join(article.words)),
        title_en=_one_line(article.title_en),
    )


def faults(article: Article) -> dict[str, InputError]:
    """What keeps a tidied article from being of use, by field."""
    found = {}
    if not article.title:
        found["title"] = InputError("article_title_missing")
    if len(article.title) > MOST_TITLE:
        found["title"] = InputError("article_title_long", most=MOST_TITLE)
    if len(article.title_en) > MOST_TITLE:
        found["title_en"] = InputError("article_title_long", most=MOST_TITLE)
    if not article.body:
        found["body"] = InputError("article_body_missing")
    if len(article.body) > MOST_BODY:
        found["body"] = InputError("article_body_long", most=MOST_BODY)
    return found


def article_of(values: Mapping[str, str]) -> Article:
    """The article that some cells make.

    Raises:
        InputError: where they make none; the first reason.
    """
    named = values.get("section", "")
    if not named.strip():
        raise InputError("article_section_missing")
    if (section := section_of(named)) is None:
        raise InputError("article_section_unknown", section=named.strip())
    article = tidied(
        Article(
            values.get("title", ""),
            section,
            values.get("body", ""),
            words_of(values.get("words", "")),
            values.get("title_en", ""),
        )
    )
    for error in faults(article).values():
        raise error
    return article


def same_text(one: Article, other: Article) -> bool:
    """Whether two articles say the same, whoever wrote them when."""
    return _text(one) == _text(other)


def _text(article: Article) -> tuple[object, ...]:
    return article.title, article.section, article.body, article.words, article.title_en


def _one_line(text: str) -> str:
    return " ".join(without_control(text).split())


def _distinct(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for word in map(_one_line, words) if word))
