"""What a lost line costs: `python -m tests.bench.lost_lines`.

Many sessions type and are then hung up on, or told to end, all at once. After that one session
after the other is killed at a random moment of its typing, and started again. Neither may lose a
record; what a killed one may lose is what was typed in its last moments.
"""

import argparse
import os
import random
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

from tests.bench.measuring import Row, on_what, table
from tests.fixtures.line import Line
from tests.fixtures.terminal import Terminal

ENDING_HEADS = (
    "sent", "sessions", "complete drafts", "p50 ms", "last ms", "still there", "terminals restored",
)  # fmt: skip
KILLED_HEADS = (
    "kill -9", "back at the next start", "most missing characters", "oldest missing ms",
    "missing for longer than 300 ms", "faults of the store",
)  # fmt: skip
ALLOWED_S = 0.3
PATIENCE_S = 10.0
RESTORED = b"\x1b[?1049l"
LETTERS = "abcdefghijklmnopqrstuvwxyz"
PROGRAM = shutil.which("cstui", path=str(Path(sys.executable).parent)) or "cstui"


class Desk:
    """A person's store and home on a disk that is nobody else's."""

    def __init__(self, folder: Path) -> None:
        self.state = folder / "state"
        self.environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(folder),
            "LANG": "C.UTF-8",
            "XDG_STATE_HOME": str(self.state),
            "CSTUI_STORE": str(folder / "desk.db"),
        }
        self.run("init", self.environment["CSTUI_STORE"])

    def run(self, *words: str) -> int:
        """Runs a command; its exit code."""
        done = subprocess.run([PROGRAM, *words], env=self.environment, capture_output=True)
        return done.returncode

    def kept(self) -> list[str]:
        """All drafts as they are written."""
        return [path.read_text(encoding="utf-8") for path in self.state.rglob("*.json")]


def ending(desk: Desk, sent: signal.Signals, count: int) -> Row:
    """Start sessions, type into each, end all of them at once, and see what is left."""
    words = [PROGRAM, "--lang", "en"]
    texts = [f"caller number {place:03}" for place in range(count)]
    with ExitStack() as stack:
        lines = [stack.enter_context(Terminal(words, desk.environment)) for _ in texts]
        for line in lines:
            line.wait_for("F5 Answer")
        for line, text in zip(lines, texts, strict=True):
            line.type(text)
        for line, text in zip(lines, texts, strict=True):
            line.wait_for(text)
            # what is measured shares the machine with who measures
            line.drawing = False
        begun = time.monotonic()
        for line in lines:
            if sent is signal.SIGHUP:
                line.hang_up()
            else:
                line.process.send_signal(sent)
        times = ended(lines, begun)
        restored = 0
        if sent is signal.SIGTERM:
            restored = sum(is_restored(line) for line in lines)
    kept = "".join(desk.kept())
    complete = sum(text in kept for text in texts)
    shutil.rmtree(desk.state)
    return (
        sent.name, count, complete, statistics.median(times), max(times), count - len(times),
        "–" if sent is signal.SIGHUP else restored,
    )  # fmt: skip


def ended(lines: Sequence[Line], begun: float) -> list[float]:
    """Milliseconds after which each session was gone, of those that are."""
    times: list[float] = []
    left = list(lines)
    while left and time.monotonic() - begun < PATIENCE_S:
        for line in list(left):
            line.read_for(0.001)
            if line.process.poll() is not None:
                times.append((time.monotonic() - begun) * 1000)
                left.remove(line)
    return times or [float("nan")]


def is_restored(line: Line) -> bool:
    """Whether a terminal is as it was before the program, which has ended."""
    if line.process.poll() is None:
        return False
    line.ended()
    return RESTORED in line.output and line.settings() == line.before


def killed(desk: Desk, rounds: int, dice: random.Random) -> Row:
    """Kill a session while it types, start the next one on what is left, again and again."""
    back, late = 0, 0
    missing: list[tuple[int, float]] = []
    for _ in range(rounds):
        lost, age, kept = killed_once(desk, dice)
        missing.append((lost, age))
        late += age > ALLOWED_S
        back += not kept or comes_back(desk, kept)
        shutil.rmtree(desk.state, ignore_errors=True)
    faults = desk.run("doctor")
    most, oldest = (max(column) for column in zip(*missing, strict=True))
    return rounds, back, most, oldest * 1000, late, faults


def killed_once(desk: Desk, dice: random.Random) -> tuple[int, float, str]:
    """How many characters were lost, for how long the oldest had been typed, what was kept."""
    text, moments = "", []
    with Terminal([PROGRAM, "--lang", "en"], desk.environment) as line:
        line.wait_for("F5 Answer")
        for gap in gaps(dice):
            text += dice.choice(LETTERS)
            moments.append(time.monotonic())
            line.type(text[-1])
            line.read_for(gap)
        line.process.kill()
        end = time.monotonic()
        line.process.wait()
    written = "\n".join(desk.kept())
    kept = next(text[:cut] for cut in range(len(text), -1, -1) if f'"{text[:cut]}"' in written)
    lost = len(text) - len(kept)
    return lost, end - moments[len(kept)] if lost else 0.0, kept


def gaps(dice: random.Random) -> Iterator[float]:
    """Seconds between the keys of somebody who types fast, until a random moment."""
    end = dice.uniform(0.2, 2.5)
    while end > 0:
        gap = min(dice.uniform(0.02, 0.12), end)
        end -= gap
        yield gap


def comes_back(desk: Desk, kept: str) -> bool:
    """Whether the next start shows what was kept."""
    with Terminal([PROGRAM, "--lang", "en"], desk.environment) as line:
        try:
            line.wait_for(kept)
        except AssertionError:
            return False
        return True


def main() -> None:
    """Measure on a new store, and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sessions", type=int, default=50)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    told = parser.parse_args()
    print(on_what("textual"))
    with_desk(
        lambda desk: print(
            table(
                ENDING_HEADS,
                [ending(desk, sent, told.sessions) for sent in (signal.SIGHUP, signal.SIGTERM)],
            )
        )
    )
    print()
    dice = random.Random(told.seed)
    with_desk(lambda desk: print(table(KILLED_HEADS, [killed(desk, told.kills, dice)])))


def with_desk(job: Callable[[Desk], None]) -> None:
    """Do something at a desk that is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="cstui-bench-") as folder:
        job(Desk(Path(folder)))


if __name__ == "__main__":
    main()
