"""Finding by what was typed."""

import pytest

from cstui.i18n.matching import Fit, fit, fitting, folded


@pytest.mark.parametrize(
    ("typed", "text", "how"),
    [
        ("we", "WeChat", Fit.PREFIX),
        ("售后", "售后支持/维修", Fit.PREFIX),
        ("chat", "web chat", Fit.WORD),
        ("维", "售后支持/维修", Fit.WORD),
        ("slow net", "The network is slow", Fit.WORDS),
        ("冷 空调", "空调不制冷", Fit.WORDS),
        ("kt bzl", "我家空调不制冷", Fit.WORDS),
        ("kt", "空调", Fit.INITIALS),
        ("wx", "售后支持/维修", Fit.INITIALS),
        ("tsjy", "投诉建议", Fit.INITIALS),
        ("zq", "重庆", Fit.INITIALS),
        ("cq", "重庆", Fit.INITIALS),
        ("kta2", "空调 A2", Fit.INITIALS),
        ("hat", "web chat", Fit.WITHIN),
        ("制冷", "空调不制冷", Fit.WITHIN),
        ("xm", "李小明", Fit.WITHIN),
        ("fax", "web chat", None),
        ("slow ring", "a string is slow", None),
        ("", "anything", None),
        ("  ", "anything", None),
    ],
)
def test_a_beginning_counts_most_then_words_then_initials(
    typed: str, text: str, how: Fit | None
) -> None:
    """Each text fits in the best way that it can, or not at all."""
    assert fit(typed, text) == how


@pytest.mark.parametrize("typed", ["ＷＥ", " We ", "ｗｅ"])
def test_width_case_and_space_around_do_not_count(typed: str) -> None:
    """Full-width letters typed by an input method find what was saved in plain ones."""
    assert folded(typed) == "we"
    assert fit(typed, "ＷeChat") is Fit.PREFIX


def test_the_best_of_several_texts_counts() -> None:
    """A thing may be found by its label or by its value."""
    assert fit("ph", "电话", "phone") is Fit.PREFIX
    assert fit("dh", "phone", "电话") is Fit.INITIALS
    assert fit("dh") is None


def test_the_best_stand_first_and_equals_in_their_order() -> None:
    """What fits nothing is left out."""
    words = ["web chat", "chat", "phone", "WeChat", "chatter"]
    assert fitting("chat", words, lambda word: (word,)) == [
        (Fit.PREFIX, "chat"),
        (Fit.PREFIX, "chatter"),
        (Fit.WORD, "web chat"),
        (Fit.WITHIN, "WeChat"),
    ]
