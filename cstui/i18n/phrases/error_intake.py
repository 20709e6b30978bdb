"""Failures of intake: what is typed into the forms, and drafts."""

INTAKE_ERRORS = {
    "error.moment_ahead.title": ("Not yet", "时间尚未到"),
    "error.moment_ahead.text": (
        "This time is still to come. Was it yesterday? Then write the date too.",
        "该时间还没到；如果是昨天的，请连日期一起填写。",
    ),
    "error.moments_swapped.title": ("Out of order", "时间先后有误"),
    "error.moments_swapped.text": (
        "Earlier than the time before it. Past midnight, write the date too.",
        "早于前一个时间；如果已过零点，请连日期一起填写。",
    ),
    "error.draft_not_kept.title": ("Draft not kept", "草稿未能保留"),
    "error.draft_not_kept.text": (
        "The unfinished record cannot be kept in {path}: {reason}. Save it before you leave.",
        "未完成的记录无法存放到 {path}（{reason}），请在退出前保存该记录。",
    ),
    "error.draft_not_read.title": ("Draft not readable", "草稿无法读取"),
    "error.draft_not_read.text": (
        "There may be an unfinished record in {path}, but it cannot be read: {reason}. "
        "Ask whoever looks after this computer.",
        "{path} 中可能有未完成的记录，但无法读取（{reason}），请联系系统管理员。",
    ),
    "error.draft_not_removed.title": ("Draft still there", "草稿未能删除"),
    "error.draft_not_removed.text": (
        "The draft in {path} cannot be removed: {reason}. It will be shown at the next start.",
        "{path} 中的草稿无法删除（{reason}），下次启动时会再次出现。",
    ),
    "error.no_rule.title": ("Nobody to give it to", "没有可分派的人"),
    "error.no_rule.text": (
        "No rule of assignment fits this record. Choose who is to take it.",
        "没有符合此记录的分派规则，请在此选择处理人员。",
    ),
    "error.when_required.title": ("When?", "请填写时间"),
    "error.when_required.text": (
        "Say when, as +2h, 16:00 or tomorrow 9.",
        "请填写时间，例如 +2h、16:00、明天9点。",
    ),
    "error.undo_too_late.title": ("Too late to take back", "无法撤销"),
    "error.undo_too_late.text": (
        "Somebody has gone on with {number} since. Open it in follow-up and correct it there.",
        "{number} 已有后续处理，无法撤销；请到“跟进”中打开并更正。",
    ),
}
