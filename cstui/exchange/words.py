"""Words that sheets use, in both languages, and what they mean."""

import unicodedata
from enum import StrEnum

from cstui.domain.acts import Scale


class Standing(StrEnum):
    """What a status column can say."""

    OPEN = "open"
    WAITING = "waiting"
    DONE = "done"
    """Solved or closed."""
    ABANDONED = "abandoned"


def plain(text: str) -> str:
    """A word without differences that mean nothing: width, case, spaces."""
    return " ".join(unicodedata.normalize("NFKC", text).split()).casefold()


_STANDINGS = {
    Standing.OPEN: (
        "open", "opened", "new", "in progress", "in-progress", "in_progress", "active", "working",
        "assigned", "accepted", "reopened", "re-opened", "escalated",
        "新建", "待处理", "未处理", "处理中", "受理中", "已受理", "已分派", "跟进中", "进行中",
        "未解决", "未完成", "未关闭", "重新打开", "已升级",
    ),
    Standing.WAITING: (
        "waiting", "pending", "on hold", "hold", "on-hold", "pending customer response",
        "waiting for customer", "waiting on customer", "awaiting customer",
        "等待", "等待中", "挂起", "已挂起", "待客户回复", "等待客户", "等待客户回复", "待反馈",
    ),
    Standing.DONE: (
        "done", "closed", "resolved", "solved", "completed", "complete", "finished", "cancelled",
        "canceled",
        "已关闭", "关闭", "已解决", "解决", "已完成", "完成", "已结案", "结案", "已办结", "办结",
        "已处理", "已取消",
    ),
    Standing.ABANDONED: (
        "abandoned", "missed", "unanswered", "hung up", "放弃", "已放弃", "未接", "未接听", "挂断",
    ),
}  # fmt: skip
STANDINGS = {word: standing for standing, words in _STANDINGS.items() for word in words}
"""What a word in a status column means."""

YES = frozenset(("y", "yes", "true", "1", "x", "√", "✓", "✔", "是", "有", "已接", "已接听"))
NO = frozenset(("n", "no", "false", "0", "×", "否", "无", "未接", "未接听"))

SCALES = {
    "five": Scale.FIVE,
    "hotline": Scale.HOTLINE,
    "after_sales": Scale.AFTER_SALES,
}
LEVELS: dict[Scale, dict[str, int]] = {
    Scale.FIVE: {},
    Scale.HOTLINE: {
        "满意": 3, "一般": 2, "不满意": 1, "content": 3, "so-so": 2, "not content": 1,
    },
    Scale.AFTER_SALES: {
        "满意": 3, "基本满意": 2, "不满意": 1,
        "content": 3, "mostly content": 2, "not content": 1,
    },
}  # fmt: skip
"""The labels of the scales with three levels, in both languages."""

UNANSWERED = frozenset(
    ("unanswered", "not answered", "no answer", "no response", "no reply", "not rated", "unrated",
     "未评价", "未评分", "未评", "未打分", "未答复", "未回复", "未回应", "拒绝评价")
)  # fmt: skip
"""What stands in place of a score where the customer was asked and gave none."""

TOTALS = frozenset(
    ("合计", "总计", "小计", "共计", "平均", "平均值", "均值", "汇总",
     "total", "totals", "sum", "subtotal", "average", "mean")
)  # fmt: skip
"""First words of rows that sum up others."""
