"""The dialogs of the analysis screen."""

from collections.abc import Callable, Mapping

from cstui.domain.errors import InputError
from cstui.i18n import Translator
from cstui.metrics.values import DIMENSIONS
from cstui.reports.model import Report
from screens.analysis.groups import in_order
from screens.analysis.wording import value_text
from screens.kit.dialogs import Ask, Choose
from screens.kit.fields import Field
from screens.kit.form import Labelled
from screens.kit.language import Phrase
from screens.kit.options import Option

PERIOD = "period"
"""The name of the period's field, in the answers."""


def period_dialog(period: str, read: Callable[[str], object], t: Translator) -> Ask:
    """Asks for any period; one that `read` refuses is told below the field."""

    def check(answers: Mapping[str, str]) -> dict[str, str]:
        try:
            read(answers[PERIOD])
        except InputError as error:
            return {PERIOD: t.title(error)}
        return {}

    title = Phrase("analysis.period")
    row = Labelled(title, Field(placeholder=period, id=PERIOD), required=True)
    return Ask(title, row, text=Phrase("analysis.period.examples"), check=check)


def dimension_dialog(title: str, none: str, current: str = "", but: tuple[str, ...] = ()) -> Choose:
    """Asks for a dimension, or for none of them.

    Args:
        title: phrase of the question.
        none: phrase of the option without a dimension, whose value is empty.
        current: the dimension under the cursor at first.
        but: dimensions that are not offered.
    """
    dimensions = [
        Option(name, Phrase(f"report.dimension.{name}")) for name in DIMENSIONS if name not in but
    ]
    return Choose(Phrase(title), [Option("", Phrase(none)), *dimensions], current)


def value_dialog(report: Report, t: Translator, current: str = "") -> Choose:
    """Asks for a value of the one dimension by which a report is grouped, the empty one for none.

    Beside each value stands how many tickets have it.
    """
    (dimension,) = report.query.by
    options = [
        Option(value or "", value_text(dimension, value, t), str(group["tickets"]))
        for group in in_order(report)
        for value in [group["by"][dimension]]
    ]
    return Choose(Phrase(f"report.dimension.{dimension}"), options, current)
