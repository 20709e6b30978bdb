"""All that can be done to a ticket, by name."""

from cstui.domain.rules import has_measure
from cstui.domain.state import State, Status
from screens.followup.callback_deeds import CALLBACK_DEEDS
from screens.followup.deed import Deed
from screens.followup.outcome_deeds import OUTCOME_DEEDS
from screens.followup.record_deeds import RECORD_DEEDS
from screens.followup.satisfaction_deeds import SATISFACTION_DEEDS
from screens.followup.work_deeds import WORK_DEEDS

DEEDS = {
    deed.name: deed
    for deed in (*WORK_DEEDS, *CALLBACK_DEEDS, *OUTCOME_DEEDS, *SATISFACTION_DEEDS, *RECORD_DEEDS)
}
"""All that can be done, by name."""


def deed_of(name: str, state: State) -> Deed:
    """What a key does to a ticket as it stands.

    The same key begins a wait and ends it, agrees a call and tells what came of it, sets a measure
    and checks it.
    """
    if name == "wait" and state.status is Status.WAITING:
        return DEEDS["resume"]
    if name == "call" and state.callback is None:
        return DEEDS["agree_call"]
    if name == "measure" and has_measure(state):
        return DEEDS["check"]
    return DEEDS[name]
