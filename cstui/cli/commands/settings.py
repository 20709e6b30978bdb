"""`cstui settings`: show what holds, or change it from a day on, by key or by a whole file."""

import sys
from collections.abc import Sequence
from pathlib import Path

from cstui.cli.options import Options
from cstui.cli.session import desk, place
from cstui.cli.writing import out_path, write
from cstui.domain.errors import InputError
from cstui.i18n import Translator
from cstui.ports import Setting
from cstui.services.allowing import require_supervisor
from cstui.services.desk import Desk
from cstui.services.settings.checks import effective_day
from cstui.services.settings.team import SettingsRefused, TeamSettings
from cstui.services.settings.toml_text import written


def run(options: Options, t: Translator) -> int:
    """Without words print the settings as they may be typed again; else do what the words say."""
    with desk(options, t.language) as work:
        team = TeamSettings(work)
        match options.changes:
            case []:
                _show(team, t)
            case ["export", out]:
                _export(team, out_path(out, [place(options)]), t)
            case ["export" | "import"] | ["export" | "import", _, _, *_]:
                raise InputError("misuse_required", what="FILE.toml", prog="cstui settings")
            case changes:
                require_supervisor(work)
                _change(team, _asked_for(changes, team, work, options, t), options.dry_run, t)
    return 0


def _show(team: TeamSettings, t: Translator) -> None:
    """What holds today, each line ready to be changed and given back; then what begins later."""
    settings = team.overview()
    for key, value in settings.shown.items():
        print(_line(key, value))
    for one in settings.later:
        print(_line_later(one, t))


def _export(team: TeamSettings, out: Path, t: Translator) -> None:
    write(team.file(t), out)
    print(t("told.settings_exported", path=out), file=sys.stderr)


def _asked_for(
    words: Sequence[str], team: TeamSettings, work: Desk, options: Options, t: Translator
) -> list[Setting]:
    """The settings that the words ask for: those of a file, or one for each `KEY=VALUE`."""
    effective = effective_day(options.effective or "", work.clock.now().date())
    if words[0] == "import":
        return _read(team, Path(words[1]).expanduser(), effective, t)
    return team.from_words(words, effective)


def _read(team: TeamSettings, path: Path, effective: str, t: Translator) -> list[Setting]:
    """What a file changes; all that is wrong with it is told, a line each."""
    try:
        return team.from_file(path.read_text(encoding="utf-8-sig"), effective)
    except FileNotFoundError as error:
        raise InputError("file_missing", path=path) from error
    except UnicodeDecodeError as error:
        raise InputError("settings_encoding", path=path) from error
    except SettingsRefused as refused:
        for one in refused.problems:
            about = f"{path}:{one.line}: {one.key}".removesuffix(": ")
            print(f"{about}: {t.text(one.error)}", file=sys.stderr)
        raise


def _change(team: TeamSettings, made: Sequence[Setting], dry_run: bool, t: Translator) -> None:
    """Set what was asked for, and tell what of it is taken back again later."""
    if not made:
        print(t("told.settings_unchanged"), file=sys.stderr)
        return
    if not dry_run:
        team.set(made)
    told = "told.settings_would_change" if dry_run else "told.settings_changed"
    print(t(told, count=len(made)), file=sys.stderr)
    for one in made:
        print(_line(one.key, one.value), file=sys.stderr)
    keys = {one.key for one in made}
    for one in team.overview().later:
        if one.key in keys and one not in made:
            print(_line_later(one, t), file=sys.stderr)


def _line(key: str, value: object) -> str:
    return f"{key} = {written(value)}"


def _line_later(one: Setting, t: Translator) -> str:
    return t("told.setting_later", day=one.effective, setting=_line(one.key, one.value))
