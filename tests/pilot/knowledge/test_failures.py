"""A store that cannot be used for a while."""

from data.desk import open_store
from screens.kit.form import Form
from tests.fixtures.desks import Team
from tests.fixtures.knowledge_app import reading
from tests.fixtures.pilots import until


async def test_what_was_typed_survives_a_store_that_cannot_save(team: Team) -> None:
    """The failure is told in full; then the form is there again, and saves once it can."""
    async with reading(team) as reader:
        await reader.open()
        await reader.press("ctrl+n")
        await reader.until_dialog("ArticleForm")
        reader.app.screen.query_one(Form).fill({"title": "炸锅", "body": "用温水。"})
        await reader.app.worker.run(reader.app.desk.store.close)
        await reader.press("ctrl+s")
        await reader.until_dialog("Message")
        await reader.press("enter")
        await reader.until_dialog("ArticleForm")
        assert reader.app.screen.query_one(Form)["body"].answer == "用温水。"
        reader.app.desk.store = await reader.app.worker.run(open_store, team.path, "lina")
        await reader.press("ctrl+s")
        await reader.until_marked("炸锅")


async def test_a_store_that_cannot_be_read_is_told_in_passing(team: Team) -> None:
    """The call goes on; what was read before can still be quoted."""
    async with reading(team) as reader:
        await reader.open()
        await reader.press("escape")
        await reader.app.worker.run(reader.app.desk.store.close)
        await reader.press("ctrl+k")
        await until(reader.pilot, lambda: bool(reader.app.told))
        await reader.type("th")
        await reader.press("enter")
        await until(reader.pilot, lambda: len(reader.app.results) == 2)
        quoted = reader.app.results[1]
        assert quoted and quoted.title == "退货与换货怎么办理"
