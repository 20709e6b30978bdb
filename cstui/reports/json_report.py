"""A report as JSON, for other programs."""

import json

from cstui.reports.model import Report


def json_report(report: Report) -> str:
    """The report's content; the same report always gives the same text, ending in a line break."""
    return json.dumps(report.content, ensure_ascii=False, indent=2, allow_nan=False) + "\n"
