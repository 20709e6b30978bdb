"""What a form's sheet is made of: columns, each read and written by what stands in one place."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from msgspec import Struct

from cstui.domain.state import State
from cstui.exchange.columns import Write
from cstui.exchange.times import TimeReader
from cstui.exchange.words import plain
from cstui.i18n import LANGUAGES, Translator

_HEADER_TAIL = re.compile(r"\([^)]*\)|\s*\d\s*[-–—~至]\s*\d\s*分?")


@dataclass(slots=True)
class InHand:
    """A row while it is read, cell by cell."""

    times: TimeReader
    values: dict[str, Any] = field(default_factory=dict)
    """What its cells say so far, by field."""
    rounded_ids: int = 0
    """Customer numbers left empty because a spreadsheet had rounded them."""


class Column(Struct, frozen=True):
    """One column of a form's sheet."""

    key: str
    """Its name; the headers are the phrase `forms.FORM.KEY` in both languages."""
    read: Callable[[str, InHand], None]
    """Takes over what a cell says; `BadCell` where it cannot be read."""
    write: Write
    """What the cell of a ticket says."""
    also: tuple[str, ...] = ()
    """Other headers under which the column is known."""
    width: int = 14
    """In letters, of a printed sheet; room for day and time needs 16."""
    choices: str = ""
    """The team's list from which its cells are chosen: a field of the settings."""
    words: tuple[str, ...] = ()
    """Phrases from which its cells are chosen."""
    moments: Callable[[str], Iterable[str]] | None = None
    """The dated texts of a cell, where there may be some."""
    as_text: bool = False
    """Whether a spreadsheet must take what is typed for a text: numbers with many digits."""


class SheetForm:
    """A form as teams keep it in sheets.

    Args:
        name: of the form.
        columns: in the order in which they are printed and read; a column whose reading needs
            another comes after it.
        asked: key of the column that tells when the record begins; no row does without it.
        needed: keys of the columns that make a sheet this form.
        implied: what every record of the form says, by field.
        beside: which tickets of other forms its sheets hold, too.
    """

    def __init__(
        self,
        name: str,
        columns: Sequence[Column],
        *,
        asked: str,
        needed: Sequence[str],
        implied: Mapping[str, object],
        beside: Callable[[State], bool] | None = None,
    ) -> None:
        self.name = name
        self.columns = tuple(columns)
        self.asked = asked
        self.needed = tuple(needed)
        self.implied = implied
        self._beside = beside
        self._keys: dict[str, str] = {}
        for column in columns:
            printed = (Translator(language)(f"forms.{name}.{column.key}") for language in LANGUAGES)
            for header in (column.key, *printed, *column.also):
                self._keys.setdefault(_bare(header), column.key)

    def holds(self, state: State) -> bool:
        """Whether a sheet of the form has a row for a ticket."""
        return state.header.form == self.name or bool(self._beside and self._beside(state))

    def headers(self, translate: Translator) -> tuple[str, ...]:
        """The headers as they are printed."""
        return tuple(translate(f"forms.{self.name}.{column.key}") for column in self.columns)

    @property
    def needed_headers(self) -> tuple[str, ...]:
        """The headers of the columns that make a sheet this form, in both languages."""
        return tuple(
            "/".join(Translator(language)(f"forms.{self.name}.{key}") for language in LANGUAGES)
            for key in self.needed
        )

    def column_of(self, header: str) -> str:
        """The key of the column that a header means; where it means none, the header itself.

        Tails are hints in brackets and the range of the scores, as in `客户满意度（1-5分）`;
        spaces, as where a narrow column breaks its header, mean nothing.
        """
        bare = _bare(header)
        return self._keys.get(bare, bare)

    def known(self, headers: Iterable[str]) -> int:
        """How many of a sheet's columns are the form's; 0 where one is lacking that it needs."""
        keys = {self.column_of(header) for header in headers}
        if not keys.issuperset(self.needed):
            return 0
        return sum(column.key in keys for column in self.columns)


def _bare(header: str) -> str:
    """A header without its tail and its spaces."""
    text = plain(_HEADER_TAIL.sub("", unicodedata.normalize("NFKC", header)))
    return text.replace(" ", "")
