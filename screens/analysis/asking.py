"""How the reader is asked for another question: dialogs that give one, or None."""

from collections.abc import Awaitable, Callable, Mapping, Sequence

from textual.screen import Screen

from cstui.clock.period import Period
from cstui.domain.errors import InputError
from cstui.i18n import Translator
from cstui.metrics.values import DIMENSIONS, TIMED
from cstui.reports.wording import value_text
from screens.analysis.question import VIEWS, Question
from screens.kit.dialogs.ask import Ask
from screens.kit.dialogs.choose import Choose
from screens.kit.fields import Field
from screens.kit.form import Labelled
from screens.kit.language import Phrase, translator_of
from screens.kit.options import Option

PERIOD = "period"
"""The name of the period's field, in the answers."""

Values = Sequence[tuple[str, int]]
"""Values of a dimension, and how many tickets have each."""


async def ask_view(screen: Screen[None], question: Question) -> Question | None:
    """Asks which view to look at."""
    options = [Option(name, Phrase(f"view.{name}")) for name in VIEWS]
    dialog = Choose(Phrase("analysis.view"), options, question.view)
    view = await screen.app.push_screen_wait(dialog)
    return question.looking_at(view) if view else None


async def ask_period(
    screen: Screen[None], question: Question, read: Callable[[str], Period]
) -> Question | None:
    """Asks for any period; one that `read` refuses is told below the field."""
    t = translator_of(screen)

    def check(answers: Mapping[str, str]) -> dict[str, str]:
        try:
            read(answers[PERIOD])
        except InputError as error:
            return {PERIOD: t.title(error)}
        return {}

    title = Phrase("analysis.period")
    row = Labelled(title, Field(placeholder=question.period, id=PERIOD), required=True)
    dialog = Ask(title, row, text=Phrase("analysis.period.examples"), check=check)
    answers = await screen.app.push_screen_wait(dialog)
    return question.over(read(answers[PERIOD]).name) if answers else None


async def ask_group(screen: Screen[None], question: Question) -> Question | None:
    """Asks what to group by, if by anything."""
    dialog = _dimensions("analysis.group", "analysis.ungrouped", "".join(question.by[:1]))
    name = await screen.app.push_screen_wait(dialog)
    return None if name is None else question.grouped(name)


async def ask_cross(screen: Screen[None], question: Question) -> Question | None:
    """Asks by what to divide each group, if by anything."""
    first, second = question.by[:1], "".join(question.by[1:])
    dialog = _dimensions("analysis.cross", "analysis.not_crossed", second, but=first)
    name = await screen.app.push_screen_wait(dialog)
    return None if name is None else question.crossed(name)


async def ask_filter(
    screen: Screen[None],
    question: Question,
    values: Callable[[str, Question], Awaitable[Values | None]],
) -> Question | None:
    """Asks for a dimension, then for one of the values that tickets of the period have in it.

    Args:
        screen: over which it asks.
        question: what is asked for so far.
        values: gives a dimension's values; None where they cannot be read.
    """
    dialog = _dimensions("analysis.filter_by", "analysis.everything")
    name = await screen.app.push_screen_wait(dialog)
    if not name:
        return None if name is None else question.unfiltered()
    found = await values(name, question.without(name))
    if found is None:
        return None
    t = translator_of(screen)
    if not found:
        screen.notify(t("analysis.no_groups"), markup=False)
        return None
    picker = _values(found, name, t, question.where.get(name, ""))
    value = await screen.app.push_screen_wait(picker)
    return None if value is None else question.filtered(name, value)


def _dimensions(title: str, none: str, current: str = "", but: tuple[str, ...] = ()) -> Choose:
    """Offers the dimensions, and before them the phrase for none, whose value is empty."""
    dimensions = [
        Option(name, Phrase(f"report.dimension.{name}")) for name in DIMENSIONS if name not in but
    ]
    return Choose(Phrase(title), [Option("", Phrase(none)), *dimensions], current)


def _values(found: Values, dimension: str, t: Translator, current: str) -> Choose:
    """Offers values, the most frequent first; beside each stands how many tickets it has."""
    in_order = found if dimension in TIMED else sorted(found, key=lambda each: -each[1])
    options = [
        Option(value, value_text(dimension, value, t), str(count)) for value, count in in_order
    ]
    return Choose(Phrase(f"report.dimension.{dimension}"), options, current)
