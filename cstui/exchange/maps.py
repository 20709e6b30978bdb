r"""Import maps: a TOML file that says which column of a sheet fills which field.

    [file]                       # all optional; what is left out is guessed, and told
    sheet = "Data"               # name or number (from 1) of a workbook's sheet
    encoding = "gb18030"
    delimiter = "\t"
    zone = "Asia/Shanghai"       # of the sheet's clock times; else the site's
    date_order = "dmy"           # ymd, dmy, mdy
    missing = ["?", "NA", "-"]   # cells that say nothing
    json_path = "items"          # where in a JSON file the list of objects stands, with dots
    leave_out = { outcome = ["PHANTOM"] }   # rows with such a cell are left out, and counted
    key = "number"               # an event log: the rows of one number are one ticket's events

    [columns]                    # FIELD = how its cells are found
    subject = "Topic"                            # one column
    opened = ["Date", "Time"]                    # several, joined
    channel = { const = "phone" }                # the same for every row
    priority = { column = "Priority", values = { High = "high" } }   # other words
    answered = { column = "Answered (Y/N)", true = ["Y", "Yes"] }    # yes or no
    resolved = { column = "Closed at", missing = ["0:00:00"] }       # more that says nothing
    closed = { column = "Ends", when = { outcome = ["AGENT"] } }     # read in such rows only
    first_response = { after = "opened", seconds = "Speed of answer" }
    resolved = { after = "opened", column = "End time" }   # a time of day; next day if earlier
    due = { column = "Due day", time_of_day = "18:00" }    # for a column of bare days

`after` names another time field and goes with a column of `seconds`, `minutes` or `hours`, or with
a `column` of times of day. Every field of `cstui.exchange.fields.FIELDS` may be named.

In an event log each row is one event: besides fields of the ticket (of which the first cell that
says something counts) the map names `event`, which `values` turns into kinds of
`cstui.domain.acts`, `at`, and where there are such columns `by`, `text` and `to`:

    event = { column = "Action", values = { Created = "submitted", Solved = "resolved" } }
    at = "When"
    text = "Comment"
"""

from collections.abc import Iterator, Mapping
from datetime import time

from msgspec import Struct, field

from cstui.clock.written import DateOrder


class FileOptions(Struct, frozen=True):
    """How a sheet's file is to be read; what is empty is guessed."""

    sheet: str | int = ""
    """A workbook's sheet by name, or by number from 1."""
    encoding: str = ""
    delimiter: str = ""
    zone: str = ""
    """Of the sheet's clock times; the site's where empty."""
    date_order: DateOrder | None = None
    missing: tuple[str, ...] = ()
    """Cells that say nothing."""
    json_path: str = ""
    """Names that lead to the list of objects, with dots between them."""
    leave_out: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By column, the cells whose rows are left out."""
    key: str = ""
    """The field by which the rows of an event log belong together."""


class FieldSource(Struct, frozen=True):
    """Where a field's value comes from."""

    columns: tuple[str, ...] = ()
    """Headers; the cells of several are joined."""
    const: str = ""
    """The same value for every row."""
    values: Mapping[str, str] = field(default_factory=dict)
    """Other words for a cell's."""
    true: tuple[str, ...] = ()
    """Cells that mean yes; where only these are given, all others mean no."""
    false: tuple[str, ...] = ()
    """Cells that mean no; where only these are given, all others mean yes."""
    missing: tuple[str, ...] = ()
    """Cells that say nothing, besides those of the file."""
    when: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By column, the cells with which the field is read; it says nothing in other rows."""
    after: str = ""
    """The time field from which on a duration, or a time of day, is counted."""
    unit: int = 0
    """Seconds of one unit of the duration; 0 where the cells are times of day."""
    time_of_day: time | None = None
    """Stands in where a cell tells only the day."""

    @property
    def headers(self) -> Iterator[str]:
        """All columns that it needs."""
        yield from self.columns
        yield from self.when


class ImportMap(Struct, frozen=True):
    """Which column of a sheet fills which field."""

    columns: Mapping[str, FieldSource]
    """By field."""
    file: FileOptions = field(default_factory=FileOptions)

    @property
    def headers(self) -> tuple[str, ...]:
        """All columns that it needs, each once."""
        named = [header for source in self.columns.values() for header in source.headers]
        return tuple(dict.fromkeys([*named, *self.file.leave_out]))
