"""Keeping what was asked for last, as long as there is room."""

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

Name = TypeVar("Name", bound=Hashable)
Thing = TypeVar("Thing")


class Latest(dict[Name, Thing], Generic[Name, Thing]):
    """Things by name, of which those go first that were asked for longest ago.

    Args:
        most: how much they weigh at most together; the last one is kept, however heavy.
        weigh: how much one weighs; without it they are counted.
    """

    def __init__(self, most: int, weigh: Callable[[Thing], int] = lambda _: 1) -> None:
        super().__init__()
        self._most = most
        self._weigh = weigh

    def get_or(self, name: Name, make: Callable[[], Thing]) -> Thing:
        """A thing, which is made where it is not kept."""
        kept = self.pop(name, None)
        self[name] = found = make() if kept is None else kept
        while len(self) > 1 and sum(map(self._weigh, self.values())) > self._most:
            del self[next(iter(self))]
        return found
