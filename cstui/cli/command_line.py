"""The words of a command line: which command they name, and what they ask of it."""

from collections.abc import Sequence

from cstui.cli.arguments import COMMANDS
from cstui.cli.options import Options, runner
from cstui.cli.parser import ACTING, LANG, STORE, Parser
from cstui.domain.errors import InputError
from cstui.i18n import Translator

_IN_FULL = ("restore",)
"""Commands that are never shortened: this one replaces the whole store."""


def parse(words: Sequence[str], t: Translator) -> Options:
    """What the words ask for; its `run` carries it out.

    Raises:
        InputError: when the words make no sense.
    """
    place = _command_place(words)
    if place is None:
        return _screens(t).parse_args(words, Options())
    name = _spelled_out(words[place])
    module, fill = COMMANDS[name]
    command = Parser(t, f"cstui {name}", t(f"shell.{name}"))
    fill(command)
    command.set_defaults(run=runner(module))
    return command.parse_mixed([*words[:place], *words[place + 1 :]])


def _screens(t: Translator) -> Parser:
    """The parser of `cstui` without a command; its help lists the commands."""
    parser = Parser(t, "cstui", t("shell.about"), usage=t("shell.usage_line"))
    parser.takes("--version", about="version", action="store_true")
    commands = parser.add_argument_group(t("shell.commands"))
    for name in COMMANDS:
        commands.add_argument(name, help=t(f"shell.{name}"), nargs="?")
    parser.set_defaults(run=runner("screens"))
    return parser


def _command_place(words: Sequence[str]) -> int | None:
    """Where among the words the command stands, if there is one."""
    place = 0
    while place < len(words):
        if words[place] in (STORE, LANG, ACTING):
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
    if word in COMMANDS:
        return word
    meant = [name for name in COMMANDS if name.startswith(word) and name not in _IN_FULL]
    if len(meant) > 1:
        raise InputError("misuse_unclear", what=word, meant=", ".join(meant))
    if not meant:
        raise InputError("misuse_command", what=word, prog="cstui")
    return meant[0]
