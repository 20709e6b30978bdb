"""From a save in another session to the changed row: `python -m tests.bench.news STORE`.

A terminal shows the follow-up screen; this process gives a ticket that is seen there to one person
after the other, and waits for each name to stand in its row.
"""

import argparse
import os
import random
import sys
import tempfile
import time
from pathlib import Path

from cstui.cli.session import seat
from cstui.services.followup import FollowUp
from cstui.services.queues import Queues, Wanted
from data.desk import open_store
from tests.bench.measuring import on_what, table
from tests.fixtures.terminal import Terminal

_ROW = 4
"""A ticket so far down the list is seen on the screen."""
_PAUSE_S = 0.6


def seconds_until_seen(path: Path, times: int) -> list[float]:
    """How long it took each time, from the end of the save; the shortest first."""
    store = open_store(path, by="elsewhere")
    desk = seat(store, None)
    followup, dice = FollowUp(desk), random.Random(1)
    row = Queues(desk).page(Wanted(), 0, _ROW + 1).listings[_ROW].id
    people = [one for one in desk.rules.settings.people.values() if one.name]
    taken = []
    with tempfile.TemporaryDirectory() as home:
        environment = {**os.environ, "CSTUI_STORE": str(path), "HOME": home, "LANG": "C.UTF-8"}
        environment["XDG_STATE_HOME"] = home
        program = [sys.executable, "-m", "cstui", "--lang", "en"]
        with Terminal(program, environment, 100, 30) as terminal:
            terminal.wait_for("F5 Answer")
            terminal.press("f3")
            ticket = followup.look(row).ticket
            terminal.wait_for(f"{ticket.number} ")
            for number in range(times):
                to = people[number % len(people)]
                time.sleep(_PAUSE_S + dice.random())
                ticket = followup.transfer(ticket, to.login, "next")
                start = time.perf_counter()
                terminal.wait_for(rf"{ticket.number} .*{to.name}")
                taken.append(time.perf_counter() - start)
    store.close()
    return sorted(taken)


def main() -> None:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("store", type=Path)
    parser.add_argument("--times", type=int, default=40)
    told = parser.parse_args()
    taken = [1000 * one for one in seconds_until_seen(told.store, told.times)]
    print(on_what("textual", "tinydb"))
    cells = (len(taken), taken[len(taken) // 2], taken[int(len(taken) * 0.95)], taken[-1])
    print(table(("saves", "p50 ms", "p95 ms", "max ms"), [cells]))


if __name__ == "__main__":
    main()
