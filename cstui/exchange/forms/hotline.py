"""The hotline call record: one row for each call, from the problem to what was learnt from it."""

from cstui.exchange.columns import Cell, Told
from cstui.exchange.forms import cells
from cstui.exchange.forms.column import Column, InHand, SheetForm
from cstui.exchange.forms.dated_lines import begins_dated, dated_head
from cstui.exchange.forms.problem import problem, problem_text
from cstui.exchange.forms.spans import clock_text, timed, timed_moments
from cstui.exchange.words import Standing


def _solution(text: str, hand: InHand) -> None:
    """What was done; solved where a time stands in front, else only known to be done."""
    at, rest = dated_head(text, hand.times)
    if at:
        hand.values["resolved"] = at
    else:
        hand.values["status"] = Standing.DONE
    if rest:
        hand.values["solution"] = rest


def _solution_text(told: Told) -> Cell:
    at = told.local(told.state.round.ended)
    if at is None:
        return told.closing
    return f"{clock_text(at, dated=True)} {told.state.solution}".strip()


HOTLINE = SheetForm(
    "hotline",
    (
        Column(
            "number", cells.number, lambda told: told.ticket.number,
            ("序号", "编号", "no."), as_text=True, width=14,
        ),
        Column(
            "at", cells.instant("opened"), cells.opened,
            ("来电时间", "记录时间", "date and time"), moments=cells.moment, width=16,
        ),
        Column(
            "name", cells.name, lambda told: told.customer.name,
            ("客户", "来电人", "customer name"), width=9,
        ),
        Column(
            "contact", cells.phone, lambda told: told.customer.phone,
            ("联系电话", "电话", "phone"), as_text=True, width=13,
        ),
        Column(
            "references", cells.references, cells.references_text,
            ("订单号", "会员号", "order no."), as_text=True, width=17,
        ),
        Column(
            "category", cells.category, cells.category_text,
            ("类型", "problem type"), choices="categories", width=12,
        ),
        Column("problem", problem, problem_text, ("问题", "description"), width=28),
        Column(
            "request", cells.text_of("request"), lambda told: told.state.header.request,
            ("诉求", "requested"), choices="requests", width=10,
        ),
        Column(
            "priority", cells.text_of("priority"), lambda told: told.state.header.priority,
            ("优先级",), choices="priorities", width=8,
        ),
        Column(
            "handler", cells.text_of("agent"), lambda told: told.holder,
            ("处理人", "分派部门", "agent", "owner"), width=10,
        ),
        Column(
            "assigned", timed("assigned"), cells.instant_text(lambda told: told.assigned),
            ("派单时间",), moments=timed_moments, as_text=True, width=16,
        ),
        Column("limit", cells.limit, cells.limit_text, ("时限", "time limit"), width=8),
        Column(
            "solution", _solution, _solution_text,
            ("解决方案", "处理结果", "result"), moments=begins_dated, width=28,
        ),
        Column(
            "satisfaction", cells.scored("hotline"), cells.score,
            ("满意度", "customer satisfaction"),
            words=tuple(f"act.score.hotline.{score}" for score in (3, 2, 1)), width=8,
        ),
        Column(
            "words", cells.text_of("words"), cells.words,
            ("客户反馈", "feedback"), width=14,
        ),
        Column(
            "cause", cells.text_of("cause"), lambda told: told.state.cause,
            ("原因分析", "cause"), width=16,
        ),
        Column(
            "measure", cells.text_of("measure"), lambda told: told.state.measure,
            ("改进", "improvement"), width=16,
        ),
        Column(
            "note", cells.text_of("note"), lambda told: told.notes, ("notes", "remarks"), width=12
        ),
    ),
    asked="at",
    needed=("at", "handler", "assigned"),
    implied={"form": "hotline", "answered": True},
)  # fmt: skip
"""A call that was recorded was answered; when, to the second, no sheet tells."""
