"""Choosing a language, and failures told in it."""

import pytest

from cstui.domain.errors import NotFound
from cstui.i18n import Translator, language_of


@pytest.mark.parametrize(
    ("wanted", "environ", "language"),
    [
        ("zh", {"LANG": "en_US.UTF-8"}, "zh"),
        (None, {"LANG": "zh_CN.UTF-8"}, "zh"),
        (None, {"LANG": "zh_CN.UTF-8", "LC_ALL": "en_GB.UTF-8"}, "en"),
        (None, {}, "en"),
        (None, {"LANG": "C.UTF-8"}, "en"),
    ],
)
def test_the_language_asked_for_comes_before_the_locale(
    wanted: str | None, environ: dict[str, str], language: str
) -> None:
    """What was asked for, else LC_ALL before LANG, else English."""
    assert language_of(wanted, environ) == language


def test_a_failure_is_told_in_the_readers_language() -> None:
    """The same failure reads in English and in Chinese, with its values filled in."""
    error = NotFound("no_ticket", number="20231001005")
    assert "20231001005" in Translator("en").text(error)
    assert Translator("zh").text(error) == "库中没有工单 20231001005，请核对编号。"


def test_an_unknown_key_is_a_fault_of_the_program() -> None:
    """A phrase that does not exist is never shown as its key."""
    with pytest.raises(KeyError):
        Translator("en")("error.nothing.of.the.kind")
