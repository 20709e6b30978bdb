"""Values: what they hold, compare and refuse."""

import copy
import pickle
from collections.abc import Mapping
from dataclasses import FrozenInstanceError, field, fields, replace

import pytest

from cstui.domain.value import value


@value
class Point:
    """A value of some parts, one with a default, one made anew."""

    x: int
    y: int = 2
    names: Mapping[str, str] = field(default_factory=dict)


@value
class Place:
    """Another value of the same parts."""

    x: int
    y: int = 2


@value
class Pair(Place):
    """A value with one part more."""

    z: int = 3


@value
class Nothing:
    """A value without parts."""


def test_it_holds_what_it_was_given_and_defaults() -> None:
    """Parts are given by place or by name; the others have their defaults."""
    point = Point(1, names={"a": "b"})
    assert (point.x, point.y, point.names) == (1, 2, {"a": "b"})
    assert Pair(1, z=4) == Pair(1, 2, 4)
    with pytest.raises(TypeError):
        Point()  # type: ignore[call-arg]  # that is what is tested


def test_a_default_that_can_change_is_made_anew() -> None:
    """No two values share a dictionary that neither was given."""
    assert Point(1).names is not Point(1).names


def test_values_are_equal_by_class_and_parts() -> None:
    """Values of one class that hold the same are equal, and so are their hashes."""
    assert Place(1) == Place(1) != Place(2)
    assert Place(1) != Pair(1)
    assert Nothing() == Nothing()
    assert hash(Place(1)) == hash(Place(1))
    assert len({Place(1), Place(1), Nothing(), Nothing()}) == 2


def test_a_value_refuses_to_be_changed() -> None:
    """Parts can be neither set nor deleted, and no others added."""
    place = Place(1)
    with pytest.raises(FrozenInstanceError):
        place.x = 2  # type: ignore[misc]  # that is what is tested
    with pytest.raises(FrozenInstanceError):
        del place.y
    with pytest.raises(FrozenInstanceError):
        place.other = 2  # type: ignore[attr-defined]  # likewise
    assert not hasattr(place, "__dict__")


def test_it_is_a_dataclass() -> None:
    """`fields`, `replace` and patterns work as with any dataclass."""
    assert [one.name for one in fields(Pair)] == ["x", "y", "z"]
    assert replace(Pair(1), y=5) == Pair(1, 5)
    match Place(7):
        case Place(x, 2):
            assert x == 7
        case _:
            pytest.fail("a value matches by its parts")


@pytest.mark.parametrize("made", [Point(1, names={"a": "b"}), Pair(1), Nothing()])
def test_it_can_be_copied(made: object) -> None:
    """A copy, and what was pickled and read, is equal."""
    assert copy.deepcopy(made) == made
    assert pickle.loads(pickle.dumps(made)) == made


def test_it_shows_its_parts() -> None:
    """Its representation is the call that makes it."""
    assert repr(Pair(1)) == "Pair(x=1, y=2, z=3)"
