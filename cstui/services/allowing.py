"""What is not for everybody."""

from cstui.domain.errors import NotAllowed
from cstui.domain.people import Role
from cstui.services.desk import Desk


def require_supervisor(desk: Desk) -> None:
    """Some things are for supervisors.

    Raises:
        NotAllowed: `supervisor_only`, when the person at the desk is none; it names those who are.
    """
    if desk.me.role is not Role.SUPERVISOR:
        people = desk.rules.settings.people.values()
        names = ", ".join(one.shown for one in people if one.role is Role.SUPERVISOR)
        raise NotAllowed("supervisor_only", names=names)
