"""The articles with which a store begins."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from cstui.domain.articles import Article, Section


def starter_articles(told: Mapping[str, Any], by: str, at: datetime) -> list[Article]:
    """The articles that a resource holds.

    Args:
        told: the resource.
        by: login of whoever creates the store.
        at: when they do.
    """
    return [
        Article(
            one["title"],
            Section(one["section"]),
            one["body"].strip(),
            tuple(one["words"]),
            one.get("title_en", ""),
            by,
            at,
        )
        for one in told["articles"]
    ]
