"""Two people who revised the same article: what of it goes together."""

from msgspec import Struct
from msgspec.structs import replace

from cstui.domain.articles import Article
from cstui.exchange.article_fields import FIELDS


class Reconciled(Struct, frozen=True):
    """Two revisions brought together."""

    article: Article
    """Theirs with what I changed; where both changed the same, it holds mine."""
    clashes: tuple[str, ...]
    """The fields that both changed, to different ends."""


def reconciled(before: Article, mine: Article, theirs: Article) -> Reconciled:
    """Bring two revisions of an article together.

    Args:
        before: the article as both found it.
        mine: what I made of it.
        theirs: as somebody else saved it meanwhile.
    """
    changed = {
        field: getattr(mine, field)
        for field in FIELDS
        if getattr(mine, field) != getattr(before, field)
    }
    clashes = tuple(
        field
        for field, value in changed.items()
        if getattr(theirs, field) not in (getattr(before, field), value)
    )
    retired = theirs.retired or mine.retired
    return Reconciled(replace(theirs, **changed, retired=retired), clashes)
