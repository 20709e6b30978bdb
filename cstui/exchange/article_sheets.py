"""Articles as sheets, one a row: CSV, Excel and JSON."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from cstui.domain.articles import Article
from cstui.domain.errors import CstuiError, InputError
from cstui.exchange.article_fields import FIELDS, NEEDED, article_of, field_of
from cstui.exchange.guarding import unguarded
from cstui.exchange.maps import FileOptions
from cstui.exchange.reading import open_source
from cstui.exchange.replacing import replacing
from cstui.exchange.sheets import Row, Sheet, Source, find_sheet
from cstui.exchange.writing import Head, writer_for
from cstui.i18n import Translator

_AS_WRITTEN = FileOptions(delimiter=",")
"""Tried first: texts are full of commas and semicolons, so that a guess may go wrong."""


def read_sheet(path: Path) -> Iterator[tuple[int, Article | CstuiError]]:
    """The articles of a sheet, each with its line, or why a row is none.

    Raises:
        CstuiError: where the file cannot be read, or is no sheet of articles.
    """
    source, sheet = _opened(path)
    fields = [field_of(header) for header in sheet.headers]
    # other kinds of sheets keep texts from being formulas without a mark in them
    as_meant = unguarded if _is_csv(path) else str
    try:
        for row in sheet.rows():
            try:
                yield row.line, _article(row, fields, as_meant)
            except InputError as error:
                yield row.line, error
    finally:
        source.close()


def write_sheet(path: Path, articles: Iterable[Article], translate: Translator) -> None:
    """Write a sheet by the ending of its name, whole or not at all.

    Raises:
        InputError: where it has another ending than those of sheets.
    """
    headers = tuple(translate(f"knowledge.column.{field}") for field in FIELDS)
    head = Head(FIELDS, headers, translate("knowledge.sheet"), translate)
    write = writer_for(path)
    with replacing(path) as beside:
        write(beside, head, (_cells(article, translate) for article in articles))


def _opened(path: Path) -> tuple[Source, Sheet]:
    """The file, and its table that has the columns of articles."""
    if not _is_csv(path):
        return _found(path, FileOptions())
    try:
        return _found(path, _AS_WRITTEN)
    except InputError as error:
        if error.key != "column_missing":
            raise
    return _found(path, FileOptions())


def _found(path: Path, options: FileOptions) -> tuple[Source, Sheet]:
    source = open_source(path, options)
    try:
        return source, find_sheet(source, NEEDED, field_of)
    except BaseException:
        source.close()
        raise


def _is_csv(path: Path) -> bool:
    return path.suffix.lower() == ".csv"


def _article(row: Row, fields: Sequence[str], as_meant: Callable[[str], str]) -> Article:
    if row.broken:
        raise InputError("article_row_broken")
    return article_of(
        {field: as_meant(cell) for field, cell in zip(fields, row.cells, strict=True)}
    )


def _cells(article: Article, translate: Translator) -> list[str]:
    return [
        article.title,
        translate(f"knowledge.section.{article.section}"),
        article.body,
        translate("knowledge.between_words").join(article.words),
        article.title_en,
    ]
