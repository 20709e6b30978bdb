"""The words of the command line: which commands there are, and what each takes."""

import argparse
import os
import re
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any, NoReturn

from cstui.domain.errors import InputError
from cstui.i18n import LANGUAGES, Translator

DIMENSIONS = (
    "channel", "type", "priority", "agent", "team", "customer_kind", "form",
    "hour", "weekday", "day", "week", "month",
)  # fmt: skip
SHEET_FORMS = ("hotline", "response", "after_sales", "satisfaction")
_IN_FULL = ("restore",)
"""Commands that are never shortened: this one replaces the whole store."""
_COLUMNS = 80
"""How wide help is where there is no terminal."""
_STORE, _LANG, _AS = "--store", "--lang", "--as"

_MISUSE = (
    (r"the following arguments are required: (.+)", "required"),
    (r"unrecognized arguments: (.+)", "unrecognized"),
    (r"argument .+?: invalid choice: (.+?) \(", "choice"),
    (r"argument (.+?): expected .+", "expected"),
    (r"argument .+?: invalid .+? value: (.+)", "value"),
)


def parse(words: Sequence[str], t: Translator) -> argparse.Namespace:
    """What the words ask for; its `run` carries it out.

    Raises:
        InputError: when the words make no sense.
    """
    place = _command_place(words)
    if place is None:
        return _screens(t).parse_args(words)
    name = _spelled_out(words[place])
    module, fill = _COMMANDS[name]
    command = Parser(t, f"cstui {name}", t(f"shell.{name}"))
    fill(command)
    command.set_defaults(run=_runner(module))
    return command.parse_mixed([*words[:place], *words[place + 1 :]])


class Parser(argparse.ArgumentParser):
    """argparse's parser, speaking the reader's language, with the options that all commands share.

    Args:
        t: puts phrases into the reader's language.
        prog: the command as it is called.
        about: what it does.
        usage: the usage line, where argparse's own would be too long.
    """

    def __init__(self, t: Translator, prog: str, about: str, usage: str | None = None) -> None:
        super().__init__(
            prog=prog,
            description=about,
            usage=usage,
            formatter_class=_formatter,
            add_help=False,
            allow_abbrev=False,
        )
        self._t = t
        self._positionals.title = t("shell.words")
        self._optionals.title = t("shell.options")
        self.takes("-h", "--help", about="help", action="help")
        self.takes(_STORE, about="store", metavar="URL")
        self.takes(_LANG, about="lang", choices=LANGUAGES)
        self.takes(_AS, about="as", metavar="LOGIN", dest="acting")

    def parse_mixed(self, words: Sequence[str]) -> argparse.Namespace:
        """What the words ask for; options may stand before, between and behind the others."""
        # argparse would take the usage line from `format_usage`, and cut off an English beginning
        self.usage = super().format_usage().removeprefix("usage: ").strip()
        return self.parse_intermixed_args(words)

    def format_usage(self) -> str:
        """The usage line, with its first word in the reader's language."""
        return super().format_usage().replace("usage:", self._t("shell.usage"), 1)

    def format_help(self) -> str:
        """The help text, likewise."""
        return super().format_help().replace("usage:", self._t("shell.usage"), 1)

    def error(self, message: str) -> NoReturn:
        """Tell a misuse as every other failure is told."""
        for pattern, key in _MISUSE:
            if found := re.match(pattern, message):
                raise InputError(f"misuse_{key}", what=found[1], prog=self.prog)
        raise InputError("misuse", what=message, prog=self.prog)

    def takes(self, *names: str, about: str, **how: Any) -> None:  # noqa: ANN401
        """Add an argument, described by a phrase."""
        self.add_argument(*names, help=self._t(f"shell.{about}"), **how)


def _formatter(prog: str) -> argparse.HelpFormatter:
    """Help as wide as the terminal; argparse would import shutil to learn how wide that is."""
    try:
        columns = os.get_terminal_size().columns
    except OSError:
        columns = _COLUMNS
    return argparse.HelpFormatter(prog, width=columns - 2)


def _screens(t: Translator) -> Parser:
    """The parser of `cstui` without a command; its help lists the commands."""
    parser = Parser(t, "cstui", t("shell.about"), usage=t("shell.usage_line"))
    parser.takes("--version", about="version", action="store_true")
    commands = parser.add_argument_group(t("shell.commands"))
    for name in _COMMANDS:
        commands.add_argument(name, help=t(f"shell.{name}"), nargs="?")
    parser.set_defaults(run=_runner("screens"))
    return parser


def _runner(module: str) -> Callable[[argparse.Namespace, Translator], int]:
    """Runs a command, reading its module only then."""

    def run(options: argparse.Namespace, t: Translator) -> int:
        code: int = import_module(f"cstui.cli.commands.{module}").run(options, t)
        return code

    return run


def _command_place(words: Sequence[str]) -> int | None:
    """Where among the words the command stands, if there is one."""
    place = 0
    while place < len(words):
        if words[place] in (_STORE, _LANG, _AS):
            place += 2
        elif words[place].startswith("-"):
            place += 1
        else:
            return place
    return None


def _spelled_out(word: str) -> str:
    """A command's name in full, as `report` for `r`.

    Raises:
        InputError: when no command begins so, or several do.
    """
    if word in _COMMANDS:
        return word
    meant = [name for name in _COMMANDS if name.startswith(word) and name not in _IN_FULL]
    if len(meant) > 1:
        raise InputError("misuse_unclear", what=word, meant=", ".join(meant))
    if not meant:
        raise InputError("misuse_command", what=word, prog="cstui")
    return meant[0]


def _demo(command: Parser) -> None:
    command.takes("--tickets", about="demo_tickets", type=int, default=2000, metavar="N")
    command.takes("--seed", about="demo_seed", type=int, default=1, metavar="S")


def _init(command: Parser) -> None:
    command.takes("path", about="init_path", metavar="PATH")
    command.takes("--zone", about="init_zone", metavar="ZONE")
    command.takes("--shared", about="init_shared", action="store_true")


def _import(command: Parser) -> None:
    command.takes("files", about="import_files", nargs="+", metavar="FILE")
    command.takes("--form", about="import_form", choices=SHEET_FORMS)
    command.takes("--map", about="import_map", metavar="MAP.toml")
    command.takes("--dry-run", about="import_dry_run", action="store_true")
    command.takes("--rejects", about="import_rejects", metavar="OUT.csv")


def _export(command: Parser) -> None:
    command.takes("out", about="export_out", metavar="OUT")
    command.takes("period", about="period", nargs="?", default="all", metavar="PERIOD")
    command.takes("--form", about="export_form", choices=SHEET_FORMS)
    command.takes("--full", about="export_full", action="store_true")
    command.takes("--tinydb", about="export_tinydb", action="store_true")


def _form(command: Parser) -> None:
    command.takes("form", about="form_name", choices=SHEET_FORMS, metavar="FORM")
    command.takes("-o", "--out", about="form_out", required=True, metavar="OUT.xlsx")


def _report(command: Parser) -> None:
    command.takes("period", about="period", nargs="?", default="all", metavar="PERIOD")
    command.takes(
        "--by", about="report_by", action="append", default=[], choices=DIMENSIONS, metavar="DIM"
    )
    command.takes("--where", about="report_where", action="append", default=[], metavar="DIM=VALUE")
    command.takes("--threshold", about="report_threshold", metavar="MINUTES", type=float)
    command.takes("--estimates", about="report_estimates", action="store_true")
    command.takes("--format", about="report_format", choices=("text", "json"), default="text")
    command.takes("-o", "--out", about="report_out", metavar="OUT")


def _brief(command: Parser) -> None:
    command.takes("--team", about="brief_team", metavar="TEAM", default="")
    command.takes("--mine", about="brief_mine", action="store_true")
    command.takes("--lines", about="brief_lines", type=int, default=5, metavar="N")
    command.takes("--format", about="report_format", choices=("text", "json"), default="text")


def _explain(command: Parser) -> None:
    command.takes("number", about="explain_number", metavar="NUMBER")


def _nothing(command: Parser) -> None:
    """Takes nothing of its own."""


def _backup(command: Parser) -> None:
    command.takes("out", about="backup_out", metavar="OUT")


def _restore(command: Parser) -> None:
    command.takes("backup", about="restore_in", metavar="IN")


def _calendar(command: Parser) -> None:
    command.takes("period", about="calendar_period", nargs="?", default="month", metavar="PERIOD")


def _call_start(command: Parser) -> None:
    command.takes("--phone", about="call_start_phone", default="", metavar="NUMBER")
    command.takes("--rang", about="call_start_rang", metavar="TIME")
    command.takes("--agent", about="call_start_agent", metavar="LOGIN")


def _settings(command: Parser) -> None:
    command.takes("changes", about="settings_changes", nargs="*", metavar="KEY=VALUE")
    command.takes("--from", about="settings_from", metavar="DATE", dest="effective")
    command.takes("--dry-run", about="settings_dry_run", action="store_true")


def _articles(command: Parser) -> None:
    command.takes(
        "action",
        about="articles_action",
        nargs="?",
        default="list",
        choices=("list", "import", "export", "missed"),
        metavar="ACTION",
    )
    command.takes("paths", about="articles_paths", nargs="*", metavar="PATH")
    command.takes("--dry-run", about="import_dry_run", action="store_true")


_COMMANDS: dict[str, tuple[str, Callable[[Parser], None]]] = {
    "demo": ("demo", _demo),
    "init": ("init", _init),
    "import": ("importing", _import),
    "export": ("exporting", _export),
    "form": ("form", _form),
    "report": ("report", _report),
    "brief": ("brief", _brief),
    "explain": ("explain", _explain),
    "doctor": ("doctor", _nothing),
    "verify": ("verify", _nothing),
    "backup": ("backup", _backup),
    "restore": ("restore", _restore),
    "calendar": ("calendar", _calendar),
    "settings": ("settings", _settings),
    "articles": ("articles", _articles),
    "call-start": ("call_start", _call_start),
}
"""By name: the module that runs it, and what it takes."""
