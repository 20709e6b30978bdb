"""The knowledge base as people use it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from cstui.cli.session import BEGINNING
from cstui.domain import acts
from cstui.domain.articles import Article, Section
from cstui.domain.errors import Conflict, FieldErrors, NotAllowed
from cstui.ports import Setting
from cstui.services.desk import Desk
from cstui.services.knowledge.library import Library, Taken
from tests.fixtures.desks import PEOPLE, Team, make_team, ticket

COOL = Article("空调不制冷", Section.OPERATION, "看遥控器。\n\n再看过滤网。", ("不凉",))


@pytest.fixture
def team(tmp_path: Path) -> Team:
    """A store of several people, 王伟 their supervisor."""
    team = make_team(tmp_path / "desk.db")
    with team.desk("lina") as desk:
        role = PEOPLE["wangwei"] | {"role": "supervisor"}
        told = Setting("people.wangwei", role, BEGINNING, "lina", desk.clock.now())
        desk.store.set([told])
    return team


@pytest.fixture
def desk(team: Team) -> Iterator[Desk]:
    """李娜's session; she is an agent."""
    with team.desk("lina") as desk:
        yield desk


@pytest.fixture
def library(desk: Desk) -> Library:
    """Her knowledge base."""
    return Library(desk)


def titles(library: Library, text: str = "") -> list[str]:
    """What a search finds."""
    library.read()
    return [article.title for article in library.search(text)]


def test_what_is_written_is_found_by_everybody(team: Team, library: Library) -> None:
    """With who wrote it and when; also by those who looked before."""
    with team.desk("zhangmin") as other:
        others = Library(other)
        assert titles(others) == []
        saved = library.write(COOL)
        assert titles(others, "bl") == ["空调不制冷"]
        assert (saved.by, saved.at, library.writer(saved)) == ("lina", other.clock.now(), "李娜")


def test_what_is_written_is_tidied(library: Library) -> None:
    """Blanks, control characters and words that stand twice go."""
    saved = library.write(
        Article(" 空调\n不制冷 ", Section.OPERATION, "\r\n看。\r\n", ("凉,冷", "凉 "))
    )
    assert (saved.title, saved.body, saved.words) == ("空调 不制冷", "看。", ("凉", "冷"))


@pytest.mark.parametrize(
    ("article", "field"),
    [
        (replace(COOL, title=" "), "title"),
        (replace(COOL, title="很" * 121), "title"),
        (replace(COOL, title_en="x" * 121), "title_en"),
        (replace(COOL, body="\n"), "body"),
        (replace(COOL, body="长" * 20_001), "body"),
    ],
)
def test_an_article_needs_title_and_text(library: Library, article: Article, field: str) -> None:
    """Neither too long; the field is named."""
    with pytest.raises(FieldErrors) as refused:
        library.write(article)
    assert list(refused.value.fields) == [field]
    assert titles(library) == []


def test_a_title_is_that_of_one_article(team: Team, library: Library) -> None:
    """Neither a new article nor a revised one may take another's, however it is written."""
    library.write(COOL)
    other = library.write(replace(COOL, title="Fridge"))
    with pytest.raises(FieldErrors):
        library.write(replace(COOL, title="空调不制冷 "))
    with pytest.raises(FieldErrors):
        library.revise(replace(other, title="空调不制冷"))
    assert library.revise(replace(other, title="FRIDGE")).title == "FRIDGE"


def test_a_revision_replaces_the_text(library: Library) -> None:
    """And the search knows it at once."""
    saved = library.write(COOL)
    library.revise(replace(saved, body="看型号。"))
    assert titles(library, "型号") == ["空调不制冷"]
    assert titles(library, "过滤网") == []


def test_nobody_overwrites_what_another_saved(team: Team, library: Library) -> None:
    """The second is given the article as it stands."""
    saved = library.write(COOL)
    with team.desk("zhangmin") as other:
        Library(other).revise(replace(saved, body="看型号。"))
    with pytest.raises(Conflict) as conflict:
        library.revise(replace(saved, body="看电源。"))
    assert conflict.value.current.body == "看型号。"
    assert titles(library, "型号") == ["空调不制冷"]


def test_supervisors_retire(team: Team, library: Library) -> None:
    """Agents do not; a retired article is found no more, and comes back when it is written anew."""
    saved = library.write(COOL)
    with pytest.raises(NotAllowed):
        library.retire(saved)
    with team.desk("wangwei") as boss:
        Library(boss).retire(saved)
    assert titles(library) == []
    again = library.write(replace(COOL, body="看说明书。"))
    assert (again.id, titles(library, "说明书")) == (saved.id, ["空调不制冷"])


def test_files_are_taken_over_once(team: Team, library: Library) -> None:
    """Known articles are passed over, changed ones revised, retired ones left alone."""
    fridge = replace(COOL, title="冰箱")
    assert library.take_over([COOL, fridge]) == Taken(added=2)
    assert library.take_over([COOL, fridge]) == Taken(known=2)
    with team.desk("wangwei") as boss:
        others = Library(boss)
        others.read()
        others.retire(others.search("冰箱")[0])
    changed = [replace(COOL, body="新"), replace(fridge, body="新"), replace(COOL, title="风扇")]
    expected = Taken(added=1, revised=1, retired=1)
    assert library.take_over(changed, dry_run=True) == expected
    assert titles(library) == ["空调不制冷"]
    assert library.take_over(changed) == expected
    assert titles(library) == ["空调不制冷", "风扇"]


def test_what_was_not_found_is_kept_for_the_supervisor(team: Team, library: Library) -> None:
    """Counted, the most frequent first; agents do not read it."""
    for text in ("空气炸锅", "coffee", "coffee "):
        library.miss(text)
    with pytest.raises(NotAllowed):
        library.missed()
    with team.desk("wangwei") as boss:
        others = Library(boss)
        assert [(one.text, one.count) for one in others.missed()] == [
            ("coffee", 2),
            ("空气炸锅", 1),
        ]
        others.forget_missed("coffee")
        assert [one.text for one in others.missed()] == ["空气炸锅"]


@pytest.mark.parametrize("text", ["x", " 空 ", "138 1234 5678", "订单 20231001"])
def test_neither_slips_nor_numbers_are_kept(team: Team, library: Library, text: str) -> None:
    """A single letter is no question, and somebody's number is nobody's business."""
    library.miss(text)
    with team.desk("wangwei") as boss:
        assert Library(boss).missed() == []


def test_an_answer_strikes_out_what_was_missed(team: Team, library: Library) -> None:
    """Searches that an article answers are missed no longer."""
    for text in ("不凉", "炸锅"):
        library.miss(text)
    library.write(COOL)
    with team.desk("wangwei") as boss:
        assert [one.text for one in Library(boss).missed()] == ["炸锅"]


def test_quotes_bring_an_article_forward(team: Team, desk: Desk, library: Library) -> None:
    """They are counted with the tickets, and seen within a minute."""
    library.write(COOL)
    library.write(replace(COOL, title="安装"))
    assert titles(library) == ["空调不制冷", "安装"]
    team.add(ticket("2026-05-06 09:50", "紧急", acts.Quoted("安装")))
    team.clock.advance(60)
    assert titles(library) == ["安装", "空调不制冷"]
    assert library.search("")[0].quotes == 1
