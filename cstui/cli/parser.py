"""The words of the command line: which commands there are, and what each takes."""

import argparse
import re
from collections.abc import Callable, Iterable, Sequence
from importlib import import_module
from typing import NoReturn

from cstui.domain.errors import InputError
from cstui.i18n import LANGUAGES, Translator

DIMENSIONS = (
    "channel", "type", "priority", "agent", "team", "customer_kind", "form",
    "hour", "weekday", "day", "week", "month",
)  # fmt: skip
EXPORT_FORMS = ("hotline", "response", "after_sales", "satisfaction")

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
    parser = _build(t)
    return parser.parse_args(_spelled_out(words, parser.commands))


class Parser(argparse.ArgumentParser):
    """argparse's parser, speaking the reader's language."""

    def __init__(self, t: Translator, prog: str, about: str) -> None:
        super().__init__(prog=prog, description=about, add_help=False, allow_abbrev=False)
        self._t = t
        self.commands: dict[str, Parser] = {}
        """Parsers of the commands, by name."""
        self._positionals.title = t("shell.words")
        self._optionals.title = t("shell.options")
        self.add_argument("-h", "--help", action="help", help=t("shell.help"))

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

    def takes(self, *names: str, about: str, **how: object) -> None:
        """Add an argument, described by a phrase."""
        self.add_argument(*names, help=self._t(f"shell.{about}"), **how)  # type: ignore[arg-type]  # argparse types each keyword by itself


def _build(t: Translator) -> Parser:
    parser = Parser(t, "cstui", t("shell.about"))
    parser.takes("--version", about="version", action="store_true")
    _shared(parser)
    parser.set_defaults(run=_runner("screens"))
    commands = parser.add_subparsers(
        title=t("shell.commands"), metavar=t("shell.command"), parser_class=_plain
    )
    for name, (module, fill) in _COMMANDS.items():
        about = t(f"shell.{name}")
        command = Parser(t, f"cstui {name}", about)
        _shared(command, default=argparse.SUPPRESS)
        fill(command)
        command.set_defaults(run=_runner(module))
        parser.commands[name] = command
        commands.add_parser(name, help=about, made=command)
    return parser


def _plain(made: Parser, **_: object) -> Parser:
    """Argparse wants to make a command's parser itself; here it is made already."""
    return made


def _shared(parser: Parser, default: object = None) -> None:
    parser.takes("--store", about="store", metavar="URL", default=default)
    parser.takes("--lang", about="lang", choices=LANGUAGES, default=default)
    parser.takes("--as", about="as", metavar="LOGIN", dest="acting", default=default)


def _runner(module: str) -> Callable[[argparse.Namespace, Translator], int]:
    """Runs a command, reading its module only then."""

    def run(options: argparse.Namespace, t: Translator) -> int:
        code: int = import_module(f"cstui.cli.commands.{module}").run(options, t)
        return code

    return run


def _spelled_out(words: Sequence[str], commands: Iterable[str]) -> list[str]:
    """The words with a shortened command written in full, as `r` for `report`."""
    spelled = list(words)
    position = 0
    while position < len(spelled):
        word = spelled[position]
        if word in ("--store", "--lang", "--as"):
            position += 2
            continue
        if not word.startswith("-"):
            meant = [name for name in commands if name.startswith(word)]
            if len(meant) == 1 and word not in commands:
                spelled[position] = meant[0]
            break
        position += 1
    return spelled


def _demo(command: Parser) -> None:
    command.takes("--tickets", about="demo_tickets", type=int, default=2000, metavar="N")
    command.takes("--seed", about="demo_seed", type=int, default=1, metavar="S")


def _init(command: Parser) -> None:
    command.takes("path", about="init_path", metavar="PATH")
    command.takes("--zone", about="init_zone", metavar="ZONE")
    command.takes("--shared", about="init_shared", action="store_true")


def _import(command: Parser) -> None:
    command.takes("files", about="import_files", nargs="+", metavar="FILE")
    command.takes("--form", about="import_form", choices=("response",))
    command.takes("--map", about="import_map", metavar="MAP.toml")
    command.takes("--dry-run", about="import_dry_run", action="store_true")
    command.takes("--rejects", about="import_rejects", metavar="OUT.csv")


def _export(command: Parser) -> None:
    command.takes("out", about="export_out", metavar="OUT")
    command.takes("period", about="period", nargs="?", default="all", metavar="PERIOD")
    command.takes("--form", about="export_form", choices=EXPORT_FORMS)
    command.takes("--full", about="export_full", action="store_true")
    command.takes("--tinydb", about="export_tinydb", action="store_true")


def _report(command: Parser) -> None:
    command.takes("period", about="period", nargs="?", default="all", metavar="PERIOD")
    command.takes(
        "--by", about="report_by", action="append", default=[], choices=DIMENSIONS, metavar="DIM"
    )
    command.takes("--where", about="report_where", action="append", default=[], metavar="DIM=VALUE")
    command.takes("--threshold", about="report_threshold", metavar="MINUTES", type=float)
    command.takes("--format", about="report_format", choices=("text", "json"), default="text")
    command.takes("-o", "--out", about="report_out", metavar="OUT")


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


def _settings(command: Parser) -> None:
    command.takes("changes", about="settings_changes", nargs="*", metavar="KEY=VALUE")
    command.takes("--from", about="settings_from", metavar="DATE", dest="effective")


_COMMANDS: dict[str, tuple[str, Callable[[Parser], None]]] = {
    "demo": ("demo", _demo),
    "init": ("init", _init),
    "import": ("importing", _import),
    "export": ("exporting", _export),
    "report": ("report", _report),
    "explain": ("explain", _explain),
    "doctor": ("doctor", _nothing),
    "verify": ("verify", _nothing),
    "backup": ("backup", _backup),
    "restore": ("restore", _restore),
    "calendar": ("calendar", _calendar),
    "settings": ("settings", _settings),
}
"""By name: the module that runs it, and what it takes."""
