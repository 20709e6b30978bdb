"""What a form's sheet says is the same after it was imported, exported and imported again."""

import csv
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy
from msgspec.structs import replace

from cstui.domain.fold import fold
from cstui.domain.ticket import Ticket
from cstui.exchange.columns import Told
from cstui.exchange.forms.after_sales import AFTER_SALES
from cstui.exchange.forms.catalogue import SHEET_FORMS
from cstui.exchange.forms.column import SheetForm
from cstui.exchange.forms.hotline import HOTLINE
from cstui.exchange.forms.satisfaction import SATISFACTION
from cstui.exchange.forms.sheet import filled_head
from cstui.exchange.writing import writer_for
from cstui.i18n import Language, Translator
from tests.fixtures.exchange.forms import (
    AFTER_SALES_ROW,
    HOTLINE_ROW,
    SATISFACTION_ROWS,
    sheet_rows,
)
from tests.fixtures.exchange.sheets import RESPONSE_ROWS, tickets_of, write_csv

EXAMPLES = {
    "hotline": [HOTLINE_ROW],
    "response": RESPONSE_ROWS[2:5],
    "after_sales": [AFTER_SALES_ROW],
    "satisfaction": SATISFACTION_ROWS,
}
_WORDS = "今天客户说机器坏了ab A1，。；：;:=+-@'/()（）\n 10"
_BEGINNING = datetime(2024, 2, 28, 8)  # noqa: DTZ001  # a sheet's clock time has no zone

texts = st.text(_WORDS, max_size=20)
names = st.text("张王李女士先生Ab*", min_size=1, max_size=6)
moments = st.integers(0, 200_000).map(lambda minutes: _BEGINNING + timedelta(minutes=minutes))
spans = st.integers(0, 9_000).map(lambda minutes: f"{minutes // 60}小时{minutes % 60}分钟")
scores = st.sampled_from(["", "1", "2", "3", "4", "5", "3（估）"])
lines = st.lists(
    st.tuples(st.one_of(st.just(""), moments.map(lambda at: f"{at:%Y-%m-%d %H:%M} ")), texts)
).map(lambda parts: "\n".join(head + text for head, text in parts))

CELLS: dict[str, SearchStrategy[str]] = {
    "at": moments.map(str),
    "requested": moments.map(str),
    "served": moments.map(str),
    "name": names,
    "contact": st.sampled_from(["", "13812345678", "尾号5678", "客户-001", "010-12345678"]),
    "phone": st.sampled_from(["", "13812345678", "138****5678"]),
    "references": st.sampled_from(["-", "ORD1", "会员A1", "订单7/会员B2", "A1"]),
    "category": st.sampled_from(["", "售后", "售后/维修"]),
    "service": st.sampled_from(["", "投诉", "投诉/态度"]),
    "assigned": st.one_of(st.sampled_from(["", "15:00"]), spans),
    "limit": st.one_of(st.just(""), spans, moments.map(str)),
    "first_response": st.one_of(st.just(""), spans),
    "resolved": st.one_of(st.just(""), spans, moments.map(str)),
    "steps": lines,
    "talks": lines,
    "helps": lines,
    "measure_due": st.one_of(moments.map(str), moments.map(lambda at: f"{at:%Y-%m-%d}")),
    "check": st.sampled_from(["", "待验证", "已达标", "未达标"]),
    "attitude": scores, "skill": scores, "speed": scores, "ease": scores,
    "overall": st.one_of(scores, st.just("未评价")),
    "number": st.just(""),
}  # fmt: skip
LABELS = {
    "hotline": st.sampled_from(["", "满意", "一般", "不满意", "满意（估）", "未评价"]),
    "after_sales": st.sampled_from(["", "满意", "基本满意", "不满意"]),
}


def _rows(form: SheetForm) -> SearchStrategy[list[str]]:
    """Rows of a form with anything in their cells that a team may type."""
    cells = {**CELLS, "satisfaction": LABELS.get(form.name, texts)}
    return st.tuples(*(cells.get(column.key, texts) for column in form.columns)).map(list)


def _exported(
    path: Path, form: SheetForm, tickets: Sequence[Ticket], language: Language, *, full: bool = True
) -> Path:
    translate = Translator(language)
    told = [Told(one, fold(one), "Asia/Shanghai", translate, full) for one in tickets]
    rows = ([column.write(each) for column in form.columns] for each in told)
    writer_for(path)(path, filled_head(form, translate), rows)
    return path


def _meaning(tickets: Sequence[Ticket]) -> list[Ticket]:
    """The tickets without what tells one import from another."""
    return [replace(one, header=replace(one.header, origin="")) for one in tickets]


@pytest.mark.parametrize("form", SHEET_FORMS.values(), ids=lambda form: form.name)
@pytest.mark.parametrize("ending", ["csv", "xlsx", "json"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_examples_come_back(
    tmp_path: Path, form: SheetForm, ending: str, language: Language
) -> None:
    """The rows that the forms print, masked as they are printed, in every kind of file."""
    path = write_csv(tmp_path / "f.csv", sheet_rows(form, *EXAMPLES[form.name]))
    before = tickets_of(path, form)
    assert len(before) == len(EXAMPLES[form.name])
    out = _exported(tmp_path / f"out.{ending}", form, before, language, full=False)
    assert _meaning(tickets_of(out, form)) == _meaning(before)


@pytest.mark.parametrize("form", SHEET_FORMS.values(), ids=lambda form: form.name)
def test_the_columns_are_the_forms_own(tmp_path: Path, form: SheetForm) -> None:
    """An exported sheet has the headings of the blank one, in their order."""
    out = _exported(tmp_path / "out.csv", form, [], "zh")
    headers = next(csv.reader(out.read_text(encoding="utf-8-sig").splitlines()))
    assert tuple(headers) == form.headers(Translator("zh"))


@pytest.mark.parametrize("form", [HOTLINE, AFTER_SALES, SATISFACTION], ids=lambda form: form.name)
def test_whatever_is_typed_comes_back(form: SheetForm) -> None:
    """Texts of several lines, signs of formulas, labels within texts, times without a day."""

    @settings(max_examples=60, deadline=None)
    @given(_rows(form))
    def law(row: list[str]) -> None:
        with TemporaryDirectory() as folder:
            sheet = write_csv(Path(folder) / "f.csv", sheet_rows(form, row))
            before = tickets_of(sheet, form)
            out = _exported(Path(folder) / "out.csv", form, before, "zh")
            assert _meaning(tickets_of(out, form)) == _meaning(before)

    law()
