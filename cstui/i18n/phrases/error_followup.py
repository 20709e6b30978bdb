"""Failures of following up a ticket."""

FOLLOWUP_ERRORS = {
    "error.already_accepted.title": ("Already accepted", "已受理"),
    "error.already_accepted.text": (
        "{number} has been accepted already; nothing more is needed.",
        "{number} 已经受理，无需再次受理。",
    ),
    "error.already_confirmed.title": ("Already confirmed", "客户已确认"),
    "error.already_confirmed.text": (
        "The customer has confirmed the solution of {number} already.",
        "客户已确认 {number} 的解决结果。",
    ),
    "error.masked_value.title": ("Type it in full", "请填写完整内容"),
    "error.masked_value.text": (
        "The asterisks in name and phone stand for what is hidden. "
        "Leave the field as it was, or type it anew in full.",
        "姓名和电话中的星号代表隐藏的内容。请保持原样，或重新填写完整内容。",
    ),
    "error.not_solved_yet.title": ("Not solved yet", "尚未解决"),
    "error.not_solved_yet.text": (
        "{number} is not solved yet. Solve it first (S), with its solution.",
        "{number} 尚未解决。请先填写解决方案并标记为已解决（S）。",
    ),
    "error.not_yours.title": ("Held by someone else", "由他人负责"),
    "error.not_yours.text": (
        "{owner} holds this ticket. Transfer it to yourself (T) if you take over.",
        "该工单由{owner}负责。如由您接手，请先转交给自己（T）。",
    ),
    "error.nothing_to_undo.title": ("Nothing to take back", "没有可撤销的操作"),
    "error.nothing_to_undo.text": (
        "You have done nothing on {number} that can be taken back. Calls and what others did stay.",
        "您在 {number} 上没有可撤销的操作。通话记录和他人的操作不能撤销。",
    ),
    "error.others_went_on.title": ("Others have gone on from it", "他人已继续处理"),
    "error.others_went_on.text": (
        "{who} has worked on {number} since your last step, which can no longer be taken back. "
        "Put it right with a new step.",
        "您上次操作之后，{who}已继续处理 {number}，该操作不能再撤销。请用新的操作更正。",
    ),
}
