"""One session at the analysis, timed step by step; `tests.bench.figures` runs it.

Before each round of questions a remark is saved to a ticket, which its first question has to
follow; the others ask about the same tickets, as somebody does who presses one key after another.
"""

import json
import resource
import statistics
import sys
import time
from collections.abc import Callable, Mapping
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
FIRST = "board on the screen, from opening the store"
AGAIN = "the board after one more save"
STEPS = (
    "response times of {}, by channel, after one more save",
    "{}'s by agent instead",
    "{}'s of one type",
)
PERIODS = {"today": "today", "month": "the month"}


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
    took, peaks = {FIRST: (time.perf_counter() - start) * 1000}, {FIRST: _peak_mib()}
    kind = session.store.ticket_at(1).header.category[0]
    rounds: list[dict[str, Callable[[], None]]] = [{AGAIN: partial(session.tell, "board", "today")}]
    for period, name in PERIODS.items():
        asked = (
            partial(session.tell, "response", period),
            partial(session.tell, "response", period, "agent"),
            partial(session.tell, "response", period, type=kind),
        )
        rounds.append({step.format(name): job for step, job in zip(STEPS, asked, strict=True)})
    for questions in rounds:
        times = [_timed(session, questions) for _ in range(TIMES)]
        for name in questions:
            took[name] = statistics.median(one[name] for one in times)
            peaks[name] = _peak_mib()
    print(json.dumps({"ms": took, "peak_mib": peaks}))


def _timed(session: Session, questions: Mapping[str, Callable[[], None]]) -> dict[str, float]:
    """How many milliseconds each of some questions takes; the first one follows a save."""
    session.save()
    took = {}
    for place, (name, ask) in enumerate(questions.items()):
        begun = time.perf_counter()
        if place == 0:
            session.analysis.refresh()
        ask()
        took[name] = (time.perf_counter() - begun) * 1000
    return took


def _peak_mib() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _KIB


if __name__ == "__main__":
    main()
