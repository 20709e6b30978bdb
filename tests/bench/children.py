"""Programs run from start to end, and what they took."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

CSTUI = shutil.which("cstui", path=str(Path(sys.executable).parent)) or "cstui"
_KIB = 1024
_BETWEEN_LOOKS_S = 0.2


class Run(Struct, frozen=True):
    """What a program took."""

    seconds: float
    peak_mib: float
    """The most memory that it had at any time."""
    out: bytes
    """What it printed."""
    told: str = ""
    """What it said on standard error, where it was watched."""
    early_mib: float = 0.0
    """The most memory that it had in its first tenth, where it was watched."""


def run(words: Sequence[object], *, watched: bool = False) -> Run:
    """Run a program, its output read; whoever calls is small, for a child begins as large."""
    seen: list[int] = []
    start = time.perf_counter()
    with subprocess.Popen(
        [str(word) for word in words], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as child:
        assert child.stdout and child.stderr
        if watched:
            while child.poll() is None:
                seen.append(_resident_kib(child.pid))
                time.sleep(_BETWEEN_LOOKS_S)
            usage = max(seen)
            out, said = child.stdout.read(), child.stderr.read().decode()
        else:
            out, said = child.stdout.read(), ""
            _, status, used = os.wait4(child.pid, 0)
            child.returncode, usage = os.waitstatus_to_exitcode(status), used.ru_maxrss
    took = time.perf_counter() - start
    if child.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(map(str, words))} ended with {child.returncode}")
    early = max(seen[: max(1, len(seen) // 10)], default=0)
    return Run(took, usage / _KIB, out, said, early / _KIB)


def _resident_kib(pid: int) -> int:
    """A process's resident memory now; 0 where it has just ended."""
    try:
        status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    except OSError:
        return 0
    told = [line for line in status.splitlines() if line.startswith("VmRSS:")]
    return int(told[0].split()[1]) if told else 0
