"""Reading the first rows of a sheet beside the screen."""

import asyncio
from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

from msgspec.structs import replace
from textual.screen import Screen

from cstui.exchange.date_orders import DateOrderUnclear
from cstui.exchange.preview import Preview, Proposal
from cstui.services.sheets import Sheets
from screens.exchange.questions import ask_date_order, order_chosen
from screens.kit.language import translator_of

ValueT = TypeVar("ValueT")
_A_WHILE = 0.6
"""Seconds after which somebody wonders."""


async def looked_over(
    screen: Screen[Any], sheets: Sheets, propose: Callable[[], Proposal]
) -> tuple[Proposal, Preview] | None:
    """A proposal and what it would give; asks how dates are written where that is not plain.

    Args:
        screen: where the question opens.
        sheets: reads.
        propose: makes the proposal; it may take its time.

    Returns:
        None where the question was not answered.

    Raises:
        CstuiError: where the sheet cannot be read so.
    """
    proposal = await _patiently(screen, propose)
    t = translator_of(screen)
    while True:
        try:
            found = await _patiently(screen, partial(sheets.preview, proposal, t))
        except DateOrderUnclear as unclear:
            order = await screen.app.push_screen_wait(ask_date_order(unclear))
            if order is None:
                return None
            proposal = replace(proposal, date_order=order_chosen(order))
        else:
            return proposal, found


async def _patiently(screen: Screen[Any], read: Callable[[], ValueT]) -> ValueT:
    """Reads in a thread of its own; says so where it takes a while."""
    reading = asyncio.create_task(asyncio.to_thread(read))
    await asyncio.wait([reading], timeout=_A_WHILE)
    if not reading.done():
        # gone soon, since what is read will stand there
        screen.notify(translator_of(screen)("sheets.reading"), timeout=_A_WHILE, markup=False)
    return await reading
