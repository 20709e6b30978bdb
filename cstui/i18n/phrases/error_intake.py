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
    "error.draft_failed.title": ("Draft not kept", "草稿无法读写"),
    "error.draft_failed.text": (
        "The unfinished record cannot be kept in {path}: {reason}. Save it to be safe.",
        "未完成的记录无法存放到 {path}（{reason}），请尽快保存该记录。",
    ),
}
