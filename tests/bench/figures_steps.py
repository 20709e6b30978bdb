"""One session at the analysis, timed step by step; `tests.bench.figures` runs it.

Before each step but the first a remark is saved to a ticket, which the step has to follow.
"""

import json
import resource
import statistics
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from cstui.cli.session import seat
from cstui.clock.period import parse_period
from cstui.domain.acts import Noted
from cstui.domain.ticket import Event
from cstui.i18n import Translator
from cstui.reports.model import Query
from data.desk import open_store

_KIB = 1024
TIMES = 5
STEPS = (
    "board on the screen, from opening the store",
    "the board again",
    "response times of today, by channel",
    "today's by agent instead",
    "today's of one type",
    "response times of the month, by channel",
    "the month's by agent instead",
    "the month's of one type",
)


class Session:
    """Somebody who looks at figures of a store."""

    def __init__(self, path: Path) -> None:
        # what they wait for begins with these
        from cstui.reports.render.text import as_text
        from cstui.services.analysing import Analysis

        self._as_text, self._t = as_text, Translator("zh")
        self.store = open_store(path)
        self.desk = seat(self.store, None)
        self.analysis = Analysis(self.desk)

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


def main() -> None:
    """Take the steps, and print what each took."""
    start = time.perf_counter()
    session = Session(Path(sys.argv[1]))
    session.tell("board", "today")
    took, peaks = [(time.perf_counter() - start) * 1000], [_peak_mib()]
    kind = session.store.ticket_at(1).header.category[0]
    jobs: list[Callable[[], None]] = [partial(session.tell, "board", "today")]
    for period in ("today", "month"):
        jobs.append(partial(session.tell, "response", period))
        jobs.append(partial(session.tell, "response", period, "agent"))
        jobs.append(partial(session.tell, "response", period, type=kind))
    for job in jobs:
        times = []
        for _ in range(TIMES):
            session.save()
            begun = time.perf_counter()
            session.analysis.refresh()
            job()
            times.append((time.perf_counter() - begun) * 1000)
        took.append(statistics.median(times))
        peaks.append(_peak_mib())
    told = {"ms": dict(zip(STEPS, took, strict=True))}
    print(json.dumps(told | {"peak_mib": dict(zip(STEPS, peaks, strict=True))}))


def _peak_mib() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _KIB


if __name__ == "__main__":
    main()
