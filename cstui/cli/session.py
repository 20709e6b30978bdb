"""Opening a store for a command: which one, for whom, under which settings."""

import hashlib
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from cstui.cli.options import Options
from cstui.cli.progress import progress
from cstui.clock.now import SiteClock
from cstui.domain.errors import InputError, NotAllowed
from cstui.domain.people import Role
from cstui.ports import Setting, Store
from cstui.services.desk import Desk
from cstui.services.rulebook import Rulebook, rulebook, site_zone
from data.desk import create_store, open_store
from data.resources import read

DEFAULT_ZONE = "Asia/Shanghai"
_OWN_STORE = "desk.db"
BEGINNING = "0001-01-01"
"""A setting effective from here holds for every day."""


def login() -> str:
    """The operating system's name of who runs this; never what the environment claims."""
    try:
        import pwd
    except ImportError:
        return os.getlogin()
    try:
        return pwd.getpwuid(os.getuid()).pw_name
    except KeyError:
        return str(os.getuid())


def place(options: Options) -> Path:
    """Where the store is: as the command says, else the environment, else one's own."""
    told = options.store or os.environ.get("CSTUI_STORE")
    if not told:
        return own_place()
    if "://" in told:
        raise InputError("store_url", url=told)
    return Path(told).expanduser()


def own_place() -> Path:
    """Where a person's own store is."""
    from platformdirs import user_data_path

    return user_data_path("cstui", appauthor=False) / _OWN_STORE


def draft_place(store: Path, who: str) -> Path:
    """Where a person's unfinished records for a store are kept: with the person, not the store."""
    return _state_place("drafts", store, who)


def seen_place(store: Path, who: str) -> Path:
    """Where is kept what a person has seen of a store's tickets."""
    return _state_place("seen", store, who)


def _state_place(what: str, store: Path, who: str) -> Path:
    from platformdirs import user_state_path

    name = hashlib.sha256(os.fspath(store.resolve()).encode()).hexdigest()[:16]
    return user_state_path("cstui", appauthor=False) / what / f"{name}-{who}"


def create(path: Path, *, zone: str = DEFAULT_ZONE, language: str, shared: bool = False) -> None:
    """Create a store; whoever does is its first supervisor."""
    from cstui.services.knowledge.starters import starter_articles

    store = create_store(path, shared=shared)
    try:
        now = SiteClock(zone).now()
        me = login()
        first = {
            "zone": zone,
            "language": language,
            f"people.{me}": {"role": Role.SUPERVISOR.value},
        }
        store.set([Setting(key, value, BEGINNING, me, now) for key, value in first.items()])
        store.articles.save(starter_articles(read(f"articles_{language}"), me, now))
    finally:
        store.close()


def wishes_place(who: str) -> Path:
    """Where is kept how a person wants to work, on whichever store."""
    from platformdirs import user_config_path

    return user_config_path("cstui", appauthor=False) / f"{who}.json"


@contextmanager
def desk(options: Options, language: str, *, lasting: bool = False) -> Iterator[Desk]:
    """The desk that a command works at; its store is closed afterwards.

    A person's own store is created at its first use; any other must be there.

    Args:
        options: which store, and who works.
        language: in which a new store begins.
        lasting: whether it is worked at for hours, beside many others on the same machine.
    """
    path = place(options)
    if path == own_place() and not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        create(path, language=language)
    store = open_store(path, by=options.acting or login())
    try:
        if lasting:
            store.hold_little()
        work = seat(store, options.acting)
        if store.outdated():
            with progress() as show:
                store.rebuild(work.derive, lambda count: show(str(count)))
        yield work
    finally:
        store.close()


def seat(store: Store, acting: str | None) -> Desk:
    """Somebody's desk at an open store.

    Raises:
        NotAllowed: when acting for another person is switched off.
        InputError: when settings do not know that person.
    """
    rules = read_rules(store)
    if acting and acting != login() and not rules.settings.allow_as:
        raise NotAllowed("as_not_allowed")
    if acting and acting != login() and acting not in rules.settings.people:
        raise InputError("as_unknown", name=acting)
    me = rules.person(acting or login())
    return Desk(store, SiteClock(rules.zone), me, lambda: read_rules(store), rules)


def read_rules(store: Store) -> Rulebook:
    """The rules that hold today in a store."""
    return rules_of(store.settings())


def rules_of(made: Sequence[Setting]) -> Rulebook:
    """The rules that hold today: these settings over the defaults.

    Raises:
        InputError: when a setting makes no sense.
    """
    defaults = read("settings")
    today = SiteClock(site_zone(made, defaults)).now().date().isoformat()
    return rulebook(
        made, today, settings=defaults, policies=read("policies"), calendars=read("calendars")
    )


def version_text() -> str:
    """Name and version of the program."""
    from importlib.metadata import version

    return f"cstui {version('cstui')}"
