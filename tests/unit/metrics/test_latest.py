"""What is kept, and what goes."""

from cstui.metrics.latest import Latest


class Maker:
    """Makes a thing of each name, and remembers which."""

    def __init__(self) -> None:
        self.made: list[int] = []

    def ask(self, kept: Latest[int, int], number: int) -> int:
        """Ask for a number by its own name."""

        def make() -> int:
            self.made.append(number)
            return number

        return kept.get_or(number, make)


def test_what_was_asked_for_longest_ago_goes() -> None:
    """Being asked for again counts; what is kept is not made anew."""
    maker, kept = Maker(), Latest[int, int](2)
    asked = [1, 2, 1, 3, 1, 2]
    assert [maker.ask(kept, number) for number in asked] == asked
    assert maker.made == [1, 2, 3, 2]
    assert list(kept) == [1, 2]


def test_the_last_one_stays_however_heavy() -> None:
    """Else what is asked for could not be handed out."""
    maker, kept = Maker(), Latest[int, int](5, lambda number: number)
    for number in (2, 3, 9):
        maker.ask(kept, number)
    assert list(kept) == [9]
