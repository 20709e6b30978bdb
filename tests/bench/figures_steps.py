"""One session at the analysis, timed step by step; `tests.bench.figures` runs it.

Before each round of questions a remark is saved to a ticket, which its first question has to
follow; the others ask about the same tickets, as somebody does who presses one key after another.
"""

import json
import resource
import statistics
import sys
import time
from datetime import datetime
from pathlib import Path

from cstui.cli.session import seat
from cstui.clock.period import parse_period
from cstui.clock.periods import previous
from cstui.domain.acts import Noted
from cstui.domain.ticket import Event
from cstui.i18n import Translator
from cstui.reports.model import Query
from data.desk import open_store
from screens.analysis.question import VIEWS
from tests.fixtures.times import FrozenClock

_KIB = 1024
TIMES = 5
LAST = 100
"""Among so many tickets is the one that came last."""
FIRST = "board on the screen, from opening the store"
AGAIN = "the board after one more save"
PERIODS = ("today", "month")
STEPS = ("after a save", "another group", "a filter", "no filter, a third group")
"""What is asked of each view, one after the other; only the first has to look at the store."""


class Session:
    """Somebody who looks at figures of a store.

    Args:
        path: the store.
        now: the moment at which they do.
    """

    def __init__(self, path: Path, now: datetime) -> None:
        # what they wait for begins with these
        from cstui.reports.render.text import as_text
        from cstui.services.analysing import Analysis

        self._as_text, self._t = as_text, Translator("zh")
        self.store = open_store(path)
        self.store.hold_little()
        self.desk = seat(self.store, None)
        # as if it were the day on which the store was filled
        self.desk.clock = FrozenClock(now)
        self.derived = 0
        """Of a period that is over, the tickets that were derived anew."""
        self.analysis = Analysis(self.desk, self._count)

    def _count(self, done: int, _: int) -> None:
        self.derived = done

    def tell(self, view: str, period: str, by: str = "channel", **where: str) -> None:
        """A view, as the shell and the screen tell it."""
        rules = self.desk.rules
        asked = parse_period(period, self.desk.clock.now(), rules.zone)
        query = Query(asked, (by,), where, rules.settings.threshold)
        self._as_text(self.analysis.document(view, query, self._t), self._t, 80, colour=False)

    def save(self) -> None:
        """Add a remark to a ticket."""
        ticket = self.store.ticket_at(self.store.count() - 1)
        remark = Event(self.desk.clock.now(), "bench", Noted("one more step"))
        noted = ticket.with_events([remark])
        self.store.save(noted, self.desk.derive(noted))


def last_of(path: Path) -> datetime:
    """When the last of a store's tickets came."""
    store = open_store(path)
    last = store.count()
    came = max(store.ticket_at(last - place).events[0].at for place in range(LAST))
    store.close()
    return came


def main() -> None:
    """Take the steps, and print what each took."""
    path = Path(sys.argv[1])
    now = last_of(path)
    start = time.perf_counter()
    session = Session(path, now)
    session.tell("board", "today")
    board = {FIRST: _since(start)}
    board[AGAIN] = statistics.median(_after_a_save(session, "board", "today") for _ in range(TIMES))
    peak = {"board": _peak_mib()}
    views = {period: {view: _steps(session, view, period) for view in VIEWS} for period in PERIODS}
    peak["all"] = _peak_mib()
    before = previous(parse_period("month", now, session.desk.rules.zone))
    begun = time.perf_counter()
    session.tell("response", before.name if before else "all")
    over = {"ms": _since(begun), "tickets": session.derived}
    peak["over"] = _peak_mib()
    print(json.dumps({"board": board, "views": views, "over": over, "peak_mib": peak}))


def _steps(session: Session, view: str, period: str) -> list[float]:
    """How many milliseconds each step takes at a view."""
    kind = session.store.ticket_at(1).header.category[0]
    rounds = []
    for _ in range(TIMES):
        took = [_after_a_save(session, view, period)]
        for by, where in (("agent", {}), ("agent", {"type": kind}), ("priority", {})):
            begun = time.perf_counter()
            session.tell(view, period, by, **where)
            took.append(_since(begun))
        rounds.append(took)
    return [statistics.median(step) for step in zip(*rounds, strict=True)]


def _after_a_save(session: Session, view: str, period: str) -> float:
    session.save()
    begun = time.perf_counter()
    session.analysis.refresh()
    session.tell(view, period)
    return _since(begun)


def _since(begun: float) -> float:
    """Milliseconds."""
    return (time.perf_counter() - begun) * 1000


def _peak_mib() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _KIB


if __name__ == "__main__":
    main()
