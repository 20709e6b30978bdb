"""Dialogs: modal screens that ask or tell and do nothing else; each gives a result or None."""

from screens.kit.dialogs.ask import Ask
from screens.kit.dialogs.choose import Choose
from screens.kit.dialogs.compare import Compare, Difference
from screens.kit.dialogs.dialog import Dialog
from screens.kit.dialogs.say import Confirm, Message

__all__ = ["Ask", "Choose", "Compare", "Confirm", "Dialog", "Difference", "Message"]
