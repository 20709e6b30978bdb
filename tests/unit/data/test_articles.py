"""The knowledge base in the store."""

from datetime import timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from cstui.domain.articles import Article, MissedSearch, Section
from cstui.domain.errors import Conflict, NotFound
from data.desk import DeskStore
from tests.unit.data.conftest import Session
from tests.unit.data.entries import DAY, derived, entry, quoting

FILTER = Article(
    "更换滤芯", Section.OPERATION, "先断电。\n\n再旋开底盖。", ("滤网",), "Filter", "li", DAY
)
REFUND = Article("退款多久到账", Section.AFTER_SALES, "三个工作日内。")


def quotes(store: DeskStore) -> dict[str, int]:
    """How often each article is quoted."""
    return {article.title: article.quotes for article in store.articles.all()}


def test_articles_come_back_as_they_were_written(store: DeskStore, other: DeskStore) -> None:
    """All of them, retired ones too, in the order in which they were first written."""
    first, second = store.articles.save([FILTER, REFUND])
    assert first == replace(FILTER, id=1, revision=1)
    (retired,) = store.articles.save([replace(first, retired=True)])
    assert other.articles.all() == [retired, second]
    assert retired.revision == 2


def test_the_later_of_two_revisions_is_told(store: DeskStore, other: DeskStore) -> None:
    """With the article as the earlier one left it; nothing is overwritten, nothing half saved."""
    (base,) = store.articles.save([FILTER])
    (theirs,) = other.articles.save([replace(base, body="theirs")])
    with pytest.raises(Conflict) as told:
        store.articles.save([REFUND, replace(base, body="mine")])
    assert told.value.current == theirs
    assert store.articles.all() == [theirs]


def test_a_title_is_that_of_one_article(store: DeskStore) -> None:
    """A quote names its article by title: who takes a title again is told whose it is."""
    filters, refund = store.articles.save([FILTER, REFUND])
    for second in (replace(FILTER, body="another"), replace(refund, title=FILTER.title)):
        with pytest.raises(Conflict) as told:
            store.articles.save([second])
        assert told.value.current == filters
    assert store.articles.all() == [filters, refund]


def test_an_article_that_is_not_there_cannot_be_changed(store: DeskStore) -> None:
    """Rather than written under a row that the store never gave."""
    with pytest.raises(NotFound):
        store.articles.save([replace(FILTER, id=7, revision=1)])


def test_each_ticket_that_quotes_an_article_counts_once(store: DeskStore) -> None:
    """However the quote came to the ticket, and however often the ticket is saved."""
    store.articles.save([FILTER, REFUND])
    store.add([quoting(FILTER.title), quoting(FILTER.title, REFUND.title), entry()])
    assert quotes(store) == {FILTER.title: 2, REFUND.title: 1}
    new = quoting(REFUND.title)
    (ticket,) = store.add([entry()])
    for _ in range(2):
        changed = replace(new.ticket, header=ticket.header, id=ticket.id, revision=ticket.revision)
        ticket = store.save(changed, new.derived)
    assert quotes(store) == {FILTER.title: 2, REFUND.title: 2}


def test_a_quote_that_was_taken_back_does_not_count(store: DeskStore) -> None:
    """Until it stands again."""
    store.articles.save([FILTER])
    new = quoting(FILTER.title)
    (ticket,) = store.add([new])
    ticket = store.save(ticket, derived())
    assert quotes(store) == {FILTER.title: 0}
    store.save(ticket, new.derived)
    assert quotes(store) == {FILTER.title: 1}


def test_a_save_that_fails_counts_no_quote(store: DeskStore) -> None:
    """Quotes are counted with the tickets, or not at all."""
    store.articles.save([FILTER])
    (base,) = store.add([entry()])
    store.save(base, derived())
    late = replace(quoting(FILTER.title).ticket, header=base.header, id=base.id, revision=1)
    with pytest.raises(Conflict):
        store.save(late, quoting(FILTER.title).derived)
    assert quotes(store) == {FILTER.title: 0}


def test_quotes_are_in_nobodys_way(store: DeskStore, other: DeskStore) -> None:
    """Who revises an article is not told of a conflict, and nobody reads the articles anew."""
    (article,) = store.articles.save([FILTER])
    position = store.position()
    other.add([quoting(FILTER.title)])
    assert not store.changes(position).articles
    (revised,) = store.articles.save([replace(article, title="滤芯", quotes=99)])
    assert (revised.quotes, quotes(other)) == (1, {"滤芯": 1})
    assert store.changes(position).articles


def test_no_quote_is_lost_when_many_quote_at_once(
    store: DeskStore, session: Session, tmp_path: Path
) -> None:
    """Two processes that quote the same article arrive at the exact sum."""
    store.articles.save([FILTER])
    processes = [session("quotes", tmp_path / "desk.db", FILTER.title, 20) for _ in range(2)]
    assert [process.wait() for process in processes] == [0, 0]
    assert quotes(store) == {FILTER.title: 80}


def test_what_was_not_found_is_counted(store: DeskStore) -> None:
    """Width, case and spaces do not matter; the most frequent stands first."""
    for text in ("发票", "E5 error", " Ｅ５ERROR", " "):
        store.articles.miss(text, DAY)
    store.articles.miss("e5error", DAY - timedelta(days=1))
    assert store.articles.missed() == [
        MissedSearch("E5 error", 3, DAY),
        MissedSearch("发票", 1, DAY),
    ]
    store.articles.forget_missed("E5ERROR")
    assert store.articles.missed() == [MissedSearch("发票", 1, DAY)]


def test_no_search_is_lost_when_many_search_at_once(
    store: DeskStore, session: Session, tmp_path: Path
) -> None:
    """Two processes that look for the same in vain make one entry with the exact sum."""
    processes = [session("misses", tmp_path / "desk.db", "发票", 30) for _ in range(2)]
    assert [process.wait() for process in processes] == [0, 0]
    assert store.articles.missed() == [MissedSearch("发票", 60, DAY)]
