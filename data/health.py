"""What `doctor` and `verify` tell of a store, as findings."""

from collections.abc import Iterator

from cstui.ports import Finding
from data.engine.check import Health, check
from data.engine.database import RowDb
from data.schema import ARTICLES, SETTINGS, TICKETS

_COUNTED = (TICKETS, SETTINGS, ARTICLES)
_MEGABYTE = 1_000_000
_MOST_TOLD = 10
"""Damaged records named one by one; more are only counted."""


def findings(db: RowDb, deep: bool) -> list[Finding]:
    """Look a store over; `deep` also reads every record."""
    health = check(db, deep=deep)
    return [*_place(health), *_content(health), *_damage(health, deep)]


def _place(health: Health) -> Iterator[Finding]:
    engine = f"{health.engine} {health.engine_version} ({health.engine_driver})"
    yield Finding("engine", good=True, values={"engine": engine})
    if health.engine_at_risk:
        yield Finding("engine_at_risk", good=False, values={"version": health.engine_version})
    mode = f"{health.mode:04o}"
    yield Finding("path", good=True, values={"path": health.path, "mode": mode})
    if health.mode & 0o007:
        yield Finding("open_to_all", good=False, values={"path": health.path, "mode": mode})
    size, free = health.size / _MEGABYTE, health.free // _MEGABYTE
    yield Finding("space", health.low_disk is None, {"size": f"{size:.1f}", "free": free})


def _content(health: Health) -> Iterator[Finding]:
    for table in _COUNTED:
        count = health.counts.get(table, 0)
        yield Finding(f"count_{table}", good=True, values={"count": count})
    values = {"position": health.position, "version": health.version}
    yield Finding("feed", good=True, values=values)


def _damage(health: Health, deep: bool) -> Iterator[Finding]:
    for told in health.damage[:_MOST_TOLD]:
        yield Finding("damage", good=False, values={"told": told})
    for table, row in health.damaged[:_MOST_TOLD]:
        yield Finding("damaged_record", good=False, values={"table": table, "row": row})
    if len(health.damaged) > _MOST_TOLD:
        yield Finding("damaged_records", good=False, values={"count": len(health.damaged)})
    if health.sound:
        yield Finding("sound_deep" if deep else "sound", good=True)
