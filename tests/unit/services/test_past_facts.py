"""What happens after a period's end changes nothing that is told of it."""

from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from cstui.cli.session import read_rules
from cstui.clock.period import parse_period
from cstui.domain import acts
from cstui.domain.acts import Act, Provenance, Rated, Scale
from cstui.domain.people import Person
from cstui.domain.ticket import Event, Header, Ticket
from cstui.i18n import Translator
from cstui.reports.json_report import json_report
from cstui.reports.model import Query
from cstui.reports.render.document_json import as_json
from cstui.reports.views.catalogue import REPORTS, VIEWS
from cstui.services.analysing import Analysis
from cstui.services.desk import Desk
from cstui.services.past_facts import PastFacts
from cstui.services.reporting import report
from data.desk import create_store
from tests.fixtures.times import FrozenClock, at

ENGLISH = Translator("en")
ZONE = "Asia/Shanghai"
END = at("2023-10-11 00:00")
PERIOD = parse_period("2023-10-10", END, ZONE)
ASKED = Query(PERIOD, ("agent",))

ACTS = st.sampled_from(
    [
        acts.Responded(), acts.Accepted(), acts.Assigned("zhang", ""), acts.Noted("x"),
        acts.Transferred("li"), acts.Transferred("", "ill", "tech"), acts.Undone(1),
        acts.Promised("a part", END + timedelta(hours=5)), acts.Kept(),
        acts.MeasureSet("call", "wang", END), acts.MeasureChecked(met=True),
        acts.Waiting("part"), acts.Resumed(), acts.Progressed("x"), acts.Resolved("x"),
        acts.ConfirmedByCustomer(), acts.Reopened(), acts.Closed(), acts.Caused("wear"),
        acts.Explained(acts.LATE, "busy"), acts.Explained(acts.ANOMALOUS, "hard"),
        acts.Corrected("priority", "high", "low"), acts.Corrected("category", "repair", "return"),
        acts.Audited(agrees=True), acts.Audited(agrees=False),
        Rated(Scale.FIVE, {"overall": 1}), Rated(Scale.FIVE, {"overall": 5}),
        Rated(Scale.FIVE, {"overall": 2}, provenance=Provenance.ESTIMATE),
    ]
)  # fmt: skip
DEEDS = st.lists(st.tuples(st.integers(1, 30), ACTS), max_size=6)
"""Hours since the one before, and what was done."""


def happened(start: datetime, deeds: list[tuple[int, Act]]) -> list[Event]:
    """The events of some deeds, one after the other."""
    events, when = [], start
    for hours, act in deeds:
        when += timedelta(hours=hours)
        events.append(Event(when, "wang", act))
    return events


def told(desk: Desk, name: str) -> str:
    """All that a view or report tells of the day, and the plain report."""
    past = PastFacts.over(desk, PERIOD, desk.clock.now())
    plain = json_report(report(desk.store, desk.clock, ASKED, past))
    return as_json(Analysis(desk).document(name, ASKED, ENGLISH)) + plain


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.integers(1, 40), DEEDS, DEEDS), min_size=1, max_size=4),
    st.sampled_from([*VIEWS, *REPORTS]),
)
def test_a_closed_period_is_told_as_it_was_known_at_its_end(
    tickets: list[tuple[int, list[tuple[int, Act]], list[tuple[int, Act]]]], name: str
) -> None:
    """Whatever is done to its tickets later, and whichever come later."""
    with TemporaryDirectory() as folder:
        store = create_store(Path(folder, "desk.db"))
        clock = FrozenClock(END)
        desk = Desk(store, clock, Person("wang"), lambda: read_rules(store))
        header = Header(form="hotline", channel="chat", category=("repair", ""), priority="high")
        began = [END - timedelta(hours=hours) for hours, _, _ in tickets]
        known = [
            [Event(start, "wang", acts.Submitted()), *happened(start, deeds)]
            for start, (_, deeds, _) in zip(began, tickets, strict=True)
        ]
        saved = desk.add(
            Ticket(header, tuple(event for event in events if event.at < END)) for events in known
        )
        before = told(desk, name)
        clock.advance(90 * 86_400)
        desk.add([Ticket(header, (Event(END, "wang", acts.Submitted()),))])
        for ticket, events, (_, _, later) in zip(saved, known, tickets, strict=True):
            after = [event for event in events if event.at >= END]
            desk.save(ticket.with_events([*after, *happened(END, later)]))
        assert told(desk, name) == before
        store.close()


def test_what_was_known_is_prepared_step_by_step(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So that others get their turn in between; it is no more than what is asked for at once."""
    monkeypatch.setattr("cstui.services.past_facts._BATCH", 2)
    store = create_store(tmp_path / "desk.db")
    desk = Desk(
        store, FrozenClock(END + timedelta(days=9)), Person("wang"), lambda: read_rules(store)
    )
    header, later = Header(form="hotline"), Event(END, "wang", acts.Responded())
    begun = Event(END - timedelta(hours=2), "wang", acts.Submitted())
    desk.add([Ticket(header, (begun, later)) for _ in range(5)])
    analysis = Analysis(desk)
    assert [analysis.prepare(ASKED) for _ in range(4)] == [(2, 5), (4, 5), None, None]
    assert analysis.prepare(replace(ASKED, period=parse_period("all", END, ZONE))) is None
    assert analysis.document("response", ASKED, ENGLISH) == Analysis(desk).document(
        "response", ASKED, ENGLISH
    )
    store.close()
