"""Writing and revising articles during a call."""

import pytest
from msgspec.structs import replace
from textual import events

from cstui.domain.articles import Article, Section
from screens.kit.fields import Field, TextField
from screens.kit.form import Form
from tests.fixtures.desks import Team
from tests.fixtures.knowledge_app import Reader, reading
from tests.fixtures.pilots import until

DRAFT = Article("外机结冰", Section.OPERATION, "请先关机化冰。")


def stored(team: Team, title: str) -> Article:
    """An article as anybody would read it now."""
    with team.desk("zhangmin") as desk:
        (found,) = (one for one in desk.store.articles.all() if one.title == title)
        return found


def field(reader: Reader, name: str) -> Field | TextField:
    """A field of the form that is open."""
    return reader.app.screen.query_one(Form)[name]


async def change(reader: Reader, name: str, text: str) -> None:
    """Types into a field of the form, instead of what it holds."""
    field(reader, name).answer = ""
    field(reader, name).focus()
    await reader.type(text)


async def test_an_article_is_written_from_the_call(team: Team) -> None:
    """Problem and solution are there already; then it can be quoted at once."""
    async with reading(team) as reader:
        await reader.open("空调外机结冰", DRAFT)
        await reader.press("ctrl+n")
        await reader.until_dialog("ArticleForm")
        await reader.press("ctrl+s")
        await reader.until_told("已保存：外机结冰")
        await reader.until_marked("外机结冰")
        await reader.press("enter")
        await until(reader.pilot, lambda: bool(reader.app.results))
    assert stored(team, "外机结冰").answer == "请先关机化冰。"
    assert stored(team, "外机结冰").by == "lina"


async def test_what_was_not_found_finds_the_new_article(team: Team) -> None:
    """The words that were looked for become its own."""
    async with reading(team) as reader:
        await reader.open()
        await reader.type("炸锅")
        await reader.press("ctrl+n")
        await reader.until_dialog("ArticleForm")
        assert field(reader, "title").answer == "炸锅"
        await change(reader, "title", "airfryer")
        await change(reader, "body", "wipe")
        await reader.press("ctrl+s")
        await reader.until_marked("airfryer")
    assert stored(team, "airfryer").words == ("炸锅",)


async def test_an_article_is_revised(team: Team) -> None:
    """The marked one; the list shows it as it is now."""
    async with reading(team) as reader:
        await reader.open()
        await reader.type("焦糊")
        await reader.press("ctrl+e")
        await reader.until_dialog("ArticleForm")
        await change(reader, "body", "unplug")
        await reader.press("ctrl+s")
        await reader.until_told("已保存")
        await until(reader.pilot, lambda: "unplug" in reader.screen_text())
    article = stored(team, "热水器有焦糊味或插头发烫")
    assert (article.body, article.revision) == ("unplug", 2)


async def test_all_that_is_wrong_is_told_in_the_form(team: Team) -> None:
    """What was typed stays; a title that is taken is told as well."""
    async with reading(team) as reader:
        await reader.open()
        await reader.press("ctrl+n")
        await reader.until_dialog("ArticleForm")
        await reader.press("ctrl+s")
        assert reader.screen_text().count("请填写") == 2
        await change(reader, "title", "x")
        await change(reader, "body", "kept")
        field(reader, "title").answer = "空调不制冷"
        await reader.press("ctrl+s")
        await until(reader.pilot, lambda: "已有文章“空调不制冷”" in reader.screen_text())
        assert field(reader, "body").answer == "kept"
        await change(reader, "title", "other")
        await reader.press("ctrl+s")
        await reader.until_marked("other")
    assert stored(team, "other").body == "kept"


async def test_nothing_typed_is_thrown_away_in_silence(team: Team) -> None:
    """Esc asks first; where nothing was typed it just closes."""
    async with reading(team) as reader:
        await reader.open("", DRAFT)
        await reader.press("ctrl+n")
        await reader.until_dialog("ArticleForm")
        await reader.press("escape")
        await reader.until_dialog("KnowledgeDialog")
        await reader.press("ctrl+n")
        await reader.until_dialog("ArticleForm")
        await reader.type("x")
        await reader.press("escape")
        await reader.until_dialog("Confirm")
        await reader.press("escape")
        await reader.until_dialog("ArticleForm")
        assert field(reader, "title").answer == "外机结冰x"
        await reader.press("escape")
        await reader.until_dialog("Confirm")
        await reader.press("enter")
        await reader.until_dialog("KnowledgeDialog")


async def test_changes_of_different_parts_are_both_kept(team: Team) -> None:
    """Nobody is asked anything; it is told who else was there."""
    async with reading(team) as reader:
        await reader.open()
        await reader.type("焦糊")
        await reader.press("ctrl+e")
        await reader.until_dialog("ArticleForm")
        with team.desk("zhangmin") as desk:
            theirs = stored(team, "热水器有焦糊味或插头发烫")
            desk.store.articles.save([replace(theirs, words=("漏电",), by="zhangmin")])
        await change(reader, "body", "mine")
        await reader.press("ctrl+s")
        await reader.until_told("张敏也修改了这篇文章")
    article = stored(team, "热水器有焦糊味或插头发烫")
    assert (article.body, article.words) == ("mine", ("漏电",))


@pytest.mark.parametrize(("keys", "body"), [(("enter",), "mine"), (("right", "enter"), "theirs")])
async def test_two_changes_of_one_part_are_settled(
    team: Team, keys: tuple[str, ...], body: str
) -> None:
    """Both stand side by side, and one is chosen; Esc leads back to what was typed."""
    async with reading(team) as reader:
        await reader.open()
        await reader.type("焦糊")
        await reader.press("ctrl+e")
        await reader.until_dialog("ArticleForm")
        with team.desk("zhangmin") as desk:
            before = stored(team, "热水器有焦糊味或插头发烫")
            desk.store.articles.save([replace(before, body="theirs", by="zhangmin")])
        await change(reader, "body", "mine")
        await reader.press("ctrl+s")
        await reader.until_dialog("Compare")
        await reader.press("escape")
        await reader.until_dialog("ArticleForm")
        assert field(reader, "body").answer == "mine"
        await reader.press("ctrl+s")
        await reader.until_dialog("Compare")
        await reader.press(*keys)
        await reader.until_told("已保存")
    assert stored(team, "热水器有焦糊味或插头发烫").body == body


async def test_a_supervisor_retires_an_article(team: Team) -> None:
    """In its form; agents are not offered that."""
    async with reading(team) as reader:
        await reader.open()
        await reader.press("ctrl+e")
        await reader.until_dialog("ArticleForm")
        assert not reader.app.screen.query("#offered")
    async with reading(team, "wangwei") as reader:
        await reader.open()
        await reader.type("焦糊")
        await reader.press("ctrl+e")
        await reader.until_dialog("ArticleForm")
        field(reader, "offered").answer = "no"
        await reader.press("ctrl+s")
        await reader.until_told("已停用：热水器")
        await until(reader.pilot, lambda: "没有找到" in reader.screen_text())
    assert stored(team, "热水器有焦糊味或插头发烫").retired


async def test_a_supervisor_answers_what_was_not_found(team: Team) -> None:
    """From the list of missed searches; others are struck out there."""
    with team.desk("zhangmin") as desk:
        for text in ("炸锅", "炸锅", "以旧换新"):
            desk.store.articles.miss(text, desk.clock.now())
    async with reading(team, "wangwei") as reader:
        await reader.open()
        await reader.press("f4")
        await reader.until_dialog("MissedDialog")
        assert "2 次" in reader.screen_text()
        await reader.press("down", "delete")
        await until(reader.pilot, lambda: "以旧换新" not in reader.screen_text())
        await reader.until_dialog("MissedDialog")
        await reader.press("enter")
        await reader.until_dialog("ArticleForm")
        await change(reader, "body", "wipe")
        await reader.press("ctrl+s")
        await reader.until_marked("炸锅")
        await reader.press("f4")
        await reader.until_told("没有未找到的搜索")
    with team.desk("zhangmin") as desk:
        assert desk.store.articles.missed() == []


async def test_agents_are_not_shown_what_was_not_found(team: Team) -> None:
    """The key does nothing for them."""
    async with reading(team) as reader:
        await reader.open()
        assert "F4" not in reader.screen_text()
        await reader.press("f4")
        await reader.until_dialog("KnowledgeDialog")


async def test_a_long_problem_makes_a_title_of_one_line(team: Team) -> None:
    """Told in several lines, and cut where a title has to end."""
    async with reading(team) as reader:
        await reader.open("", replace(DRAFT, title="开机\n" + "很" * 200))
        await reader.press("ctrl+n")
        await reader.until_dialog("ArticleForm")
        title = field(reader, "title").answer
        assert (title[:4], len(title)) == ("开机 很", 120)


async def test_keys_typed_ahead_are_for_the_form_that_they_open(team: Team) -> None:
    """None of them quotes what is in the list under it."""
    async with reading(team) as reader:
        await reader.open()
        for key, letter in (("ctrl+n", None), ("ctrl+u", None), ("n", "n"), ("o", "o")):
            reader.app.post_message(events.Key(key, letter))
        reader.app.post_message(events.Key("enter", "\r"))
        await reader.until_dialog("ArticleForm")
        await until(reader.pilot, lambda: field(reader, "title").answer == "no")
        assert not reader.app.results
