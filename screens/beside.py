"""What is done over whatever screen is shown: sheets, a satisfaction record, the handover."""

from typing import Any

from cstui.ports import Changes
from cstui.services.brief import Briefing
from cstui.services.desk import Desk
from cstui.services.sheets import Sheets
from cstui.services.surveys import Surveys
from screens.exchange.giving_out import GivingOut
from screens.exchange.taking_in import TakingIn
from screens.followup.handover import hand_over
from screens.followup.screen import FollowUpScreen
from screens.followup.surveying import Surveying
from screens.kit.base import BaseScreen
from screens.kit.store_thread import Worker


async def do_beside(
    job: str, screen: BaseScreen[Any], desk: Desk, worker: Worker[Changes | None]
) -> None:
    """Does one of them in dialogs over a screen.

    Args:
        job: `import`, `export`, `survey` or `brief`.
        screen: where the dialogs open; of the follow-up screen its list may be exported.
        desk: who does it, on which store.
        worker: where the store is used.
    """
    match job:
        case "import":
            await TakingIn(screen, Sheets(desk), worker).run()
        case "export":
            listed = screen.queue.wanted if isinstance(screen, FollowUpScreen) else None
            await GivingOut(screen, Sheets(desk), worker).run(listed)
        case "survey":
            await Surveying(screen, Surveys(desk), worker).run()
        case "brief":
            await hand_over(screen, Briefing(desk), worker)
