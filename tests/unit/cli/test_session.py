"""Opening a store for a command."""

from pathlib import Path

from cstui.cli.options import Options
from cstui.cli.session import create, desk
from cstui.domain.acts import Submitted
from cstui.domain.ticket import Header, Ticket
from data.engine.database import RowDb
from data.rebuilding import outdate
from data.schema import MIGRATIONS, tickets_table


def test_an_outdated_store_is_brought_up_to_date(tmp_path: Path) -> None:
    """Before a command reads from it; lists and figures are what the rules derive."""
    path = tmp_path / "desk.db"
    create(path, language="en")
    options = Options(store=str(path), acting=None)
    with desk(options, "en") as work:
        work.save(Ticket(Header("response"), (work.event(Submitted()),)))
        facts = next(work.store.facts()).records
    with RowDb(path, migrations=MIGRATIONS) as db, db.transaction():
        tickets = tickets_table(db)
        for stored in tickets.walk():
            tickets.rewrite(stored.doc_id, stored.document)
        outdate(db)
    with desk(options, "en") as work:
        assert facts
        assert next(work.store.facts()).records == facts
        assert not work.store.outdated()
