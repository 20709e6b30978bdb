"""Finding articles at every key."""

import pytest

from cstui.domain.articles import Article, Section
from cstui.services.knowledge.shelf import Shelf

COOL = Article(
    "空调不制冷",
    Section.OPERATION,
    "请先看遥控器。\n\n再看过滤网。",
    ("不凉", "吹热风"),
    "Air conditioner does not cool",
    quotes=1,
)
HEATER = Article("热水器有焦糊味", Section.OPERATION, "请马上断电。", ("烧焦",), quotes=7)
RETURN = Article("退货怎么办理", Section.AFTER_SALES, "请保留包装。空调也一样。", ("换货", "退款"))
REFUND = Article("退款多久到账", Section.AFTER_SALES, "以支付方式为准。", quotes=3)
OLD = Article("空调旧规定", Section.PRODUCT, "不再使用。", retired=True)
SHELF = Shelf([COOL, HEATER, RETURN, REFUND, OLD])


def titles(found: list[Article]) -> list[str]:
    """What was found."""
    return [article.title for article in found]


@pytest.mark.parametrize(
    "typed",
    [
        "空调",
        "制冷",
        "ktb",
        "bzl",
        "air",
        "COOL",
        "ｃｏｏｌ",
        "不凉",
        "吹热",
        "crf",
        "过滤网",
        "cool air",
        "空调 热风",
    ],
)
def test_an_article_is_found_in_many_ways(typed: str) -> None:
    """By words of either title, by further words, by its text, by Pinyin initials, in any case."""
    assert "空调不制冷" in titles(SHELF.search(typed))


def test_titles_come_before_words_and_words_before_texts() -> None:
    """However often the others are quoted."""
    assert titles(SHELF.search("退款")) == ["退款多久到账", "退货怎么办理"]
    assert titles(SHELF.search("空调")) == ["空调不制冷", "退货怎么办理"]


def test_a_title_that_begins_so_comes_first() -> None:
    """Then those with a word that does, then those that have it within."""
    begins = Article("Cool box", Section.PRODUCT, "x")
    word = Article("How to cool", Section.PRODUCT, "x", quotes=9)
    within = Article("Uncool", Section.PRODUCT, "x", quotes=99)
    shelf = Shelf([within, word, begins])
    assert shelf.search("cool") == [begins, word, within]


def test_among_equals_the_more_quoted_comes_first() -> None:
    """And where nothing is typed, that is the whole order."""
    assert titles(SHELF.search("")) == [
        "热水器有焦糊味",
        "退款多久到账",
        "空调不制冷",
        "退货怎么办理",
    ]


def test_retired_articles_are_not_found() -> None:
    """Though their titles are known."""
    assert "空调旧规定" not in titles(SHELF.search("旧规定"))
    assert SHELF.titled("空调旧规定") is OLD
    assert len(SHELF) == 4


def test_every_typed_word_has_to_be_there() -> None:
    """In any order; a word that is nowhere finds nothing."""
    assert titles(SHELF.search("办理 退货")) == ["退货怎么办理"]
    assert SHELF.search("退货 冰箱") == []


def test_a_section_can_be_searched_alone() -> None:
    """Of the others nothing is found; a section's name finds all of it."""
    assert titles(SHELF.search("空调", Section.AFTER_SALES)) == ["退货怎么办理"]
    assert set(titles(SHELF.search("售后"))) == {"退货怎么办理", "退款多久到账"}


@pytest.mark.parametrize("typed", ["[", "^]", "--", "\\", "(空", "a" * 5000, "!" * 300])
def test_anything_may_be_typed(typed: str) -> None:
    """Signs have no meaning of their own, and nothing is too long."""
    assert SHELF.search(typed) == []


def test_a_problem_told_in_a_sentence_finds_what_it_is_about() -> None:
    """Though no article has the sentence."""
    told = "售后支持/维修 空调开机半小时，制冷不行，一直吹热风"
    assert titles(SHELF.fitting(told))[0] == "空调不制冷"
    assert titles(SHELF.fitting("插头那里有烧焦的味道"))[0] == "热水器有焦糊味"
    assert titles(SHELF.fitting("The air conditioner is not cool at all"))[0] == "空调不制冷"


def test_what_fits_nothing_finds_nothing() -> None:
    """A single common pair of hanzi is not enough."""
    assert SHELF.fitting("怎么注册") == []
    assert SHELF.fitting("") == []


def test_titles_are_the_same_whatever_their_case_and_width() -> None:
    """So no article is written twice."""
    shelf = Shelf([Article("Cool  Box", Section.PRODUCT, "x")])
    assert shelf.titled("ｃｏｏｌ box")
    assert not shelf.titled("cool")
