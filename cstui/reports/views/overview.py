"""The plain report as a document: how much work, how fast, how well, as a whole and by group."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from msgspec import Struct

from cstui.i18n import Translator
from cstui.metrics.values import Bins, Figures, Spread
from cstui.reports.document import Chart, Column, Document, Histogram, Row, Section, Table
from cstui.reports.heading import report_lines
from cstui.reports.model import Report
from cstui.reports.views.parts import label_cells, label_columns, total_cells, where_of
from cstui.reports.views.topics import Topic, topics


class _Line(Struct, frozen=True):
    """What a row of each table is about: all tickets, or those of a group."""

    labels: tuple[str, ...]
    figures: Figures
    where: Mapping[str, str]

    def row(self, *topics: Topic) -> Row:
        """The line of a table that tells of these topics."""
        found = [(topic.columns, topic.read(self.figures)) for topic in topics]
        cells = (values.get(column.name) for columns, values in found for column in columns)
        return Row((*self.labels, *cells), self.where)


class _Frame(Struct, frozen=True):
    """What all tables have in common."""

    labels: tuple[Column, ...]
    lines: tuple[_Line, ...]

    def table(self, topic: Topic, title: str) -> Table:
        """One topic."""
        rows = tuple(line.row(topic) for line in self.lines)
        return Table(topic.name, (*self.labels, *topic.columns), rows, title)

    def flat(self, topics: Sequence[Topic], title: str) -> Table:
        """All topics side by side."""
        columns = [
            Column(f"{topic.name}_{column.name}", f"{topic.title} {column.title}", column.kind)
            for topic in topics
            for column in topic.columns
        ]
        rows = tuple(line.row(*topics) for line in self.lines)
        return Table("figures", (*self.labels, *columns), rows, title)


def overview(report: Report, t: Translator) -> Document:
    """The plain report as a document.

    Each topic is a table with a row for all tickets and, where the report is grouped, one for each
    group; how first responses and solutions are spread is drawn for all tickets.
    """
    query, content = report.query, report.content
    frame = _Frame(label_columns(query.by, t), tuple(_lines(report, t)))
    told, charts = topics(t), _charts(report, t)
    sections = (
        Section(
            name,
            t(f"report.topic.{name}"),
            tables=tuple(_tables(name, within, frame)),
            charts=(charts[name],) if name in charts else (),
        )
        for name, within in groupby(told, lambda topic: topic.section)
    )
    return Document(
        "overview",
        t("report.title"),
        query.period,
        content["filters"],
        report.as_of,
        tuple(report_lines(report, t)),
        tuple(sections),
        frame.flat(told, t("report.title")),
    )


def _lines(report: Report, t: Translator) -> Iterator[_Line]:
    """All tickets, then each group."""
    by = report.query.by
    yield _Line(total_cells(by, t), report.content["total"], {})
    for group in report.content["groups"]:
        labels = tuple(group["by"][name] for name in by)
        yield _Line(label_cells(by, labels, t), group, where_of(by, labels))


def _tables(section: str, topics: Iterable[Topic], frame: _Frame) -> Iterator[Table]:
    """The topics of a section that have anything to tell."""
    for topic in topics:
        if any(topic.read(line.figures) for line in frame.lines):
            yield frame.table(topic, "" if topic.name == section else topic.title)


def _charts(report: Report, t: Translator) -> dict[str, Chart]:
    """How first responses and solutions are spread, by section."""
    total = report.content["total"]
    return {
        "first_response": _histogram(
            "first_response", report.first_response, total["first_response_s"], t
        ),
        "resolution": _histogram("resolution", report.resolution, total["resolution_s"], t),
    }


def _histogram(name: str, bins: Bins, spread: Spread, t: Translator) -> Histogram:
    marks = {"p50": spread["p50"], "p90": spread["p90"], "p95": spread["p95"]}
    known = {t(f"metric.{key}"): at for key, at in marks.items() if at is not None}
    return Histogram(
        f"{name}_spread", t("report.plot", name=t(f"report.{name}"), n=bins.n), bins, known
    )
