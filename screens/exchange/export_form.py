"""What is asked before an export: where to, which tickets, and how."""

from collections.abc import Iterator, Mapping

from cstui.clock.period import NAMES, parse_period
from cstui.domain.errors import CstuiError
from cstui.exchange.forms.catalogue import SHEET_FORMS
from cstui.exchange.writing import writer_for
from cstui.i18n import Translator
from cstui.services.queues import Wanted
from cstui.services.sheets import Export, Sheets
from screens.kit.choice import Choice
from screens.kit.dialogs.ask import Ask
from screens.kit.fields import Field
from screens.kit.form import Labelled
from screens.kit.language import Phrase
from screens.kit.options import Option
from screens.kit.path_field import PathField, path_of
from screens.kit.text import displayable

Answers = Mapping[str, str]
"""What was typed, by the name of its field."""

_ENDINGS = (".csv", ".xlsx", ".json")
_LIST, _ALL = "list", "all"
_ANY_FORM = "any"
_MASKED, _FULL = "no", "yes"
_BETWEEN = " · "


class ExportForm(Ask):
    """Asks for an export.

    Args:
        sheets: knows the time, and who exports.
        wanted: what a list shows that they may mean.
        typed: what was typed before, where they think again.
        t: the reader's.
    """

    def __init__(
        self, sheets: Sheets, wanted: Wanted | None, typed: Answers | None, t: Translator
    ) -> None:
        self._sheets = sheets
        self._wanted = wanted
        answers = typed or self._beginning(t)
        fields = [_file(answers["file"]), *self._choices(answers, t)]
        super().__init__(
            Phrase("sheets.export.title"),
            *(Labelled(Phrase(f"sheets.export.{one.id}"), one, required=True) for one in fields),
            check=lambda given: self._wrong(given, t),
        )

    def _beginning(self, t: Translator) -> Answers:
        """What is asked for unless somebody says otherwise."""
        return {
            "file": t("sheets.export.name", day=f"{self._sheets.now():%Y%m%d}"),
            "what": _LIST if self._wanted else _ALL,
            "period": "all",
            "form": _ANY_FORM,
            "full": _MASKED,
        }

    def _choices(self, answers: Answers, t: Translator) -> Iterator[Choice]:
        whats = [Option(_ALL, Phrase("sheets.export.what.all"))]
        if self._wanted:
            shown = Phrase("sheets.export.what.list", list=_list_text(self._wanted, t))
            whats.insert(0, Option(_LIST, shown))
        yield Choice(whats, answers["what"], id="what")
        periods = [Option(each, Phrase(f"sheets.period.{each}")) for each in reversed(NAMES)]
        yield Choice(periods, answers["period"], free=True, id="period")
        forms = [Option(form, Phrase(f"forms.{form}")) for form in SHEET_FORMS]
        forms.insert(0, Option(_ANY_FORM, Phrase("sheets.export.form.any")))
        yield Choice(forms, answers["form"], id="form")
        if self._sheets.supervises:
            full = [Option(each, Phrase(f"sheets.export.full.{each}")) for each in (_MASKED, _FULL)]
            yield Choice(full, answers["full"], id="full")

    def _wrong(self, typed: Answers, t: Translator) -> dict[str, str]:
        """What cannot be done as it was typed."""
        wrong = {}
        path = path_of(typed["file"])
        try:
            writer_for(path)
        except CstuiError as error:
            wrong["file"] = t.text(error)
        else:
            if not path.parent.is_dir() or path.is_dir():
                wrong["file"] = t("sheets.no_folder")
        try:
            parse_period(typed["period"], self._sheets.now(), self._sheets.settings.zone)
        except CstuiError as error:
            wrong["period"] = t.text(error)
        return wrong


def export_of(typed: Answers, wanted: Wanted | None) -> Export:
    """What was asked for."""
    return Export(
        path_of(typed["file"]),
        typed["period"],
        "" if typed["form"] == _ANY_FORM else typed["form"],
        typed.get("full") == _FULL,
        wanted if typed["what"] == _LIST else None,
    )


def _file(typed: str) -> Field:
    return PathField(typed, endings=_ENDINGS, new=True, id="file")


def _list_text(wanted: Wanted, t: Translator) -> str:
    parts = [t(f"queue.{wanted.which}")]
    if wanted.text:
        parts.append(t("queue.says.filter", text=displayable(wanted.text)))
    return _BETWEEN.join(parts)
