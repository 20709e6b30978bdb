"""The command `cstui`: reads the words after it, runs one command, tells failures in a sentence."""

import os
import sys
from collections.abc import Sequence

from cstui.cli.parser import parse
from cstui.domain.errors import CstuiError
from cstui.i18n import Translator, language_of

GOOD, FINDINGS, FAILED = 0, 1, 2
INTERRUPTED = 130


def main(words: Sequence[str] | None = None) -> int:
    """Run the command line; returns the exit code: 0 good, 1 findings, 2 misuse or failure."""
    told = list(sys.argv[1:] if words is None else words)
    translator = Translator(language_of(_language_asked(told), os.environ))
    try:
        options = parse(told, translator)
        return int(options.run(options, translator))
    except CstuiError as error:
        print(f"cstui: {translator.text(error)}", file=sys.stderr)
        return FAILED
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # the reader of our output has gone: nothing more to say, and nobody to say it to
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return GOOD
    except Exception as error:
        print(f"cstui: {translator.text(_kept(error))}", file=sys.stderr)
        return FAILED


def _language_asked(words: Sequence[str]) -> str | None:
    """The language asked for, read ahead so that even misuse is told in it."""
    for position, word in enumerate(words):
        if word == "--lang" and position + 1 < len(words):
            return words[position + 1]
        if word.startswith("--lang="):
            return word.partition("=")[2]
    return None


def _kept(error: Exception) -> CstuiError:
    """A failure that nobody foresaw: what a developer needs is written to a file."""
    import tempfile
    import traceback

    with tempfile.NamedTemporaryFile(
        "w", prefix="cstui-", suffix=".log", delete=False, encoding="utf-8"
    ) as log:
        traceback.print_exception(error, file=log)
    return CstuiError("unexpected", path=log.name)
