"""Writing import maps as TOML."""

import pytest

from cstui.exchange.map_file import parse_map, read_map
from cstui.exchange.map_writing import map_text
from tests.fixtures.exchange.sheets import sample_map

WHOLE = """
[file]
sheet = 2
encoding = "gb18030"
delimiter = ";"
zone = "Asia/Shanghai"
date_order = "dmy"
missing = ["?", "-"]
json_path = "data.items"
leave_out = { outcome = ["PHANTOM"] }

[columns]
opened = ["Date", "Time"]
first_response = { after = "opened", minutes = "Speed" }
resolved = { after = "opened", column = "End", missing = ["0:00:00"] }
closed = { column = "Ends", when = { outcome = ["AGENT"] } }
due = { column = "Due day", time_of_day = "18:00" }
priority = { column = "Priority", values = { High = "高" } }
channel = { const = "phone" }
answered = { column = "Answered", true = ["Y"], false = ["N"] }
"""
LOG = """
[file]
key = "number"

[columns]
number = "Ticket"
event = { column = "Action", values = { Created = "submitted" } }
at = "When"
"""


@pytest.mark.parametrize("text", [WHOLE, LOG])
def test_what_is_written_is_read_the_same(text: str) -> None:
    """Nothing that a map can say is lost."""
    layout = parse_map(text, "map.toml")
    assert parse_map(map_text(layout), "map.toml") == layout


@pytest.mark.parametrize("name", ["bank.toml", "tickets.toml"])
def test_maps_in_use_are_written_and_read_the_same(name: str) -> None:
    """Maps of real sheets, too."""
    layout = read_map(sample_map(name))
    assert parse_map(map_text(layout), name) == layout


def test_what_a_map_leaves_open_is_not_written() -> None:
    """One column is no more than its header; a file of which nothing is said has no section."""
    layout = parse_map('[columns]\nopened = "Created"\n', "map.toml")
    assert map_text(layout) == '[columns]\nopened = "Created"\n'
