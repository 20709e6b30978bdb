"""The records that are being written."""

from cstui.services.intake.draft import Draft
from screens.intake.unfinished import Unfinished


def fresh() -> Draft:
    """An empty record."""
    return Draft("hotline")


def written(text: str) -> Draft:
    """A record that says something."""
    return Draft("hotline", {"problem.text": text})


def test_an_empty_one_is_gone_as_soon_as_another_is_shown() -> None:
    """Nobody wants to page through empty forms."""
    unfinished, one = Unfinished(fresh), written("one")
    unfinished.begin(one)
    assert (unfinished.current, unfinished.count, unfinished.place) == (one, 1, 1)


def test_going_round_comes_back_to_the_first() -> None:
    """In both directions."""
    unfinished = Unfinished(fresh)
    one, two, three = map(written, "123")
    for draft in (one, two, three):
        unfinished.begin(draft)
    unfinished.turn(1)
    assert unfinished.current is one
    unfinished.turn(-1)
    assert unfinished.current is three


def test_after_the_end_the_latest_of_the_others_is_shown() -> None:
    """And an empty one after the last."""
    unfinished = Unfinished(fresh)
    one, two = map(written, "12")
    unfinished.begin(one)
    unfinished.begin(two)
    unfinished.close()
    assert unfinished.current is one
    unfinished.close()
    assert unfinished.current.empty


def test_a_record_changes_in_its_place() -> None:
    """Its key tells which one it is."""
    unfinished, one, two = Unfinished(fresh), written("1"), written("2")
    unfinished.begin(one)
    unfinished.begin(two)
    later = Draft("hotline", {"problem.text": "more"}, key=one.key)
    unfinished.put(later)
    assert unfinished.of(one.key) is later
    assert unfinished.current is two
