"""What a command line asks for."""

from collections.abc import Callable
from importlib import import_module
from types import SimpleNamespace

from cstui.i18n import Translator


class Options(SimpleNamespace):
    """What the words of a command line ask for, by the names of its options.

    Its `run` carries it out.
    """


def no_words() -> Options:
    """What `cstui` alone asks for; that no session has to read argparse to open its screens."""
    return Options(store=None, lang=None, acting=None, version=False, run=runner("screens"))


def runner(module: str) -> Callable[[Options, Translator], int]:
    """Runs a command, reading its module only then."""

    def run(options: Options, t: Translator) -> int:
        code: int = import_module(f"cstui.cli.commands.{module}").run(options, t)
        return code

    return run
