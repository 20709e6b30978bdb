"""A desk at a real store."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from cstui.domain.acts import Noted, Submitted
from cstui.domain.ticket import Header, Ticket
from cstui.services.desk import Desk
from tests.fixtures.exchange.desks import desk_at


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A desk at an empty store."""
    desk = desk_at(tmp_path / "desk.db")
    yield desk
    desk.store.close()


def test_a_record_is_saved_once(desk: Desk) -> None:
    """Saved again, it is the ticket that it became, with what happened to it since."""
    record = Ticket(Header("hotline", origin="draft-1"), (desk.event(Submitted()),))
    saved = desk.save(record)
    noted = desk.save(saved.with_events([desk.event(Noted("called back"))]))
    assert desk.save(record) == noted
    assert desk.store.count() == 1


def test_records_without_an_origin_are_all_new(desk: Desk) -> None:
    """Equal as they may be."""
    record = Ticket(Header("hotline"), (desk.event(Submitted()),))
    first, second = desk.save(record), desk.save(replace(record))
    assert first.number != second.number
