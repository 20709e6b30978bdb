"""Finding out in which order a sheet writes day, month and year."""

from collections.abc import Callable, Iterable

from cstui.clock.written import DateOrder, possible_date_orders
from cstui.domain.errors import InputError
from cstui.exchange.sheets import Row, Sheet
from cstui.exchange.times import days_of

_ENOUGH_ROWS = 1000


class DateOrderUnclear(InputError):
    """Somebody has to say how the dates of a sheet are written."""

    def __init__(self, example: str, orders: tuple[DateOrder, ...]) -> None:
        super().__init__("date_order_unclear", example=example, orders=" / ".join(orders))
        self.example = example
        """One of the dates, as written."""
        self.orders = orders
        """The orders in which all of them can be read; none where no single one fits them all."""


def find_date_order(sheet: Sheet, moments: Callable[[Row], Iterable[str]]) -> DateOrder | None:
    """The only order in which all dates of a sheet can be read.

    The first thousand rows usually tell; where they do not, the whole sheet is looked through.

    Args:
        sheet: the sheet.
        moments: the cells of a row that hold moments.

    Returns:
        None where every date begins with its year, so that there is no question.

    Raises:
        DateOrderUnclear: where more than one order is possible, or no single one fits them all.
    """
    days: set[str] = set()
    for count, row in enumerate(sheet.rows(), 1):
        days |= days_of(text for text in moments(row) if text)
        if count % _ENOUGH_ROWS == 0 and (not days or len(possible_date_orders(days)) == 1):
            break
    if not days:
        return None
    orders = possible_date_orders(days)
    if len(orders) != 1:
        raise DateOrderUnclear(min(days), orders)
    return orders[0]
