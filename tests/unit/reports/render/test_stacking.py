"""Tables put together to one."""

from msgspec.structs import replace

from cstui.i18n import Translator
from cstui.reports.document import Column, Kind, Row, Section, Table
from cstui.reports.render.stacking import stacked
from tests.fixtures.documents import sample_document

WHO = Column("channel", "channel")
N = Column("n", "n", Kind.COUNT)
SPEED = Table(
    "speed",
    (
        WHO,
        Column("FRT", "response", Kind.SECONDS, "FRT"),
        Column("FRT.n", "n", Kind.COUNT, "FRT"),
    ),
    (Row(("phone", 60.0, 5)), Row(("mail", 600.0, 2))),
    "Speed",
)
SCORES = Table(
    "scores", (WHO, Column("CSAT", "score", Kind.SCORE), N), (Row(("phone", 4.5, 3)),), "Scores"
)
VOLUME = Table("volume", (WHO, N), (Row(("mail", 7)),), "Volume")


def test_rows_fill_the_columns_of_their_table() -> None:
    """Columns that are one by name, title and kind are there once; others stay empty."""
    document = replace(
        sample_document(), sections=(Section("s", "All", (), (SPEED, SCORES, VOLUME)),)
    )
    table = stacked(document, Translator("en"))
    titles = [column.title for column in table.columns]
    assert titles == ["Table", "channel", "response", "response n", "score", "Scores n"]
    assert [row.cells for row in table.rows] == [
        ("Speed", "phone", 60.0, 5, None, None),
        ("Speed", "mail", 600.0, 2, None, None),
        ("Scores", "phone", None, None, 4.5, 3),
        ("Volume", "mail", None, None, None, 7),
    ]


def test_columns_of_one_title_are_told_apart() -> None:
    """By the title of their table, where their metric does not; at last by a number."""
    again = (Column("old", "response", Kind.SECONDS), Column("older", "response", Kind.SECONDS))
    other = Table("old", (WHO, *again), (Row(("mail", 1.0, 2.0)),), "Last year")
    document = replace(sample_document(), sections=(Section("s", "All", (), (SPEED, other)),))
    titles = [column.title for column in stacked(document, Translator("en")).columns]
    assert titles[2:] == [
        "Speed response",
        "n",
        "Last year response",
        "Last year response 2",
    ]
