"""The satisfaction survey: one row for each customer who was asked, with what is done about it."""

import re
from collections.abc import Callable
from datetime import datetime, timedelta

from cstui.domain.acts import OVERALL, Provenance, Rated, Scale
from cstui.domain.satisfaction import DIMENSIONS
from cstui.domain.state import State
from cstui.exchange.cells import rating_of
from cstui.exchange.columns import Cell, Told
from cstui.exchange.forms import cells
from cstui.exchange.forms.column import Column, InHand, SheetForm
from cstui.exchange.forms.labelled import Labelled
from cstui.exchange.forms.problem import problem, problem_text
from cstui.exchange.forms.spans import clock_text
from cstui.exchange.rejects import BadCell
from cstui.exchange.times import tidied
from cstui.exchange.words import Standing, plain
from cstui.i18n import LANGUAGES, Translator

_OPEN_QUESTIONS = Labelled({
    "improve": "forms.survey.improve",
    "suggestion": "forms.survey.suggestion",
})  # fmt: skip
_CHECKS = ("unchecked", "met", "missed")
_CHECK_OF = {
    plain(Translator(language)(f"forms.check.{name}")): name
    for name in _CHECKS
    for language in LANGUAGES
}
_DAY = re.compile(r"[^:点时]+")
_EVENING = timedelta(hours=18)


def _customer(text: str, hand: InHand) -> None:
    cells.name(text, hand)
    if "customer_name" not in hand.values:
        hand.values["provenance"] = Provenance.ANONYMOUS


def _customer_text(told: Told) -> Cell:
    rating = told.state.rating
    if rating and rating.provenance is Provenance.ANONYMOUS and not told.customer.name:
        return told.translate("forms.anonymous")
    return told.customer.name


def _dimension(name: str) -> Callable[[str, InHand], None]:
    """Reads the score of one dimension."""

    def read(text: str, hand: InHand) -> None:
        given = rating_of(text, Scale.FIVE, "", "satisfaction")
        before: Rated = hand.values.get("csat") or Rated(Scale.FIVE)
        scores = dict(before.scores)
        if given.scores:
            scores[name] = given.scores[OVERALL]
        whose = hand.values.get("provenance", Provenance.CUSTOMER)
        if given.provenance is not Provenance.CUSTOMER:
            whose = given.provenance
        elif before.provenance is Provenance.ESTIMATE:
            whose = before.provenance
        hand.values["csat"] = Rated(Scale.FIVE, scores, provenance=whose)

    return read


def _dimension_text(name: str) -> Callable[[Told], Cell]:
    """Writes the score of one dimension; an estimate, and a vain question, as text."""

    def write(told: Told) -> Cell:
        rating = told.state.rating
        if rating is None:
            return None
        if rating.provenance is Provenance.UNANSWERED and name == OVERALL:
            return told.translate(f"exchange.provenance.{rating.provenance}")
        score = rating.scores.get(name)
        if score is not None and rating.provenance is Provenance.ESTIMATE:
            return told.translate("exchange.response.estimate", score=score)
        return score

    return write


def _words(text: str, hand: InHand) -> None:
    for name, part in _OPEN_QUESTIONS.parts(text).items():
        if part:
            hand.values[name or "words"] = part


def _words_text(told: Told) -> Cell:
    rating = told.state.rating
    if rating is None:
        return ""
    parts = {"improve": rating.improve, "suggestion": rating.suggestion}
    return _OPEN_QUESTIONS.text(rating.words, parts, told.translate)


def _due(text: str, hand: InHand) -> None:
    """By when the measure is to have helped; a bare day means its evening."""
    day = tidied(text).partition(" ")[0] if text.endswith(" 00:00:00") else text
    if _DAY.fullmatch(day):
        hand.values["measure_due"] = hand.times.moment(f"{day} 00:00") + _EVENING
    else:
        hand.values["measure_due"] = hand.times.moment(text)


def _due_text(told: Told) -> Cell:
    at: datetime | None = told.local(told.measure.due) if told.measure else None
    if at is None:
        return ""
    midnight = at.replace(hour=0, minute=0, second=0)
    return f"{at:%Y-%m-%d}" if at - midnight == _EVENING else clock_text(at, dated=True)


def _check(text: str, hand: InHand) -> None:
    name = _CHECK_OF.get(plain(text))
    if name is None:
        raise BadCell("bad_check")
    if name != "unchecked":
        hand.values["measure_met"] = name == "met"


def _agent_text(told: Told) -> Cell:
    """Staff number and name."""
    login = told.state.owner
    return f"{login} {told.names[login]}" if login in told.names else login


def _check_text(told: Told) -> Cell:
    loop = told.state.loop
    if loop is None or loop.measure is None:
        return ""
    name = "unchecked" if loop.checked is None else "met" if loop.checked.met else "missed"
    return told.translate(f"forms.check.{name}")


def _was_surveyed(state: State) -> bool:
    """Whether the customer was asked for more than how content they are on the whole."""
    return state.rating is not None and not set(state.rating.scores) <= {OVERALL}


SATISFACTION = SheetForm(
    "satisfaction",
    (
        Column(
            "number", cells.number, lambda told: told.ticket.number,
            ("编号", "序号", "no."), as_text=True, width=17,
        ),
        Column("name", _customer, _customer_text, ("客户", "客户称呼", "customer name"), width=8),
        Column(
            "customer_id", cells.text_of("customer_id"), lambda told: told.customer.number,
            ("客户号", "会员号", "customer id"), as_text=True, width=13,
        ),
        Column(
            "phone", cells.phone, lambda told: told.customer.phone,
            ("联系电话", "电话", "contact"), as_text=True, width=13,
        ),
        Column(
            "kind", cells.text_of("customer_kind"), lambda told: told.customer.kind,
            ("客户性质",),
            words=("forms.kind.new", "forms.kind.old", "forms.kind.valued"), width=10,
        ),
        Column(
            "service", cells.category, cells.category_text,
            ("业务类型", "type"), choices="categories", width=11,
        ),
        Column(
            "agent", cells.text_of("agent"), _agent_text,
            ("员工工号", "员工", "坐席", "服务人员工号姓名", "agent"), as_text=True, width=12,
        ),
        Column(
            "served", cells.instant("opened"), cells.opened,
            ("服务日期", "service time"), moments=cells.moment, width=16,
        ),
        Column(
            "content", problem, problem_text, ("服务描述", "service"), width=16,
        ),
        *(
            Column(
                name, _dimension(name), _dimension_text(name), width=9,
                words=tuple(f"forms.score.{score}" for score in range(1, 6)),
            )
            for name in DIMENSIONS
        ),
        Column(
            "words", _words, _words_text,
            ("客户意见", "客户原话", "客户评价", "feedback"), width=24,
        ),
        Column(
            "measure", cells.text_of("measure"),
            lambda told: told.measure.measure if told.measure else told.state.measure,
            ("跟进措施", "整改措施", "follow-up"), width=18,
        ),
        Column(
            "measure_owner", cells.text_of("measure_owner"),
            lambda told: told.person(told.measure.owner) if told.measure else "",
            ("负责人", "owner"), as_text=True, width=10,
        ),
        Column(
            "measure_due", _due, _due_text,
            ("完成时间", "截止日期", "计划完成日期", "due", "due date"),
            moments=cells.moment, width=12,
        ),
        Column(
            "check", _check, _check_text, ("验证结果", "复查", "check"),
            words=tuple(f"forms.check.{name}" for name in _CHECKS), width=9,
        ),
        Column(
            "note", cells.text_of("note"), lambda told: told.notes, ("notes", "remarks"), width=14
        ),
    ),
    asked="served",
    needed=("served", OVERALL),
    implied={"form": "satisfaction", "status": Standing.DONE},
    beside=_was_surveyed,
)  # fmt: skip
"""A survey asks for nothing more once it was answered; what its measure leads to is checked."""
