"""Doing something as another user, with that user's umask: only root can."""

import os
from collections.abc import Callable

NOBODY = 65534
"""A user without rights of its own."""


def told_by(
    do: Callable[[], object], *, user: int = NOBODY, groups: tuple[int, ...] = (NOBODY,), umask: int
) -> str:
    """What `do` returns, or the failure it raises, in a process of that user."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        told = "nothing"
        try:
            os.setgroups(groups)
            os.setresgid(groups[0], groups[0], groups[0])
            os.setresuid(user, user, user)
            os.umask(umask)
            told = str(do())
        except Exception as error:  # the parent is to know of any
            told = str(error)
        finally:
            os.write(writing, told.encode())
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        told = pipe.read()
    os.waitpid(child, 0)
    return told
