"""The command `cstui`: reads the words after it, runs one command, tells failures in a sentence."""

import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper

from cstui.cli.options import Options, no_words
from cstui.domain.errors import CstuiError
from cstui.i18n import Translator, language_of

GOOD, FAILED = 0, 2
INTERRUPTED = 130


def main(words: Sequence[str] | None = None) -> int:
    """Run the command line; returns the exit code: 0 good, 1 findings, 2 misuse or failure."""
    told = list(sys.argv[1:] if words is None else words)
    translator = Translator(language_of(_language_asked(told), os.environ))
    _speak_utf8()
    try:
        options = _asked(told, translator)
        code = int(options.run(options, translator))
        sys.stdout.flush()
        return code
    except CstuiError as error:
        return _fail(error, translator)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # the reader of our output has gone: nothing more to say, and nobody to say it to
        _drop_output()
        return GOOD
    except OSError as error:
        _drop_output()
        return _fail(_refused(error), translator)
    except Exception as error:
        return _fail(_kept(error), translator)


def _asked(words: Sequence[str], t: Translator) -> Options:
    if not words:
        return no_words()
    from cstui.cli.command_line import parse

    return parse(words, t)


def _fail(error: CstuiError, translator: Translator) -> int:
    print(f"cstui: {translator.text(error)}", file=sys.stderr)
    return FAILED


def _speak_utf8() -> None:
    """Half of what is printed is Chinese, which other encodings could not carry."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper) and stream.encoding.lower() != "utf-8":
            stream.reconfigure(encoding="utf-8")


def _drop_output() -> None:
    """What is still waiting to be printed has nowhere to go."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _refused(error: OSError) -> CstuiError:
    what = error.filename or getattr(sys.stdout, "name", "")
    return CstuiError("system", what=what, why=error.strerror or error)


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
