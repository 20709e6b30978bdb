"""What is asked on the way in and out: files, how dates are written, what a column means."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from cstui.clock.written import DATE_ORDERS, DateOrder, parse_instant
from cstui.domain.errors import InputError
from cstui.exchange.assigning import can_be_joined, fields_of
from cstui.exchange.date_orders import DateOrderUnclear
from cstui.exchange.fields import EVENT_FIELDS, FIELDS
from cstui.exchange.folders import SHEETS
from cstui.exchange.maps import ImportMap
from cstui.i18n import Translator
from screens.exchange.preview_words import field_phrase
from screens.kit.dialogs.ask import Ask
from screens.kit.dialogs.choose import Choose
from screens.kit.dialogs.say import Confirm
from screens.kit.form import Labelled
from screens.kit.language import Phrase
from screens.kit.options import Option
from screens.kit.path_field import PathField, path_of
from screens.kit.text import displayable

_BESIDE = "+"
"""Stands before a field that is read from one more column."""
_MAP = ".toml"


def ask_sheet(t: Translator) -> Ask:
    """Asks for the sheet to import."""
    return Ask(
        Phrase("sheets.import.title"),
        Labelled(Phrase("sheets.file"), PathField(endings=SHEETS, id="file"), required=True),
        text=Phrase("sheets.import.text"),
        check=lambda typed: _missing(typed, t),
    )


def ask_map_to_load(t: Translator) -> Ask:
    """Asks for a map that was saved."""
    field = PathField(endings=(_MAP,), id="file")
    return Ask(
        Phrase("sheets.load_map"),
        Labelled(Phrase("sheets.save_map.file"), field, required=True),
        check=lambda typed: _missing(typed, t),
    )


def ask_map_to_save(sheet: Path) -> Ask:
    """Asks where to keep the map of a sheet."""
    field = PathField(str(sheet.with_suffix(_MAP)), endings=(_MAP,), new=True, id="file")
    return Ask(
        Phrase("sheets.save_map"),
        Labelled(Phrase("sheets.save_map.file"), field, required=True),
    )


def confirm_replacing(path: Path) -> Confirm:
    """Asks before a file is replaced."""
    shown = displayable(str(path))
    return Confirm(Phrase("sheets.replace"), Phrase("sheets.replace.text", path=shown))


def ask_date_order(unclear: DateOrderUnclear | None) -> Choose:
    """Asks how dates are written; of one of them it is shown what it would mean.

    Args:
        unclear: what could not be told; None where somebody wants to say it unasked.
    """
    orders = (unclear.orders if unclear else ()) or DATE_ORDERS
    options = [
        Option(order, Phrase(f"sheets.dates.{order}"), _meaning(unclear, order)) for order in orders
    ]
    if unclear is None:
        return Choose(Phrase("sheets.dates.any"), options)
    return Choose(Phrase("sheets.dates.title", example=displayable(unclear.example)), options)


def order_chosen(answer: str) -> DateOrder:
    """The order that was chosen."""
    return next(order for order in DATE_ORDERS if order == answer)


def ask_field(layout: ImportMap, header: str, t: Translator) -> Choose:
    """Asks what a column means; `field_chosen` understands the answer."""
    title = Phrase("sheets.change.title", column=displayable(header))
    present = fields_of(layout, header)
    return Choose(title, list(_field_options(layout, header, t)), present[0] if present else "")


def field_chosen(answer: str) -> tuple[str, bool]:
    """The field that was chosen, and whether its other column stays beside this one."""
    return answer.removeprefix(_BESIDE), answer.startswith(_BESIDE)


def _field_options(layout: ImportMap, header: str, t: Translator) -> Iterator[Option]:
    yield Option("", Phrase("sheets.unused"))
    for field in (*FIELDS, *(EVENT_FIELDS if layout.file.key else ())):
        source = layout.columns.get(field)
        others = [each for each in (source.columns if source else ()) if each != header]
        label = field_phrase(field)
        yield Option(field, label, displayable(" + ".join(others)))
        if others and can_be_joined(layout, field):
            joined = t("sheets.change.joined", field=label(t), column=displayable(others[0]))
            yield Option(f"{_BESIDE}{field}", joined)


def _meaning(unclear: DateOrderUnclear | None, order: DateOrder) -> str:
    """The day that the example would be."""
    if unclear is None:
        return ""
    try:
        return f"{parse_instant(unclear.example, 'UTC', order):%Y-%m-%d}"
    except InputError:
        return ""


def _missing(typed: Mapping[str, str], t: Translator) -> Mapping[str, str]:
    there = not typed["file"] or path_of(typed["file"]).is_file()
    return {} if there else {"file": t("sheets.file.none")}
