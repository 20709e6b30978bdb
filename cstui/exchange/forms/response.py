"""The response time log: ten columns, one row for each request."""

from cstui.exchange.forms import cells
from cstui.exchange.forms.column import Column, SheetForm
from cstui.exchange.forms.problem import problem, problem_text
from cstui.exchange.forms.spans import timed, timed_moments, timed_text

RESPONSE = SheetForm(
    "response",
    (
        Column(
            "serial", cells.number, lambda told: told.ticket.number,
            ("编号", "记录编号", "no", "number"), as_text=True, width=13,
        ),
        Column(
            "customer", cells.references, cells.references_text,
            ("客户", "order or member no."), as_text=True, width=17,
        ),
        Column(
            "problem", problem, problem_text, ("问题", "description"), width=28,
        ),
        Column(
            "category", cells.category, cells.category_text,
            ("类型", "problem type"), choices="categories", width=12,
        ),
        Column(
            "channel", cells.text_of("channel"), lambda told: told.state.header.channel,
            ("渠道",), choices="channels", width=10,
        ),
        Column(
            "submitted", cells.instant("opened"), cells.opened,
            ("submission time", "submitted at"), moments=cells.moment, width=16,
        ),
        Column(
            "first_response",
            timed("first_response"),
            lambda told: timed_text(told, told.state.rounds[0].responded),
            ("首响时间", "first response time"),
            moments=timed_moments, as_text=True, width=17,
        ),
        Column(
            "resolved",
            timed("resolved"),
            lambda told: timed_text(told, told.state.round.ended),
            ("resolution time", "resolved at"),
            moments=timed_moments, as_text=True, width=20,
        ),
        Column(
            "score", cells.scored("response"), cells.score,
            ("满意度", "customer satisfaction"),
            words=tuple(f"forms.score.{score}" for score in range(1, 6)), width=8,
        ),
        Column(
            "note", cells.text_of("note"), lambda told: told.notes, ("notes", "remarks"), width=22,
        ),
    ),
    asked="submitted",
    needed=("submitted", "first_response"),
    implied={},
)  # fmt: skip
"""Customers stand there by their order or member number only."""
