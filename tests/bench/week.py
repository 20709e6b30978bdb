"""A week of a room full of agents: `python -m tests.bench.week`.

Every agent is a process with a session of its own. All go by one clock that only their acts move;
many act on the same tickets at once, as the dice say. Then everything that they were told was
saved is looked for, every clock is counted once more, and what was left at the end of each hour is
held against what came and went. Ends with 1 if anything is wrong.
"""

import argparse
import multiprocessing
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from ctypes import c_longlong
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from multiprocessing.connection import Connection
from multiprocessing.sharedctypes import Synchronized
from multiprocessing.synchronize import Barrier
from pathlib import Path

from msgspec import Struct

from cstui.cli.session import BEGINNING, read_rules
from cstui.domain.ticket import Event, Ticket
from cstui.ports import Setting
from cstui.services.desk import Desk
from data.desk import create_store, open_store
from tests.bench.agent import Agent
from tests.bench.hours import ZONE
from tests.bench.measuring import on_what, table
from tests.bench.week_checks import backlog_breaks, left_now, lost_acts, wrong_clocks
from tests.bench.week_rules import POLICIES

MONDAY = datetime(2026, 5, 4, tzinfo=ZONE)
"""A holiday, as the day after it; the Saturday of this week is a working day."""
HOUR = 3600
_TEAMS = ("热线组", "技术支持", "服务主管", "退换货组")
_SHIFTS = (8, 9, 13, 22)
"""When they begin; each lasts nine hours."""
_PATIENCE_S = 300


class Plan(Struct, frozen=True):
    """Who does how much, hour by hour."""

    agents: int
    hours: int
    acts: int
    """How much each does in an hour, on average."""
    seed: int

    def of(self, agent: int, hour: int) -> int:
        """How much an agent does in an hour."""
        day, time_of_day = divmod(hour, 24)
        off = (agent + day) % 7 < 2
        on_duty = (time_of_day - _SHIFTS[agent % len(_SHIFTS)]) % 24 < 9
        if off or not on_duty:
            return 0
        return random.Random(f"{self.seed}/{agent}/{hour}").randint(1, 2 * self.acts - 1)

    def seconds(self, hour: int) -> int:
        """How long each act of an hour takes."""
        return HOUR // (1 + sum(self.of(agent, hour) for agent in range(self.agents)))


class WeekClock:
    """A clock for all processes, which moves only when somebody does something."""

    def __init__(self, second: "Synchronized[int]") -> None:
        self._second = second

    def now(self) -> datetime:
        """The moment at which it stands."""
        return datetime.fromtimestamp(self._second.value, ZONE)

    def advance(self, seconds: int) -> None:
        """Moves it on."""
        with self._second.get_lock():
            self._second.value += seconds

    def set(self, at: datetime) -> None:
        """Moves it to a moment."""
        self._second.value = round(at.timestamp())


@dataclass
class Week:
    """What became of a week."""

    saved: dict[tuple[str, int], Event] = field(default_factory=dict)
    """All that was acknowledged: each event by its ticket's number and its place there."""
    twice: list[tuple[str, int]] = field(default_factory=list)
    """What more than one session was told to be theirs."""
    count: Counter[str] = field(default_factory=Counter)
    backlog: list[int] = field(default_factory=list)
    """Tickets with work left, as the store told them at the end of each hour."""
    tickets: list[Ticket] = field(default_factory=list)
    seconds: float = 0.0
    problems: dict[str, list[str]] = field(default_factory=dict)
    """What is wrong, by what was checked."""
    clocks: int = 0
    """How many clocks were counted once more."""


def make_room(path: Path, agents: int) -> None:
    """A store of a team with limits by working hours, and no ticket."""
    store = create_store(path)
    people = {
        f"people.{_login(number)}": {"name": f"坐席{number}", "team": _TEAMS[number % 4]}
        for number in range(agents)
    }
    told = {"language": "zh", "zone": "Asia/Shanghai", **people}
    made = [Setting(key, value, BEGINNING, _login(0), MONDAY) for key, value in told.items()]
    for name, policy in POLICIES.items():
        made.append(Setting(f"policy.{name}", policy, "2026-01-01", _login(0), MONDAY))
    store.set(made)
    store.close()


@contextmanager
def desk_at(path: Path, login: str, clock: WeekClock) -> Iterator[Desk]:
    """Somebody's own session."""
    store = open_store(path, by=login)
    try:
        rules = read_rules(store)
        yield Desk(store, clock, rules.person(login), lambda: read_rules(store))
    finally:
        store.close()


def session(
    path: Path, number: int, plan: Plan, second: "Synchronized[int]", gong: Barrier, out: Connection
) -> None:
    """One agent's week; tells what was saved, and how often what was done."""
    clock, login = WeekClock(second), _login(number)
    try:
        with desk_at(path, login, clock) as desk:
            dice = random.Random(f"{plan.seed}/{number}")
            agent = Agent(desk, path.parent / login, dice, clock.advance)
            for hour in range(plan.hours):
                gong.wait(_PATIENCE_S)
                for _ in range(plan.of(number, hour)):
                    agent.act(plan.seconds(hour))
                gong.wait(_PATIENCE_S)
            agent.leave()
        out.send((agent.saved, agent.count))
    except BaseException:
        gong.abort()
        raise


def lived(path: Path, plan: Plan) -> Week:
    """A week in a store, lived through by as many processes as there are agents."""
    context = multiprocessing.get_context("spawn")
    second = context.Value(c_longlong, round(MONDAY.timestamp()))
    clock, gong, week = WeekClock(second), context.Barrier(plan.agents + 1), Week()
    make_room(path, plan.agents)
    ends = []
    for number in range(plan.agents):
        mine, theirs = context.Pipe(duplex=False)
        process = context.Process(target=session, args=(path, number, plan, second, gong, theirs))
        process.start()
        ends.append((process, mine))
    with desk_at(path, "watcher", clock) as desk:
        began = time.monotonic()
        for hour in range(plan.hours):
            clock.set(MONDAY + timedelta(hours=hour))
            gong.wait(_PATIENCE_S)
            gong.wait(_PATIENCE_S)
            week.backlog.append(left_now(desk))
            began = time.monotonic() if hour == 0 else began
        week.seconds = time.monotonic() - began
        for process, mine in ends:
            _take_in(week, *mine.recv())
            process.join()
        clock.set(MONDAY + timedelta(hours=plan.hours))
        week.tickets = [ticket for batch in desk.store.tickets() for ticket in batch]
        _check(week, desk)
    return week


def _take_in(week: Week, saved: Mapping[tuple[str, int], Event], count: Counter[str]) -> None:
    week.twice += sorted(week.saved.keys() & saved.keys())
    week.saved |= saved
    week.count += count


def _check(week: Week, desk: Desk) -> None:
    week.clocks, wrong = wrong_clocks(week.tickets, desk)
    week.problems = {
        "lost acts": [*map(str, week.twice), *lost_acts(week.tickets, week.saved)],
        "clocks": wrong,
        "backlog": backlog_breaks(week.tickets, week.backlog, MONDAY),
    }


def _login(number: int) -> str:
    return f"agent{number}"


def main() -> None:
    """Live through a week, and print what became of it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--agents", type=int, default=50)
    parser.add_argument("--hours", type=int, default=7 * 24)
    parser.add_argument("--acts", type=int, default=4, help="of each agent in an hour of duty")
    parser.add_argument("--seed", type=int, default=1)
    told = parser.parse_args()
    plan = Plan(told.agents, told.hours, told.acts, told.seed)
    with tempfile.TemporaryDirectory() as folder:
        week = lived(Path(folder, "week.db"), plan)
    done = sum(number for what, number in week.count.items() if not what.startswith("refused"))
    print(on_what("tinydb", "pysqlite3"))
    print(table(
        ("agents", "hours", "acts", "events", "tickets", "merged", "refused", "acts/s",
         "lost", "clocks", "wrong", "hours out of balance", "left at the end"),
        [(plan.agents, plan.hours, done - week.count["merged"], len(week.saved),
          len(week.tickets), week.count["merged"],
          week.count.total() - done, done / week.seconds, len(week.problems["lost acts"]),
          week.clocks, len(week.problems["clocks"]), len(week.problems["backlog"]),
          week.backlog[-1])],
    ))  # fmt: skip
    print(table(("what", "times"), sorted(week.count.items())))
    for what, problems in week.problems.items():
        print(*(f"{what}: {problem}" for problem in problems[:20]), sep="\n", end="")
    sys.exit(any(week.problems.values()))


if __name__ == "__main__":
    main()
