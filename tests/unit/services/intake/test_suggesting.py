"""Guesses from words."""

import random

import pytest

from cstui.services.intake.suggesting import TypeModel, suggested_priority
from data import resources

PRIORITIES = ("高", "中", "低")
URGENCY = {"高": ("漏电", "起火", "fire"), "中": ("不能用",), "gone": ("维修",)}


@pytest.mark.parametrize(
    ("text", "priority"),
    [
        ("热水器漏电了，不能用", "高"),
        ("遥控器不能用", "中"),
        ("There is a FIRE", "高"),
        ("There is a ｆｉｒｅ", "高"),
        ("a bonfire", ""),
        ("想问价格", ""),
        ("维修", ""),
        ("", ""),
    ],
)
def test_the_most_urgent_word_counts(text: str, priority: str) -> None:
    """Words of letters have to begin a word; those of a priority that is gone count for nothing."""
    assert suggested_priority(text, URGENCY, PRIORITIES) == priority


@pytest.mark.parametrize(("text", "priority"), [("漏电", "高"), ("不能用", "高"), ("想问", "高")])
def test_an_upset_caller_is_one_level_more_urgent(text: str, priority: str) -> None:
    """Than the words tell, or than the usual; nothing is above the most urgent."""
    assert suggested_priority(text, URGENCY, PRIORITIES, upset=True) == priority


def test_the_usual_priority_is_the_middle_one() -> None:
    """However many there are; where there are none, none is suggested."""
    assert suggested_priority("", {}, ("P1", "P2", "P3", "P4"), upset=True) == "P2"
    assert suggested_priority("", {}, ("only",), upset=True) == "only"
    assert suggested_priority("fire", URGENCY, (), upset=True) == ""


def earlier(language: str, count: int = 300) -> list[tuple[str, str]]:
    """Earlier tickets, made up of the built-in problems."""
    problems = resources.read("demo")[language]["problems"]
    pairs = [(one["problem"], f"{one['type']}/{one['subtype']}") for one in problems]
    return random.Random(1).choices(pairs, k=count)


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("zh", "空调开机吹热风", "售后支持/维修"),
        ("zh", "我的退款申请还没有进度", "投诉建议/流程"),
        ("zh", "包裹一直没有收到", "售后支持/物流"),
        ("zh", "想问一下优惠券怎么用", "售前咨询/促销"),
        ("en", "My air conditioner is blowing warm air", "after-sales/repair"),
        ("en", "WASHING MACHINE moves", "after-sales/repair"),
        ("en", "No news about my refund", "complaint/process"),
    ],
)
def test_the_words_of_earlier_tickets_tell_the_type(language: str, text: str, kind: str) -> None:
    """Other words for the same problem share enough with them."""
    assert TypeModel(earlier(language)).suggest(text) == kind


@pytest.mark.parametrize("text", ["", "今天天气不错", "空调", "hello there", "！？"])
def test_words_that_prove_nothing_suggest_nothing(text: str) -> None:
    """An unknown text, or a single known word."""
    assert TypeModel(earlier("zh")).suggest(text) == ""


def test_nothing_learned_suggests_nothing() -> None:
    """On the first day, too."""
    assert TypeModel([]).suggest("空调不制冷") == ""


def test_words_without_a_meaning_suggest_nothing() -> None:
    """Types that have nothing to do with the texts are never clear, however long these are."""
    chance = random.Random(2)
    words = [f"{a}{b}" for a in "bcdfghjklm" for b in "aeiou"]
    learned = [(" ".join(chance.choices(words, k=30)), chance.choice("ABCDE")) for _ in range(500)]
    model = TypeModel(learned)
    asked = [" ".join(chance.choices(words, k=30)) for _ in range(200)]
    assert sum(bool(model.suggest(text)) for text in asked) <= 2


def test_where_the_subtype_is_unclear_the_type_alone_is_suggested() -> None:
    """Half of the answer is better than a guess at all of it."""
    learned = [("screen is broken", "repair/phone"), ("screen is broken", "repair/tablet")] * 50
    model = TypeModel([*learned, *[("where is my parcel", "shipping")] * 100])
    assert model.suggest("broken screen") == "repair"
