"""Values: classes whose objects hold a few things, are compared by them, and never change.

`value` makes what `dataclass(frozen=True, slots=True)` makes. That one writes and compiles six
methods anew for each class: with a hundred classes, a tenth of a session's start. Here all but
`__init__` are shared. The figures, reports and sheets, which no session reads to start, keep the
standard library's.
"""

from collections.abc import Callable
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field, fields
from operator import attrgetter
from typing import Any, ClassVar, TypeVar, dataclass_transform

ValueT = TypeVar("ValueT")
_UNSET = object()
"""Stands for a default that is made anew for each object."""


class _Shared:
    """The methods of all values."""

    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]
    _held: ClassVar[Callable[[object], object]]
    """Gives what one holds."""

    def __eq__(self, other: object) -> bool:
        """Whether both hold the same; another kind of value is another value."""
        if other.__class__ is not self.__class__:
            return NotImplemented
        held = self.__class__._held
        return bool(held(self) == held(other))

    def __hash__(self) -> int:
        """The same for what is equal."""
        return hash(self.__class__._held(self))

    def __repr__(self) -> str:
        """The call that makes it."""
        held = ", ".join(f"{one.name}={getattr(self, one.name)!r}" for one in fields(self))
        return f"{self.__class__.__qualname__}({held})"

    def __setattr__(self, name: str, held: object) -> None:
        """Refuses."""
        raise FrozenInstanceError(f"cannot assign to field {name!r}")

    def __delattr__(self, name: str) -> None:
        """Refuses."""
        raise FrozenInstanceError(f"cannot delete field {name!r}")

    def __getstate__(self) -> object:
        """What a copy is made of."""
        return [getattr(self, one.name) for one in fields(self)]

    def __setstate__(self, held: list[object]) -> None:
        """Makes a copy hold the same."""
        for one, each in zip(fields(self), held, strict=True):
            object.__setattr__(self, one.name, each)


_SHARED = {name: method for name, method in vars(_Shared).items() if callable(method)}


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def value(cls: type[ValueT]) -> type[ValueT]:
    """Make a class of values, described by its annotations as a dataclass is."""
    made = dataclass(init=False, repr=False, eq=False, slots=True)(cls)
    names = [one.name for one in fields(made)]  # type: ignore[arg-type]  # one now
    methods = _SHARED | {
        "__init__": _initializer(made),
        "_held": attrgetter(*names) if names else _nothing,
    }
    for name, method in methods.items():
        if name not in vars(cls):
            setattr(made, name, method)
    return made


def _nothing(_: object) -> tuple[()]:
    return ()


def _initializer(cls: Any) -> Callable[..., None]:  # noqa: ANN401  # a dataclass, just made
    """Write and compile `__init__`: one for all, made of loops, would slow each object down."""
    known: dict[str, Any] = {"_unset": _UNSET}
    taken, lines = ["self"], []
    for one in fields(cls):
        name = given = one.name
        known[f"_set_{name}"] = getattr(cls, name).__set__
        if one.default_factory is not MISSING:
            known[f"_make_{name}"] = one.default_factory
            given = f"_make_{name}() if {name} is _unset else {name}"
            taken.append(f"{name}=_unset")
        elif one.default is not MISSING:
            known[f"_default_{name}"] = one.default
            taken.append(f"{name}=_default_{name}")
        else:
            taken.append(name)
        lines.append(f" _set_{name}(self, {given})")
    exec("\n".join([f"def __init__({', '.join(taken)}):", *(lines or [" pass"])]), known)
    made: Callable[..., None] = known["__init__"]
    made.__qualname__ = f"{cls.__qualname__}.__init__"
    return made
