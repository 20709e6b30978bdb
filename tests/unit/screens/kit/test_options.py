"""Finding options by what was typed."""

from cstui.i18n import Translator
from screens.kit.language import Phrase
from screens.kit.options import Option, matching, options_of

OPTIONS = options_of(
    [("phone", "电话 Phone"), ("wechat", "微信 WeChat"), ("mail", "邮件 Mail"), "web chat"]
)


def found(typed: str) -> list[str]:
    """Values of the options that fit."""
    return [option.value for option in matching(OPTIONS, typed, Translator("en"))]


def test_nothing_typed_offers_all() -> None:
    """The list opens whole."""
    assert found("  ") == ["phone", "wechat", "mail", "web chat"]


def test_the_start_of_a_label_or_value_comes_before_the_start_of_a_word() -> None:
    """What is meant most probably stands first."""
    assert found("we") == ["wechat", "web chat"]
    assert found("chat") == ["web chat", "wechat"]


def test_chinese_is_found_by_its_beginning_and_within() -> None:
    """Words are not divided by spaces there."""
    assert found("电") == ["phone"]
    assert found("件") == ["mail"]


def test_width_and_case_do_not_count() -> None:
    """An input method may give full-width letters."""
    assert found("ＰＨ") == ["phone"]


def test_what_fits_nothing_offers_nothing() -> None:
    """No guess is made."""
    assert found("fax") == []


def test_labels_may_be_phrases() -> None:
    """A phrase is searched in the language that is shown."""
    options = [Option("x", Phrase("kit.quit"))]
    assert matching(options, "退", Translator("zh")) == options
    assert matching(options, "退", Translator("en")) == []
