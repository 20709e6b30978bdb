"""The preview of an import in words."""

from collections.abc import Iterator

from cstui.exchange.columns import COLUMNS
from cstui.exchange.forms.column import SheetForm
from cstui.exchange.preview import Preview, PreviewColumn, Proposal, Trouble
from cstui.exchange.reject_file import reason_text
from cstui.i18n import Translator
from screens.kit.columns import Cell, Column, Row
from screens.kit.language import Phrase

_BETWEEN = "  "
_TROUBLES = 3
"""So many reasons are told; the first concern most rows."""


def columns_of(samples: int) -> list[Column]:
    """The columns of the preview's table, with so many rows of the sheet side by side."""
    return [
        Column(Phrase("sheets.column"), 14, flex=1),
        Column(Phrase("sheets.means"), 14, flex=1),
        *(Column(Phrase("sheets.row", n=n), 16, flex=2) for n in range(1, samples + 1)),
    ]


def field_phrase(field: str) -> Phrase:
    """What people call a field of an import map."""
    return Phrase(f"exchange.column.{field}" if field in COLUMNS else f"sheets.field.{field}")


def row_of(
    place: int, column: PreviewColumn, samples: int, proposal: Proposal, t: Translator
) -> Row:
    """One column of the sheet as a row of the table."""
    shown = (*column.samples, *[""] * samples)[:samples]
    if not column.fills:
        cells = [Cell(text, "muted") for text in (column.header, t("sheets.unused"), *shown)]
        return Row(str(place), tuple(cells))
    return Row(str(place), (column.header, Cell(_means(column, proposal, t), "strong"), *shown))


def source_line(proposal: Proposal, preview: Preview, t: Translator) -> str:
    """How the sheet is understood, and what was found out about its file."""
    if isinstance(proposal.layout, SheetForm):
        told = t("sheets.as_form", form=t(f"forms.{proposal.layout.name}"))
    else:
        told = t("sheets.as_map")
    found = {guess.what: guess.value for guess in preview.guesses}
    if proposal.date_order:
        found["date_order"] = proposal.date_order
    if order := found.get("date_order"):
        found["date_order"] = t(f"sheets.dates.{order}")
    said = [t(f"exchange.guess.{what}", value=value) for what, value in found.items()]
    return _BETWEEN.join([told, *said])


def count_lines(preview: Preview, t: Translator) -> Iterator[tuple[str, str]]:
    """What would become of the rows, and why some are rejected: each line with its tone."""
    counts = {"good": preview.good, "rejected": preview.rejected, "passed": preview.passed}
    told = [t(f"sheets.count.{what}", n=n) for what, n in counts.items() if n or what == "good"]
    if not preview.whole:
        told.append(t("sheets.count.some", n=sum(counts.values())))
    yield _BETWEEN.join(told), "strong"
    for trouble in preview.troubles[:_TROUBLES]:
        yield _trouble_line(trouble, t), "warn"
    if (more := len(preview.troubles) - _TROUBLES) > 0:
        yield t("sheets.trouble.more", n=more), "muted"


def _means(column: PreviewColumn, proposal: Proposal, t: Translator) -> str:
    if isinstance(proposal.layout, SheetForm):
        return t(f"forms.{proposal.layout.name}.{column.fills[0]}")
    return ", ".join(field_phrase(field)(t) for field in column.fills)


def _trouble_line(trouble: Trouble, t: Translator) -> str:
    one = trouble.first
    told = {"count": trouble.count, "reason": reason_text(one, t), "line": one.line}
    if not one.column:
        return t("sheets.trouble.row", **told)
    return t("sheets.trouble", **told, column=one.column, value=one.value)
