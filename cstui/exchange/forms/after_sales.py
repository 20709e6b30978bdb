"""The after-sales ticket: one row from the request to the customer's opinion of its outcome."""

import re

from cstui.domain import acts
from cstui.exchange.columns import Cell, Told
from cstui.exchange.forms import cells
from cstui.exchange.forms.column import Column, InHand, SheetForm
from cstui.exchange.forms.dated_lines import dated_lines, dated_moments, dated_text
from cstui.exchange.forms.labelled import Labelled
from cstui.exchange.forms.problem import problem, problem_text
from cstui.exchange.forms.spans import timed, timed_moments, timed_text
from cstui.exchange.words import Standing

_TALK = Labelled({"reaction": "forms.talk.reaction", "next_action": "forms.talk.next_action"})
_BETWEEN = "："
_EITHER = re.compile(r"\s*[:：]\s*")


def _talk(line: str) -> acts.Act:
    parts = _TALK.parts(line)
    return acts.Talked(parts.pop(""), **parts)


def _talk_text(act: acts.Act, told: Told) -> str:
    if not isinstance(act, acts.Talked):
        return ""
    parts = {"reaction": act.reaction, "next_action": act.next_action}
    return _TALK.text(act.content, parts, told.translate)


def _help(line: str) -> acts.Act:
    whom, *result = _EITHER.split(line.lstrip(":： \n"), maxsplit=1)
    return acts.Helped(whom, *result)


def _help_text(act: acts.Act) -> str:
    if not isinstance(act, acts.Helped):
        return ""
    return _BETWEEN.join(filter(None, (act.whom, act.result)))


def _solution(text: str, hand: InHand) -> None:
    """What was done; without a time of solution it is only known that it was."""
    hand.values["solution"] = text
    if "resolved" not in hand.values:
        hand.values["status"] = Standing.DONE


def _solution_text(told: Told) -> Cell:
    return told.state.solution or told.closing


def _step_text(act: acts.Act) -> str:
    return act.text if isinstance(act, acts.Progressed) else ""


AFTER_SALES = SheetForm(
    "after_sales",
    (
        Column(
            "number", cells.number, lambda told: told.ticket.number,
            ("编号", "记录编号", "序号", "number", "no."), as_text=True, width=15,
        ),
        Column(
            "name", cells.name, lambda told: told.customer.name,
            ("客户姓名", "客户", "公司名称", "customer or company"), width=10,
        ),
        Column(
            "contact", cells.phone_or_code, cells.contact_text,
            ("联系电话", "phone"), as_text=True, width=14,
        ),
        Column(
            "kind", cells.text_of("customer_kind"), lambda told: told.customer.kind,
            ("客户性质",), words=("forms.kind.person", "forms.kind.company"), width=7,
        ),
        Column(
            "problem", problem, problem_text, ("服务需求描述", "问题", "description"), width=20,
        ),
        Column(
            "requested", cells.instant("opened"), cells.opened,
            ("服务请求时间", "提交时间", "受理时间", "submitted", "request time"),
            moments=cells.moment, width=16,
        ),
        Column(
            "channel", cells.text_of("channel"), lambda told: told.state.header.channel,
            ("请求渠道", "接入渠道", "渠道"), choices="channels", width=9,
        ),
        Column(
            "service", cells.category, cells.category_text,
            ("问题类型", "type"), choices="categories", width=9,
        ),
        Column(
            "priority", cells.text_of("priority"), lambda told: told.state.header.priority,
            ("紧急程度", "urgency"), choices="priorities", width=8,
        ),
        Column(
            "owner", cells.text_of("agent"), lambda told: told.holder,
            ("责任人", "处理人员", "处理人", "handler"), width=9,
        ),
        Column(
            "first_response",
            timed("first_response"),
            lambda told: timed_text(told, told.state.rounds[0].responded),
            ("响应时间", "首响时间", "first response time"),
            moments=timed_moments, as_text=True, width=15,
        ),
        Column(
            "way", cells.text_of("response_way"), lambda told: told.response.way,
            ("首次响应方式", "way"),
            words=("forms.way.call", "forms.way.message", "forms.way.visit"), width=11,
        ),
        Column(
            "result", cells.text_of("response_result"), lambda told: told.response.result,
            ("首次响应结果", "result"), width=14,
        ),
        Column(
            "late", cells.text_of("late_reason"), lambda told: told.late_reason,
            ("延迟原因", "late reason"), width=10,
        ),
        Column(
            "steps",
            dated_lines("steps", acts.Progressed),
            lambda told: dated_text(told, told.events_of(acts.Progressed), _step_text),
            ("处理进度", "处理过程", "进展", "progress"),
            moments=dated_moments, width=28,
        ),
        Column(
            "talks",
            dated_lines("talks", _talk),
            lambda told: dated_text(
                told, told.events_of(acts.Talked), lambda act: _talk_text(act, told)
            ),
            ("沟通记录", "客户沟通记录", "talks"),
            moments=dated_moments, width=24,
        ),
        Column(
            "helps",
            dated_lines("helps", _help),
            lambda told: dated_text(told, told.events_of(acts.Helped), _help_text),
            ("协助记录", "跨部门协作", "help"),
            moments=dated_moments, width=18,
        ),
        Column(
            "resolved",
            timed("resolved"),
            lambda told: timed_text(told, told.state.round.ended),
            ("问题解决时间", "resolution time", "resolved"),
            moments=timed_moments, as_text=True, width=17,
        ),
        Column("solution", _solution, _solution_text, ("处理结果",), width=20),
        Column(
            "satisfaction", cells.scored("after_sales"), cells.score,
            ("满意度", "customer satisfaction"),
            words=tuple(f"act.score.after_sales.{score}" for score in (3, 2, 1)), width=8,
        ),
        Column(
            "opinion", cells.text_of("words"), cells.words,
            ("客户反馈", "满意度反馈", "customer's words"), width=14,
        ),
        Column(
            "note", cells.text_of("note"), lambda told: told.notes, ("notes", "remarks"), width=10
        ),
    ),
    asked="requested",
    needed=("requested", "first_response", "service"),
    implied={"form": "after_sales"},
)  # fmt: skip
