"""Documents."""

from cstui.reports.document import Column, Kind, Table
from tests.fixtures.documents import KINDS, MONITORING


def test_labels_are_the_texts_in_front() -> None:
    """A text behind the figures, as a measure, is no label."""
    assert MONITORING.labels == 2
    assert KINDS.labels == 1
    assert Table("t", (Column("a", "a"), Column("b", "b")), ()).labels == 2
    assert Table("t", (Column("n", "n", Kind.COUNT),), ()).labels == 0
