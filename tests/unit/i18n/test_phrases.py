"""Both languages say the same, everywhere."""

import re
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from string import Formatter

import pytest

import cstui
import screens
from cstui.i18n import Translator, phrases

AREAS = [
    module.name
    for module in iter_modules(phrases.__path__)
    if hasattr(import_module(f"cstui.i18n.phrases.{module.name}"), "PHRASES")
]
SOURCES = [
    path
    for package in (cstui, screens)
    for folder in package.__path__
    for path in Path(folder).rglob("*.py")
    if "phrases" not in path.parts
]


def placeholders(text: str) -> set[str]:
    """The names in braces of a phrase."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("area", AREAS)
def test_every_phrase_stands_in_both_languages(area: str) -> None:
    """No phrase is empty in a language, and both use the same placeholders."""
    for key, (english, chinese) in import_module(f"cstui.i18n.phrases.{area}").PHRASES.items():
        assert english.strip(), key
        assert chinese.strip(), key
        assert placeholders(english) == placeholders(chinese), key


@pytest.mark.parametrize("area", AREAS)
def test_a_key_begins_with_the_name_of_its_module(area: str) -> None:
    """So the translator reads only the modules that are spoken from."""
    for key in import_module(f"cstui.i18n.phrases.{area}").PHRASES:
        assert key.startswith(f"{area}."), key


def test_every_key_that_the_code_speaks_is_known() -> None:
    """A key written out in the code stands in the phrases."""
    translator = Translator("en")
    spoken = re.compile(r"""\b(?:t|translate|translator|_t)\(\s*"([a-z_]+\.[\w.]+)\"""")
    for path in SOURCES:
        for key in spoken.findall(path.read_text(encoding="utf-8")):
            assert translator.known(key), f"{path.name}: {key}"


def test_every_failure_that_the_code_raises_has_its_sentences() -> None:
    """An error raised under a key has a title and a text."""
    translator = Translator("en")
    raised = re.compile(
        r"""(?:Error|NotFound|NotAllowed|Store[A-Z]\w+)\(\s*"([a-z_]+)\"""", re.MULTILINE
    )
    import data

    code = [*SOURCES, *(path for folder in data.__path__ for path in Path(folder).rglob("*.py"))]
    for path in code:
        for key in raised.findall(path.read_text(encoding="utf-8")):
            for part in ("title", "text"):
                assert translator.known(f"error.{key}.{part}"), f"{path.name}: {key}"
