"""Complaints about slowness."""

import pytest

from cstui.clock.slowness import complains_of_slowness, speaks_of_slowness
from cstui.domain.ticket import Header, Problem


@pytest.mark.parametrize(
    ("category", "problem", "slow"),
    [
        (("投诉建议", "响应时效"), "", True),
        (("complaint", "response time"), "", True),
        (("投诉建议", "流程"), "报修三天了，一直没人回电话，等了很久", True),
        (("complaint", ""), "Nobody called back, far too slow", True),
        (("投诉建议", "服务态度"), "客服态度不好", False),
        (("售后支持", "维修"), "空调制冷太慢", False),
        (("", ""), "too slow", False),
    ],
)
def test_a_complaint_is_about_slowness_by_its_type_or_its_words(
    category: tuple[str, str], problem: str, slow: bool
) -> None:
    """A slow machine is no complaint about us."""
    assert (
        complains_of_slowness(Header("hotline", category=category, problem=Problem(problem)))
        is slow
    )


@pytest.mark.parametrize(
    ("text", "slow"), [("回复太慢", True), ("Too Slow!", True), ("很好", False)]
)
def test_words_tell_of_slowness(text: str, slow: bool) -> None:
    """In both languages, in small and capital letters."""
    assert speaks_of_slowness(text) is slow
