"""`cstui settings [KEY=VALUE…]`: show what holds, or set something from a day on."""

import argparse
import json
import re
import sys
from datetime import date

from cstui.cli.session import desk, require_supervisor
from cstui.domain.errors import InputError
from cstui.i18n import Translator
from cstui.services.desk import Desk
from cstui.services.settings import check_supervisors, setting_from
from cstui.services.shown_settings import settings_later, settings_shown

_BARE_KEY = re.compile("[A-Za-z0-9_-]+")


def run(options: argparse.Namespace, t: Translator) -> int:
    """Without changes print the settings as they may be typed again; else set them."""
    with desk(options, t.language) as work:
        if options.changes:
            _change(work, options)
            print(t("told.settings_changed", count=len(options.changes)), file=sys.stderr)
        else:
            _show(work, t)
    return 0


def _change(work: Desk, options: argparse.Namespace) -> None:
    require_supervisor(work)
    now = work.clock.now()
    effective = _day(options.effective) if options.effective else now.date().isoformat()
    made = [setting_from(text, effective, work.me.login, now) for text in options.changes]
    work.rules.check(made)
    check_supervisors(work.store.settings(), made)
    work.store.set(made)


def _day(text: str) -> str:
    """A day, in the one form whose order as text is that of the calendar."""
    try:
        day = date.fromisoformat(text).isoformat()
    except ValueError:
        day = ""
    if day != text:
        raise InputError("setting_day", day=text)
    return day


def _show(work: Desk, t: Translator) -> None:
    """What holds today, each line ready to be changed and given back; then what begins later."""
    today = work.clock.now().date()
    for key, value in settings_shown(work.rules, today).items():
        print(_line(key, value))
    for one in settings_later(work.store.settings(), today.isoformat()):
        print(t("told.setting_later", day=one.effective, setting=_line(one.key, one.value)))


def _line(key: str, value: object) -> str:
    return f"{key} = {_toml(value)}"


def _toml(value: object) -> str:
    """A value as TOML writes it; JSON's texts, numbers and lists are TOML's too."""
    if isinstance(value, dict):
        inside = ", ".join(f"{_toml_key(key)} = {_toml(part)}" for key, part in value.items())
        return "{ " + inside + " }" if inside else "{}"
    return json.dumps(value, ensure_ascii=False)


def _toml_key(key: str) -> str:
    return key if _BARE_KEY.fullmatch(key) else _toml(key)
