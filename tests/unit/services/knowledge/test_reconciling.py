"""Two people who revised the same article."""

from msgspec.structs import replace

from cstui.domain.articles import Article, Section
from cstui.services.knowledge.reconciling import reconciled

BEFORE = Article("空调不制冷", Section.OPERATION, "看遥控器。", ("不凉",), id=1, revision=1)


def test_changes_of_different_parts_go_together() -> None:
    """Nobody is asked, and the newer revision is the one to be saved over."""
    mine = replace(BEFORE, words=("不凉", "热风"))
    theirs = replace(BEFORE, body="看过滤网。", revision=2)
    both = reconciled(BEFORE, mine, theirs)
    assert both.article == replace(theirs, words=("不凉", "热风"))
    assert both.clashes == ()


def test_different_changes_of_one_part_clash() -> None:
    """Both stay until somebody chooses; at first mine is kept."""
    mine = replace(BEFORE, body="看型号。")
    theirs = replace(BEFORE, body="看过滤网。", revision=2)
    both = reconciled(BEFORE, mine, theirs)
    assert (both.clashes, both.article.body) == (("body",), "看型号。")


def test_the_same_change_is_no_clash() -> None:
    """Both wanted the same."""
    mine, theirs = (replace(BEFORE, title="空调不凉", revision=r) for r in (1, 2))
    assert reconciled(BEFORE, mine, theirs).clashes == ()


def test_a_retired_article_stays_retired() -> None:
    """Whoever retired it."""
    mine, theirs = replace(BEFORE, body="x"), replace(BEFORE, retired=True, revision=2)
    assert reconciled(BEFORE, mine, theirs).article.retired
    assert reconciled(
        BEFORE, replace(BEFORE, retired=True), replace(BEFORE, revision=2)
    ).article.retired
