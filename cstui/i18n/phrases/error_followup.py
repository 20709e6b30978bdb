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
    "error.wishes_not_kept.title": ("Not kept", "未能保存"),
    "error.wishes_not_kept.text": (
        "{path} could not be written: {reason}. Your views, columns and the bell are as before.",
        "无法写入 {path}：{reason}。常用视图、列表栏目和提示音保持不变。",
    ),
    "error.no_callback.title": ("No call back due", "没有待回电"),
    "error.no_callback.text": (
        "{number} has no call back that is due; agree on one first.",
        "{number} 没有待回的电话，请先约定回电。",
    ),
    "error.already_rated.title": ("Already rated", "已有评价"),
    "error.already_rated.text": (
        "The customer has rated {number} already. That score stays; another one needs a reason.",
        "客户已对 {number} 评价。原评分保留不变；再次评分须说明原因。",
    ),
    "error.anomalous_reason.title": ("Please say why", "请说明原因"),
    "error.anomalous_reason.text": (
        "The reply to {number} took more than twice as long as usual for its type and channel. "
        "Say why, then save.",
        "{number} 的响应时间超过同类工单平均值的两倍，请说明原因后保存。",
    ),
    "error.asked_lately.title": ("Asked lately", "近期已回访"),
    "error.asked_lately.text": (
        "The customer was asked {time} already ({number}). Ask again only for a reason.",
        "该客户已在 {time} 接受过回访（{number}）。如需再次询问，请说明原因。",
    ),
    "error.bad_score.title": ("No such score", "评分无效"),
    "error.bad_score.text": (
        "Scores go from 1 to {highest} here.",
        "此处评分为 1 至 {highest}。",
    ),
    "error.duplicate_of_itself.title": ("The same ticket", "工单相同"),
    "error.duplicate_of_itself.text": (
        "{number} cannot be a duplicate of itself. Type the number of another ticket.",
        "{number} 不能与自身重复。请填写另一工单的编号。",
    ),
    "error.late_reason.title": ("Please say why", "请说明原因"),
    "error.late_reason.text": (
        "The first reply to {number} comes after its limit. Say why, then save.",
        "{number} 的首次响应已超过时限，请说明原因后保存。",
    ),
    "error.low_reason.title": ("Please say why", "请说明原因"),
    "error.low_reason.text": (
        "The customer's score for {number} is low. Say what was wrong, then save.",
        "{number} 的客户评分偏低，请说明原因后保存。",
    ),
    "error.no_measure.title": ("No measure to check", "没有待验证的措施"),
    "error.no_measure.text": (
        "There is no measure on {number} that waits to be checked. Set one first (G).",
        "{number} 没有待验证的改进措施。请先制定改进措施（G）。",
    ),
    "error.no_promise.title": ("No promise", "没有承诺"),
    "error.no_promise.text": (
        "No promise stands on {number}. Make one first (Y).",
        "{number} 没有待兑现的承诺。请先登记承诺（Y）。",
    ),
    "error.review_required.title": ("Review missing", "缺少复盘说明"),
    "error.review_required.text": (
        "A measure that missed its aim needs a review: say what was found.",
        "措施未达标须填写复盘说明。",
    ),
    "error.score_required.title": ("No score", "未评分"),
    "error.score_required.text": (
        "Type a score, or say that nobody answered.",
        "请评分；如客户未回复，请选择“未回复”。",
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
