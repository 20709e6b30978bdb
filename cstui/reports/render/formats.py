"""The formats that a document is written in."""

from collections.abc import Mapping
from typing import Literal

from cstui.i18n import Translator
from cstui.reports.document import Document

Format = Literal["text", "json", "csv", "md", "html", "xlsx"]
ENDINGS: Mapping[str, Format] = {
    ".txt": "text",
    ".json": "json",
    ".csv": "csv",
    ".md": "md",
    ".html": "html",
    ".htm": "html",
    ".xlsx": "xlsx",
}
"""The format that a file's ending names."""
_FILE_WIDTH = 80


def rendered(document: Document, form: Format, t: Translator) -> bytes:
    """The document as a file of a format; the same document always gives the same bytes."""
    if form == "xlsx":
        from cstui.reports.render.workbook import as_xlsx

        return as_xlsx(document, t)
    return _text(document, form, t).encode()


def _text(document: Document, form: Format, t: Translator) -> str:
    match form:
        case "json":
            from cstui.reports.render.document_json import as_json

            return as_json(document)
        case "csv":
            from cstui.reports.render.table_csv import as_csv

            return as_csv(document, t)
        case "md":
            from cstui.reports.render.markdown import as_markdown

            return as_markdown(document, t)
        case "html":
            from cstui.reports.render.page import as_html

            return as_html(document, t)
        case _:
            from cstui.reports.render.text import as_text

            return as_text(document, t, _FILE_WIDTH)
