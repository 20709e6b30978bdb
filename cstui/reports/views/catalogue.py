"""The views and the named reports: what sections each is made of."""

from collections.abc import Callable, Mapping
from typing import Final

from cstui.reports.document import Document, Section
from cstui.reports.heading import heading_lines
from cstui.reports.study import Study
from cstui.reports.views.anomalies import anomalies
from cstui.reports.views.attainment import attainment
from cstui.reports.views.backlog import backlog
from cstui.reports.views.board import board
from cstui.reports.views.findings import findings
from cstui.reports.views.heat import heat
from cstui.reports.views.monitoring import assessment, monitoring
from cstui.reports.views.people import people
from cstui.reports.views.problems import problems
from cstui.reports.views.response import response
from cstui.reports.views.satisfaction import satisfaction
from cstui.reports.views.staffing import staffing
from cstui.reports.views.trends import trends

View = Callable[[Study], Section]

VIEWS: Final[Mapping[str, View]] = {
    "board": board,
    "response": response,
    "trends": trends,
    "heat": heat,
    "attainment": attainment,
    "backlog": backlog,
    "satisfaction": satisfaction,
    "people": people,
    "problems": problems,
    "anomalies": anomalies,
    "staffing": staffing,
    "findings": findings,
}
"""Single views, in the order in which a screen offers them."""

REPORTS: Final[Mapping[str, tuple[View, ...]]] = {
    "daily": (monitoring, board, findings),
    "weekly": (monitoring, trends, attainment, backlog, findings),
    "monthly": (
        monitoring, response, trends, heat, attainment, backlog, satisfaction, people, problems,
        findings,
    ),
    "current": (assessment, response, problems, people, findings),
}  # fmt: skip
"""Named reports, for reviews."""


_GROUPED: Final = (response, backlog, satisfaction, anomalies)
"""Views that tell of the groups that are asked for; the others have groups of their own."""


def is_grouped(name: str) -> bool:
    """Whether a view or a named report differs by the groups that are asked for."""
    return any(view in _GROUPED for view in _views(name))


def document(name: str, study: Study) -> Document:
    """A view or a named report as a document."""
    return of_sections(name, study, *(view(study) for view in _views(name)))


def _views(name: str) -> tuple[View, ...]:
    return REPORTS.get(name) or (VIEWS[name],)


def of_sections(name: str, study: Study, *sections: Section) -> Document:
    """Sections as a document."""
    query, t = study.query, study.t
    lines = heading_lines(query.period, study.as_of, query.where, t, estimates=query.estimates)
    title = t(f"view.report.{name}") if name in REPORTS else sections[0].title
    return Document(name, title, query.period, query.where, study.as_of, tuple(lines), sections)
