"""Failures of the daily work at a desk: fields, acts, people."""

DESK_ERRORS = {
    "error.required.title": ("Missing", "未填写"),
    "error.required.text": ("Please fill this in.", "请填写此项。"),
    "error.score_range.title": ("Not a score", "评分有误"),
    "error.score_range.text": (
        "A score is a whole number from 1 to 5, not “{value}”.",
        "评分为 1 到 5 的整数，“{value}”无法使用。",
    ),
    "error.unknown_field.title": ("No such field", "没有此字段"),
    "error.unknown_field.text": (
        "There is no field “{name}” to change.",
        "没有可修改的字段“{name}”。",
    ),
    "error.solution_required.title": ("Solution missing", "缺少解决方案"),
    "error.solution_required.text": (
        "Say how it was solved, then resolve it.",
        "请先写明解决方案，再标记为已解决。",
    ),
    "error.text_required.title": ("Nothing written", "内容为空"),
    "error.text_required.text": ("Write a few words first.", "请先写几个字。"),
    "error.owner_required.title": ("Nobody named", "未指定人员"),
    "error.owner_required.text": ("Say who takes over.", "请填写由谁接手。"),
    "error.already_owner.title": ("Already there", "无需转交"),
    "error.already_owner.text": (
        "{owner} holds the ticket already.",
        "该工单已由{owner}处理。",
    ),
    "error.already_waiting.title": ("Already waiting", "已在等待"),
    "error.already_waiting.text": (
        "{number} is waiting already; resume it first.",
        "{number} 已处于等待状态，请先恢复处理。",
    ),
    "error.not_waiting.title": ("Not waiting", "未在等待"),
    "error.not_waiting.text": (
        "{number} is not waiting, so there is nothing to resume.",
        "{number} 未处于等待状态，无需恢复。",
    ),
    "error.still_open.title": ("Still open", "仍在处理中"),
    "error.still_open.text": (
        "{number} is not solved yet; only a solved ticket can be reopened.",
        "{number} 尚未解决；只有已解决的工单才能重新打开。",
    ),
    "error.not_open.title": ("Already solved", "已解决"),
    "error.not_open.text": (
        "{number} is solved. Reopen it first if there is more to do.",
        "{number} 已解决。如需继续处理，请先重新打开。",
    ),
    "error.no_article.title": ("No such article", "没有此文章"),
    "error.no_article.text": (
        "The article “{title}” is not in this store. Save it as a new one.",
        "库中没有文章“{title}”，请作为新文章保存。",
    ),
    "error.no_ticket.title": ("No such ticket", "没有此工单"),
    "error.no_ticket.text": (
        "There is no ticket {number} in this store. Check the number.",
        "库中没有工单 {number}，请核对编号。",
    ),
    "error.number_taken.title": ("Number taken", "编号已被使用"),
    "error.number_taken.text": (
        "There is a ticket {number} already; nothing was saved.",
        "已有工单 {number}，本次未保存。",
    ),
    "error.document_too_new.title": ("Written by a newer cstui", "由更新版本写入"),
    "error.document_too_new.text": (
        "This record was written by a newer cstui (form {schema}; this one knows {known}). "
        "Update cstui to read it.",
        "该记录由更新版本的 cstui 写入（格式 {schema}，当前支持 {known}）。请升级 cstui 后查看。",
    ),
    "error.unknown_form.title": ("No such form", "没有此表单"),
    "error.unknown_form.text": (
        "There is no form named “{name}”. Known are: {known}.",
        "没有名为“{name}”的表单。现有：{known}。",
    ),
    "error.as_not_allowed.title": ("Not allowed", "不允许"),
    "error.as_not_allowed.text": (
        "Acting for another person is switched off here. A supervisor can allow it with "
        "`cstui settings allow_as=true`.",
        "此处不允许以他人身份操作。主管可用 `cstui settings allow_as=true` 开启。",
    ),
    "error.as_unknown.title": ("Nobody of that name", "没有此人"),
    "error.as_unknown.text": (
        "Nobody here has the login “{name}”. A supervisor can add it with "
        "`cstui settings 'people.{name}={{name = \"…\"}}'`.",
        "这里没有登录名为“{name}”的人员。主管可用 "
        "`cstui settings 'people.{name}={{name = \"…\"}}'` 添加。",
    ),
    "error.supervisor_only.title": ("For supervisors", "仅限主管"),
    "error.supervisor_only.text": (
        "Only a supervisor may do this. Ask one of: {names}.",
        "仅主管可以进行此操作，请联系：{names}。",
    ),
}
