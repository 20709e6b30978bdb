"""Knowledge: articles that answer what customers ask."""

from datetime import datetime
from enum import StrEnum

from msgspec import Struct


class Section(StrEnum):
    """The three parts of the knowledge base."""

    PRODUCT = "product"
    """产品: what it is, what it costs, which one fits."""
    OPERATION = "operation"
    """操作: how to use it, what to try first."""
    AFTER_SALES = "after_sales"
    """售后: repair, return, refund, guarantee."""


class Article(Struct, frozen=True):
    """One answer, as an agent may read it out or quote it."""

    title: str
    section: Section
    body: str
    """The answer; its first paragraph is what a quote puts into a solution."""
    words: tuple[str, ...] = ()
    """Further words under which it is found, in any language."""
    title_en: str = ""
    """Its English name, where the title is Chinese."""
    by: str = ""
    """Login of who wrote or last revised it."""
    at: datetime | None = None
    """When that was."""
    retired: bool = False
    """No longer offered; kept, because tickets quote it."""
    quotes: int = 0
    """How many tickets quote it."""
    id: int = 0
    """Row in the store; 0 until saved."""
    revision: int = 0

    @property
    def answer(self) -> str:
        """What a quote puts into a solution: the first paragraph."""
        return self.body.strip().split("\n\n", 1)[0].strip()


class MissedSearch(Struct, frozen=True):
    """Something that was looked for and not found: the next article to write."""

    text: str
    count: int
    """How often."""
    last: datetime
    """The last time."""
