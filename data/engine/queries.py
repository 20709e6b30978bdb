"""TinyDB queries as SQL conditions, where SQL gives the very answer that Python gives.

A query tells what it asks in the tuple that TinyDB hashes it by. From that a condition is made
which holds for every document that the query matches. It may hold for more, when the tuple does
not say all (regular expressions) or JSON's types do not (lists, fractions); then the query's own
Python test decides on what SQL let through.

A document on which a query's test raises TypeError (`None < 5`) does not match.

`contains` and `at_most` are tests for `Query().path.test(contains, "text")` that SQL knows as well
as Python does; they never raise, so that they may stand under an `or`.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from functools import reduce
from math import isfinite
from typing import Any, Final

from msgspec import Struct
from msgspec.structs import replace
from tinydb.queries import Query, QueryInstance, QueryLike

from data.engine.codec import is_storable
from data.engine.dialect import Dialect, JsonPath
from data.engine.table_sql import literal

_EXACT_INTEGER: Final = 2**53
"""Beyond it, JSON numbers may be rounded by the database."""
_MOST_VALUES: Final = 50
"""Longer lists of wanted values go into a statement as one."""


def contains(value: object, part: str) -> bool:
    """Whether a value is a text with that part somewhere in it.

    One that begins like the JSON of a list or an object is taken for such, as an index has both.
    """
    return isinstance(value, str) and value[:1] not in ("[", "{") and part in value


def at_most(value: object, limit: int) -> bool:
    """Whether a value is a number (or a truth value) that is not greater."""
    return isinstance(value, int | float) and value <= limit


class Condition(Struct, frozen=True):
    """A condition in SQL that holds for every document that a query matches."""

    sql: str
    """The condition, with a `?` for each value."""
    values: tuple[Any, ...] = ()
    """What the marks stand for."""
    exact: bool = True
    """Whether it holds for no other document, tests that raise left aside."""
    raises: bool = False
    """Whether the Python test may raise TypeError where this is merely false."""
    tangled: bool = False
    """Whether such a test stands under an `or` or a `not`."""

    @property
    def decides(self) -> bool:
        """Whether the Python test need not be asked."""
        return self.exact and not self.tangled


def condition(query: QueryLike, dialect: Dialect) -> Condition | None:
    """The SQL condition that narrows a query, or None when only Python can tell."""
    if type(query) not in (Query, QueryInstance):
        return None
    asked = getattr(query, "_hash", None)
    return _Compiler(dialect).compile(asked) if isinstance(asked, tuple) else None


def matches(query: QueryLike, document: Mapping[str, Any]) -> bool:
    """The query's own answer; one that cannot be given is no."""
    try:
        return bool(query(document))
    except TypeError:
        return False


def inlined(found: Condition) -> str:
    """A condition with its values written out, as the definition of an index needs it."""
    parts = found.sql.split("?")
    values = [literal(value) for value in found.values]
    return "".join(text + value for text, value in zip(parts, [*values, ""], strict=True))


class _Compiler:
    """Turns the tuples that TinyDB hashes queries by into conditions."""

    def __init__(self, dialect: Dialect) -> None:
        self._dialect = dialect
        self._leaves: dict[str, Callable[[JsonPath, Any], Condition | None]] = {
            "==": self._equals,
            "!=": self._differs,
            "one_of": self._one_of,
            "any": self._any,
            "<": lambda path, value: self._compares(path, "<", value),
            "<=": lambda path, value: self._compares(path, "<=", value),
            ">": lambda path, value: self._compares(path, ">", value),
            ">=": lambda path, value: self._compares(path, ">=", value),
            "exists": lambda path, _: Condition(dialect.exists(path)),
            "matches": lambda path, _: self._kinds(path, "text"),
            "search": lambda path, _: self._kinds(path, "text"),
            "all": lambda path, _: self._kinds(path, "array", "text", "object"),
            "test": lambda path, _: replace(Condition(dialect.exists(path)), exact=False),
        }
        self._known: dict[object, Callable[..., Condition | None]] = {
            contains: self._contains,
            at_most: self._at_most,
        }

    def compile(self, asked: tuple[Any, ...]) -> Condition | None:
        """The condition for one tuple; None when it cannot be narrowed."""
        match asked:
            case ():
                return Condition(self._dialect.always)
            case ("and", frozenset() as parts):
                return self._both([self.compile(part) for part in parts])
            case ("or", frozenset() as parts):
                return self._either([self.compile(part) for part in parts])
            case ("not", tuple() as part):
                return self._negated(self.compile(part))
            case ("test", tuple() as path, test, tuple() as wanted) if (
                test in self._known and path and all(map(_is_plain_key, path))
            ):
                return self._known[test](path, *wanted)
            case (str() as name, tuple() as path, *rest) if name in self._leaves:
                if path and all(map(_is_plain_key, path)):
                    return self._leaves[name](path, rest[0] if rest else None)
        return None

    def _both(self, parts: list[Condition | None]) -> Condition | None:
        known = [part for part in parts if part]
        if not known:
            return None
        joined = _joined(known, " AND ")
        return replace(joined, exact=joined.exact and len(known) == len(parts))

    def _either(self, parts: list[Condition | None]) -> Condition | None:
        known = [part for part in parts if part]
        if len(known) < len(parts):
            return None
        joined = _joined(known, " OR ")
        return replace(joined, tangled=joined.raises)

    def _negated(self, part: Condition | None) -> Condition | None:
        if part is None or not part.exact:
            return None
        return replace(part, sql=self._dialect.negated(part.sql), tangled=part.raises)

    def _equals(self, path: JsonPath, value: object) -> Condition | None:
        if value is None:
            return Condition(self._dialect.is_kind(path, "null"))
        if isinstance(value, tuple):
            return self._kinds(path, "array")
        if isinstance(value, dict):
            return self._kinds(path, "object")
        if type(value) is float and isfinite(value):
            slack = _slack(value)
            return Condition(self._dialect.within(path), (value - slack, value + slack), False)
        if isinstance(value, bool):
            return Condition(self._dialect.is_flag(path, value))
        if _is_number(value) or _is_text(value):
            return Condition(self._dialect.equals(path), (value,), exact=_is_clear(value))
        return None

    def _differs(self, path: JsonPath, value: object) -> Condition | None:
        there = Condition(self._dialect.exists(path))
        return self._both([there, self._negated(self._equals(path, value))])

    def _one_of(self, path: JsonPath, values: object) -> Condition | None:
        if not isinstance(values, tuple | frozenset) or not values:
            return None
        plain = [value for value in values if _is_number(value) or _is_text(value)]
        others = [value for value in values if not (_is_number(value) or _is_text(value))]
        parts = [self._equals(path, value) for value in others]
        if plain:
            parts.append(self._among(path, plain))
        found = self._either(parts)
        # looking up a list in a set raises TypeError
        return replace(found, raises=isinstance(values, frozenset)) if found else None

    def _among(self, path: JsonPath, values: list[str | int]) -> Condition:
        clear = all(map(_is_clear, values))
        if len(values) > _MOST_VALUES:
            return Condition(self._dialect.one_of_list(path), (json.dumps(values),), clear)
        return Condition(self._dialect.one_of(path, len(values)), tuple(values), clear)

    def _any(self, path: JsonPath, wanted: object) -> Condition | None:
        if (
            not isinstance(wanted, tuple)
            or not 0 < len(wanted) <= _MOST_VALUES
            or not all(_is_number(value) or _is_text(value) for value in wanted)
        ):
            return self._kinds(path, "array", "text", "object")
        holds = Condition(self._dialect.holds(path, len(wanted)), tuple(wanted), exact=False)
        return self._either([holds, self._kinds(path, "text", "object")])

    def _compares(self, path: JsonPath, operator: str, value: object) -> Condition | None:
        if type(value) is float and isfinite(value):
            limit = value + _slack(value) * (1 if operator.startswith("<") else -1)
            sql = self._dialect.compares_number(path, operator[0] + "=")
            return Condition(sql, (limit,), exact=False, raises=True)
        if _is_number(value):
            sql = self._dialect.compares_number(path, operator)
        elif _is_text(value):
            sql = self._dialect.compares_text(path, operator)
        else:
            return None
        return Condition(sql, (value,), raises=True)

    def _contains(self, path: JsonPath, part: object) -> Condition | None:
        if not _is_text(part):
            return None
        return Condition(self._dialect.contains(path), (part,))

    def _at_most(self, path: JsonPath, limit: object) -> Condition | None:
        if not _is_number(limit):
            return None
        return Condition(self._dialect.compares_number(path, "<="), (limit,))

    def _kinds(self, path: JsonPath, *kinds: str) -> Condition:
        return Condition(self._dialect.is_kind(path, *kinds), exact=False)


def _joined(parts: Iterable[Condition], word: str) -> Condition:
    def join(left: Condition, right: Condition) -> Condition:
        return Condition(
            f"{left.sql}{word}{right.sql}",
            left.values + right.values,
            left.exact and right.exact,
            left.raises or right.raises,
            left.tangled or right.tangled,
        )

    return reduce(join, (replace(part, sql=f"({part.sql})") for part in parts))


def _is_plain_key(key: object) -> bool:
    """Whether a key stands in the JSON text as it does in a path."""
    return (
        isinstance(key, str)
        and bool(key)
        and is_storable(key)
        and not any(char in '"\\' or char < " " for char in key)
    )


def _is_number(value: object) -> bool:
    # not those of their subclasses, which may compare as they please
    return (type(value) is int and abs(value) < _EXACT_INTEGER) or type(value) is bool


def _slack(value: float) -> float:
    """By how much the database may have misread a decimal: it promises 15 digits."""
    return max(abs(value) * 1e-14, 1e-300)


def _is_text(value: object) -> bool:
    return type(value) is str and is_storable(value)


def _is_clear(value: object) -> bool:
    """Whether nothing else has this value: a list and an object are read as their JSON text."""
    return not (isinstance(value, str) and value.startswith(("[", "{")))
