"""A form's sheet as it is written: its columns, its looks and what its cells are chosen from."""

from collections.abc import Mapping, Sequence

from cstui.exchange.forms.column import Column, SheetForm
from cstui.exchange.looks import Look
from cstui.exchange.writing import Head
from cstui.i18n import Translator

_LINES = 30
"""Empty lines of a blank sheet: what fits on two pages."""


def filled_head(form: SheetForm, translate: Translator) -> Head:
    """The head of a sheet with tickets."""
    return _head(form, translate, _look(form))


def blank_head(form: SheetForm, lists: Mapping[str, Sequence[str]], translate: Translator) -> Head:
    """The head of a sheet to be filled in.

    Args:
        form: the form.
        lists: the team's lists by name.
        translate: into the language of the sheet.
    """
    choices = {
        place: words
        for place, column in enumerate(form.columns)
        if (words := _offered(column, lists, translate))
    }
    return _head(form, translate, _look(form, choices, translate("forms.choices"), _LINES))


def _head(form: SheetForm, translate: Translator, look: Look) -> Head:
    keys = tuple(column.key for column in form.columns)
    title = translate(f"forms.{form.name}")
    return Head(keys, form.headers(translate), title, translate, look)


def _look(
    form: SheetForm,
    choices: Mapping[int, Sequence[str]] | None = None,
    choices_title: str = "",
    lines: int = 0,
) -> Look:
    return Look(
        widths=[column.width for column in form.columns],
        as_text=frozenset(place for place, column in enumerate(form.columns) if column.as_text),
        choices=choices or {},
        choices_title=choices_title,
        lines=lines,
    )


def _offered(
    column: Column, lists: Mapping[str, Sequence[str]], translate: Translator
) -> Sequence[str]:
    """What a column's cells are chosen from; nothing for most."""
    if column.words:
        return [translate(key) for key in column.words]
    return lists.get(column.choices, ())
