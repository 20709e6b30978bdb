"""`cstui demo`: the screens on a throw-away store; without a terminal, its report."""

import os
import tempfile
from pathlib import Path

from cstui.app import open_screens, speak_utf8
from cstui.cli.commands.report import print_report
from cstui.cli.commands.screens import has_terminal
from cstui.cli.options import Options
from cstui.cli.session import BEGINNING, create, desk
from cstui.domain.errors import InputError
from cstui.i18n import Translator
from cstui.ports import Setting
from cstui.services.demo import made_up, samples_from
from cstui.services.desk import Desk
from cstui.services.intake.drafts import DraftBox
from data.resources import read

_MOST = 1_000_000
_BATCH = 2000


def run(options: Options, t: Translator) -> int:
    """Fill a store with made-up tickets and open it; it is gone afterwards."""
    if not 0 <= options.tickets <= _MOST:
        raise InputError("demo_tickets", most=_MOST)
    if has_terminal():
        speak_utf8()
    with tempfile.TemporaryDirectory(prefix="cstui-demo-") as folder:
        path = Path(folder, "demo.db")
        create(path, language=t.language)
        options.store = os.fspath(path)
        with desk(options, t.language) as work:
            fill(work, options.tickets, options.seed, t.language)
            if has_terminal():
                drafts, wishes = DraftBox(Path(folder, "drafts")), Path(folder, "wishes.json")
                return open_screens(work, t.language, drafts, wishes, Path(folder, "seen"))
            print_report(work, t)
    return 0


def fill(work: Desk, count: int, seed: int, language: str) -> None:
    """Put made-up people and tickets into a store."""
    samples = samples_from(read("demo")[language])
    now = work.clock.now()
    work.store.set(
        [
            Setting(
                f"people.{one.login}",
                {"name": one.name, "role": one.role.value, "team": one.team},
                BEGINNING,
                work.me.login,
                now,
            )
            for one in samples.people
        ]
    )
    work.reread_rules()
    batch = []
    for ticket in made_up(samples, count, seed, now):
        batch.append(ticket)
        if len(batch) == _BATCH:
            work.add(batch)
            batch = []
    work.add(batch)
