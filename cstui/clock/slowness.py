"""Complaints about slowness, known by their type or words, which are answered sooner."""

from typing import Final

from cstui.domain.ticket import Header

_COMPLAINT: Final = ("投诉", "complain")
_OF_TYPES: Final = ("响应", "时效", "速度", "太慢", "slow", "speed", "response time")
_IN_WORDS: Final = (
    "响应慢", "回复慢", "处理慢", "太慢", "很慢", "没人理", "没人回", "没人接", "无人回", "无人接",
    "不回复", "没回复", "未回复", "迟迟", "一直没", "等了很久", "等太久", "多次催", "催了",
    "too slow", "so slow", "slow response", "slow to", "takes too long", "took too long",
    "no reply", "no answer", "nobody answer", "nobody call", "never called back", "kept waiting",
)  # fmt: skip


def complains_of_slowness(header: Header) -> bool:
    """Whether a ticket is a complaint, and its type or what the customer told is of slowness."""
    kind = " ".join(header.category).casefold()
    if not any(word in kind for word in _COMPLAINT):
        return False
    told = " ".join((header.subject, header.problem.summary, header.request))
    return any(word in kind for word in _OF_TYPES) or speaks_of_slowness(told)


def speaks_of_slowness(text: str) -> bool:
    """Whether somebody says that we are slow."""
    plain = text.casefold()
    return any(word in plain for word in _IN_WORDS)
