"""What other sessions of a desk do in the tests, each in a process of its own.

Run as `python sessions.py WHAT STORE …`; results go to stdout, a line at a time.
"""

import sys
from collections.abc import Callable
from pathlib import Path

from msgspec.structs import replace

from cstui.domain.acts import Quoted
from cstui.domain.ticket import Event
from data.desk import open_store
from tests.unit.data.entries import DAY, entry, quoting


def quotes(path: str, title: str, times: str) -> None:
    """Quote an article in new tickets, and in one that is there already."""
    store = open_store(Path(path))
    for _ in range(int(times)):
        store.add([quoting(title)])
        (later,) = store.add([entry()])
        quote = Event(DAY, "li", Quoted(title))
        store.save(later.with_events([quote]), replace(entry().derived, quoted=(title,)))
    store.close()


def misses(path: str, text: str, times: str) -> None:
    """Look for something in vain, again and again."""
    store = open_store(Path(path))
    for _ in range(int(times)):
        store.articles.miss(text, DAY)
    store.close()


def takes(path: str, login: str) -> None:
    """Take calls as soon as they ring, until there is a ticket and no call; tell their phones."""
    store = open_store(Path(path))
    print("ready", flush=True)  # noqa: T201
    ended, phones = False, [""]
    while phones or not ended:
        ended = store.count() > 0
        phones = [ringing.phone for ringing in store.ringings.take(login, DAY)]
        sys.stdout.writelines(f"{phone}\n" for phone in phones)
    store.close()


def stands(path: str, row: str, login: str) -> None:
    """Look at a ticket until told to go."""
    store = open_store(Path(path))
    store.presence.stand_at(int(row), login)
    print("there", flush=True)  # noqa: T201
    sys.stdin.readline()
    store.close()


SESSIONS: dict[str, Callable[..., None]] = {
    do.__name__: do for do in (quotes, misses, takes, stands)
}

if __name__ == "__main__":
    SESSIONS[sys.argv[1]](*sys.argv[2:])
