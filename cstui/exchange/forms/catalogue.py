"""All forms that are kept in sheets, and which of them a sheet is."""

from itertools import islice

from cstui.exchange.forms.after_sales import AFTER_SALES
from cstui.exchange.forms.column import SheetForm
from cstui.exchange.forms.hotline import HOTLINE
from cstui.exchange.forms.response import RESPONSE
from cstui.exchange.forms.satisfaction import SATISFACTION
from cstui.exchange.sheets import HEADER_WITHIN, Source

SHEET_FORMS = {form.name: form for form in (HOTLINE, RESPONSE, AFTER_SALES, SATISFACTION)}
"""By name."""


def form_of(source: Source) -> SheetForm | None:
    """The form that a file's headers are of; None where they are of none.

    Of several that it may be, the one with the most of its columns there.
    """
    best, most = None, 0
    for table in source.tables:
        for row in islice(table.rows(), HEADER_WITHIN):
            for form in SHEET_FORMS.values():
                known = form.known(cell for cell in row.cells if cell.strip())
                if known > most:
                    best, most = form, known
        if best:
            return best
    return None
