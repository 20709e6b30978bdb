"""Looking something up while the customer waits."""

from pathlib import Path

import pytest
from textual import events

from cstui.domain import acts
from screens.kit.fields import Field
from tests.fixtures.desks import Team, make_team, ticket
from tests.fixtures.knowledge_app import reading, stock
from tests.fixtures.pilots import until

ABOUT = "售后支持/维修 空调开机半小时仍吹热风"


async def test_a_fitting_article_is_quoted_with_two_keys(team: Team) -> None:
    """What fits the call stands first when nothing is typed."""
    async with reading(team) as reader:
        await reader.open(ABOUT)
        assert "与本次来电相符" in reader.screen_text()
        await reader.press("enter")
        await until(reader.pilot, lambda: bool(reader.app.results))
        (quoted,) = reader.app.results
        assert quoted and quoted.title == "空调不制冷"
        assert quoted.answer.startswith("请您先看遥控器")
        assert "\n" not in quoted.answer


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("th", "退货与换货怎么办理"),
        ("发票", "怎样开发票、修改抬头"),
        ("burnt", "热水器有焦糊味或插头发烫"),
    ],
)
async def test_any_article_is_quoted_with_a_few_letters(team: Team, typed: str, title: str) -> None:
    """Pinyin initials, hanzi or English; whatever the call is about."""
    async with reading(team) as reader:
        await reader.open(ABOUT)
        await reader.type(typed)
        assert reader.marked == title
        await reader.press("enter")
        await until(reader.pilot, lambda: bool(reader.app.results))
        assert reader.app.results[0] and reader.app.results[0].title == title


async def test_letters_typed_ahead_reach_the_search(team: Team) -> None:
    """A slow line brings key and letters at once, before the articles were ever read."""
    async with reading(team) as reader:
        for key, letter in (("ctrl+k", None), ("t", "t"), ("h", "h"), ("enter", "\r")):
            reader.app.post_message(events.Key(key, letter))
        await until(reader.pilot, lambda: bool(reader.app.results))
        assert reader.app.results[0] and reader.app.results[0].title == "退货与换货怎么办理"
        assert reader.app.screen.query_one("#call", Field).value == ""


async def test_the_marked_article_is_shown(team: Team) -> None:
    """Up and down mark another, the page keys scroll its text."""
    async with reading(team) as reader:
        await reader.open()
        await reader.type("空调")
        assert "请您先看遥控器" in reader.screen_text()
        assert "Air conditioner does not cool" in reader.screen_text()
        await reader.press("pagedown")
        await until(reader.pilot, lambda: "故障代码" in reader.screen_text())
        await reader.press("down")
        assert reader.marked != "空调不制冷"
        assert "请您先看遥控器" not in reader.screen_text()
        await reader.press("up", "up")
        assert reader.marked == "空调不制冷"


async def test_esc_leaves_without_a_quote(team: Team) -> None:
    """The call is as it was."""
    async with reading(team) as reader:
        await reader.open(ABOUT)
        await reader.press("escape")
        await until(reader.pilot, lambda: reader.app.results == [None])


async def test_a_section_can_be_looked_at_alone(team: Team) -> None:
    """One key goes through them, and back to all."""
    async with reading(team) as reader:
        await reader.open()
        assert "全部 13 篇" in reader.screen_text()
        await reader.press("ctrl+f")
        assert "产品 · 全部 3 篇" in reader.screen_text()
        await reader.press("ctrl+f", "ctrl+f")
        assert "售后 · 全部 5 篇" in reader.screen_text()
        await reader.press("ctrl+f")
        assert "全部 13 篇" in reader.screen_text()


async def test_what_comes_near_is_offered_where_nothing_fits(team: Team) -> None:
    """A whole sentence is typed as well as a word."""
    async with reading(team) as reader:
        await reader.open()
        await reader.type("空调吹热风怎么办")
        assert "没有找到“空调吹热风怎么办”，相近的有" in reader.screen_text()
        assert reader.marked == "空调不制冷"


async def test_a_search_without_a_result_is_remembered(team: Team) -> None:
    """Once the dialog is left so; what was found in the end is not."""
    async with reading(team) as reader:
        await reader.open()
        await reader.type("炸锅")
        assert "没有找到“炸锅”" in reader.screen_text()
        await reader.press("escape")
        await reader.open()
        await reader.type("xyz")
        await reader.press("backspace", "backspace", "backspace", *"fp", "escape")
        await until(reader.pilot, lambda: len(reader.app.results) == 2)
        await reader.app.worker.run(reader.app.library.read)
    with team.desk("zhangmin") as desk:
        assert [(one.text, one.count) for one in desk.store.articles.missed()] == [("炸锅", 1)]


async def test_articles_of_others_come_by_themselves(team: Team) -> None:
    """The next time somebody looks, and with their quotes."""
    async with reading(team) as reader:
        await reader.open()
        await reader.press("escape")
        with team.desk("zhangmin") as desk:
            articles = desk.store.articles
            (bill,) = (one for one in articles.all() if "发票" in one.title)
            articles.save([type(bill)("炸锅清洗", bill.section, "用温水。")])
        team.add(ticket("2026-05-06 09:50", "紧急", acts.Quoted(bill.title)))
        await reader.open()
        await until(reader.pilot, lambda: reader.marked == bill.title)
        assert "1 次" in reader.screen_text()
        await reader.type("zgqx")
        await until(reader.pilot, lambda: reader.marked == "炸锅清洗")


async def test_an_empty_knowledge_base_says_how_it_begins(tmp_path: Path) -> None:
    """With the first article."""
    async with reading(make_team(tmp_path / "desk.db")) as reader:
        await reader.open(ABOUT)
        await until(reader.pilot, lambda: "还没有文章" in reader.screen_text())
        await reader.press("enter", "ctrl+e", "down")
        assert not reader.app.results


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_an_english_desk_reads_english(tmp_path: Path, size: tuple[int, int]) -> None:
    """List and article are seen at once in any size."""
    team = make_team(tmp_path / "desk.db", "en")
    stock(team, language="en")
    async with reading(team, language="en", size=size) as reader:
        await reader.open("Order shown as delivered, but the parcel did not come")
        assert reader.marked == "Shown as delivered, but nothing arrived"
        assert reader.screen_text().count("Shown as delivered, but nothing arrived") == 2
        assert "After-sales" in reader.screen_text()
        assert "Enter Quote" in reader.screen_text()


async def test_english_titles_are_shown_to_english_readers(team: Team) -> None:
    """Of articles in Chinese."""
    async with reading(team, language="en") as reader:
        await reader.open()
        await reader.type("burnt")
        assert reader.screen_text().count("Water heater smells burnt") == 2
