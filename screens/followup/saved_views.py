"""Views under a name: chosen, saved, forgotten."""

from cstui.services.queues import Wanted
from cstui.services.wishes import WishBox, Wishes
from screens.kit.base import BaseScreen
from screens.kit.dialogs.ask import Ask
from screens.kit.dialogs.choose import Choose
from screens.kit.fields import Field
from screens.kit.form import Labelled
from screens.kit.language import Phrase
from screens.kit.options import Option

_SAVE, _FORGET = "+", "-"
_NAME = "view:"
"""Before the name of a view, which may be any text."""


class SavedViews:
    """Asks for one of somebody's views; its methods run in the screen's workers.

    Args:
        screen: where the dialogs open.
        box: where the views are kept.
    """

    def __init__(self, screen: BaseScreen[None], box: WishBox) -> None:
        self._screen = screen
        self._box = box

    async def choose(self, present: Wanted) -> Wanted | None:
        """The view that is chosen; None where the present one was saved, or nothing happened.

        Raises:
            StoreError: `wishes_not_kept`.
        """
        wishes = self._box.read()
        options = [
            *self._named(wishes),
            Option(_SAVE, Phrase("queue.views.save")),
            *([Option(_FORGET, Phrase("queue.views.forget"))] if wishes.views else []),
        ]
        title = Phrase("queue.views")
        picked = await self._screen.app.push_screen_wait(Choose(title, options))
        if picked == _SAVE:
            await self._save(wishes, present)
        elif picked == _FORGET:
            await self._forget(wishes)
        elif picked:
            return wishes.views[picked.removeprefix(_NAME)]
        return None

    async def _save(self, wishes: Wishes, present: Wanted) -> None:
        row = Labelled(Phrase("queue.views.name"), Field(present.text, id="name"), required=True)
        asked = Ask(Phrase("queue.views.save"), row)
        if typed := await self._screen.app.push_screen_wait(asked):
            self._box.keep(wishes.with_view(typed["name"], present))
            self._screen.news(self._screen.t("queue.views.saved", name=typed["name"]))

    async def _forget(self, wishes: Wishes) -> None:
        choose = Choose(Phrase("queue.views.forget"), self._named(wishes))
        if picked := await self._screen.app.push_screen_wait(choose):
            name = picked.removeprefix(_NAME)
            self._box.keep(wishes.without_view(name))
            self._screen.news(self._screen.t("queue.views.forgotten", name=name))

    def _named(self, wishes: Wishes) -> list[Option]:
        return [
            Option(f"{_NAME}{name}", name, Phrase(f"queue.{one.which}"))
            for name, one in sorted(wishes.views.items())
        ]
