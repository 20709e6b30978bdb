"""`cstui settings [KEY=VALUE…]`: show what holds, or set something from a day on."""

import argparse
import json
import sys

from cstui.cli.session import desk, rules_of
from cstui.domain.errors import InputError, NotAllowed
from cstui.domain.people import Role
from cstui.i18n import Translator
from cstui.services.desk import Desk
from cstui.services.settings import in_force, setting_from


def run(options: argparse.Namespace, t: Translator) -> int:
    """Without changes print the settings as they may be typed again; else set them."""
    with desk(options, t.language) as work:
        if options.changes:
            _change(work, options)
            print(t("told.settings_changed", count=len(options.changes)), file=sys.stderr)
        else:
            _show(work)
    return 0


def _change(work: Desk, options: argparse.Namespace) -> None:
    if work.me.role is not Role.SUPERVISOR:
        people = work.rules.settings.people.values()
        names = ", ".join(one.shown for one in people if one.role is Role.SUPERVISOR)
        raise NotAllowed("supervisor_only", names=names)
    now = work.clock.now()
    effective = options.effective or now.date().isoformat()
    if len(effective) != len("2026-01-01") or not effective.replace("-", "").isdigit():
        raise InputError("setting_day", day=effective)
    made = [setting_from(text, effective, work.me.login, now) for text in options.changes]
    rules_of([*work.store.settings(), *made])
    work.store.set(made)


def _show(work: Desk) -> None:
    """What holds today, each line ready to be changed and given back."""
    settings = work.rules.settings
    shown: dict[str, object] = {
        "zone": settings.zone,
        "language": settings.language,
        "allow_as": settings.allow_as,
        "threshold": settings.threshold,
        "channels": list(settings.channels),
        "priorities": list(settings.priorities),
        "types": {top: list(below) for top, below in settings.types.items()},
    }
    day = work.clock.now().date().isoformat()
    for key, value in in_force(work.store.settings(), day).items():
        shown[key] = value
    for key, value in shown.items():
        print(f"{key} = {_toml(value)}")


def _toml(value: object) -> str:
    """A value as TOML writes it; JSON's texts, numbers and lists are TOML's too."""
    if isinstance(value, dict):
        inside = ", ".join(f"{_toml(key)} = {_toml(part)}" for key, part in value.items())
        return "{ " + inside + " }"
    return json.dumps(value, ensure_ascii=False)
