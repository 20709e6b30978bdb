"""argparse, speaking the reader's language."""

import argparse
import os
import re
from collections.abc import Sequence
from typing import Any, NoReturn

from cstui.cli.options import Options
from cstui.domain.errors import InputError
from cstui.i18n import LANGUAGES, Translator

STORE, LANG, ACTING = "--store", "--lang", "--as"
"""Options of every command; each takes a value."""
_COLUMNS = 80
"""How wide help is where there is no terminal."""
_MISUSE = (
    (r"the following arguments are required: (.+)", "required"),
    (r"unrecognized arguments: (.+)", "unrecognized"),
    (r"argument .+?: invalid choice: (.+?) \(", "choice"),
    (r"argument (.+?): expected .+", "expected"),
    (r"argument .+?: invalid .+? value: (.+)", "value"),
)


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
        self.takes(STORE, about="store", metavar="URL")
        self.takes(LANG, about="lang", choices=LANGUAGES)
        self.takes(ACTING, about="as", metavar="LOGIN", dest="acting")

    def parse_mixed(self, words: Sequence[str]) -> Options:
        """What the words ask for; options may stand before, between and behind the others."""
        # argparse would take the usage line from `format_usage`, and cut off an English beginning
        self.usage = super().format_usage().removeprefix("usage: ").strip()
        return self.parse_intermixed_args(words, Options())

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
