"""In which order a section's tables and charts are shown."""

from cstui.reports.document import Bars, Chart, Column, Kind, Row, Section, Table
from cstui.reports.ordering import in_order


def table(name: str, rows: int) -> Table:
    """A table of so many rows."""
    return Table(name, (Column("figure", ""),), tuple(Row(("",)) for _ in range(rows)))


def order(tables: tuple[Table, ...], *charts: str) -> list[str]:
    """The names of what is shown, charts in brackets."""
    drawn: tuple[Chart, ...] = tuple(Bars(name, "", Kind.COUNT, ()) for name in charts)
    told = in_order(Section("section", "", tables=tables, charts=drawn))
    return [one.name if isinstance(one, Table) else f"[{one.name}]" for one in told]


def test_a_chart_stands_with_its_table() -> None:
    """Below a short one, which is seen beside it; above a long one, which would hide it."""
    assert order((table("FRT.spread", 3), table("RT.spread", 3)), "FRT", "RT") == [
        "FRT.spread", "[FRT]", "RT.spread", "[RT]",
    ]  # fmt: skip
    assert order((table("flow", 31),), "flow") == ["[flow]", "flow"]
    assert order((table("SLA.a", 2), table("SLA.b", 2)), "SLA") == ["SLA.a", "[SLA]", "SLA.b"]


def test_charts_without_a_table_come_first() -> None:
    """As those of a course do, whose table has a row for each day."""
    assert order((table("trends", 31),), "VOL", "FRT") == ["[VOL]", "[FRT]", "trends"]
