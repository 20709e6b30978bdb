"""The headers under which sheets of all kinds keep what a ticket's fields hold."""

HEADERS: dict[str, tuple[str, ...]] = {
    "number": (
        "工单号", "工单编号", "编号", "单号", "记录编号", "ticket id", "ticket number", "ticket no",
        "ticket", "case id", "case number", "call id", "number", "id", "incident number",
    ),
    "form": ("表单", "form"),
    "opened": (
        "提交时间", "创建时间", "来电时间", "请求时间", "受理时间", "日期时间", "服务时间",
        "开始时间", "submitted", "created", "created at", "created date", "opened", "opened at",
        "created time", "call time", "start time", "received", "received at", "date and time",
        "timestamp", "datetime",
    ),
    "first_response": (
        "首次响应时间", "首响时间", "首次响应", "首次响应时刻", "响应时间", "响应时长",
        "首次响应时长", "first response", "first response time", "first reply", "first reply at",
        "first responded at", "response time", "speed of answer", "time to first response",
    ),
    "resolved": (
        "解决时间", "解决时刻", "完成时间", "解决时长", "处理时长", "resolved", "resolved at",
        "solved", "solved at", "resolution time", "time to resolution", "resolution date",
    ),
    "closed": ("关闭时间", "关闭时刻", "结案时间", "closed", "closed at", "closed date"),
    "assigned": ("分派时间", "派单时间", "assigned at", "assigned", "dispatched"),
    "accepted": ("接单时间", "受理确认时间", "accepted at", "accepted"),
    "due": ("截止时间", "到期时间", "承诺时间", "due", "due at", "due date", "deadline"),
    "status": ("状态", "工单状态", "处理状态", "status", "state", "ticket status"),
    "priority": ("优先级", "紧急程度", "priority", "urgency", "severity"),
    "category": (
        "问题类型", "服务类型", "类型", "分类", "业务类型", "type", "category", "topic",
        "issue type", "problem type", "service type", "ticket type",
    ),
    "channel": ("渠道", "接入渠道", "受理渠道", "来源", "channel", "source", "contact channel"),
    "agent": (
        "坐席", "客服", "处理人", "处理人员", "负责人", "员工", "经办人", "agent", "agent name",
        "owner", "assignee", "assigned to", "handler", "staff", "representative",
    ),
    "team": ("班组", "部门", "处理部门", "团队", "team", "group", "department", "queue"),
    "customer_id": (
        "客户编号", "客户号", "会员号", "客户标识", "会员编号", "customer id", "customer number",
        "customer no", "client id", "member no", "account number",
    ),
    "customer_name": (
        "客户姓名", "客户名称", "客户", "姓名", "联系人", "customer name", "customer", "client",
        "caller", "caller name", "contact name", "requester",
    ),
    "phone": (
        "联系方式", "联系电话", "电话", "手机", "手机号", "电话号码", "来电号码", "phone",
        "phone number", "telephone", "mobile", "caller number", "contact number", "contact",
    ),
    "customer_kind": ("客户类型", "客户类别", "客户等级", "customer kind", "customer type",
                      "segment"),
    "order": ("订单号", "订单编号", "order", "order number", "order no", "order id"),
    "subject": ("主题", "标题", "subject", "title", "summary", "short description"),
    "problem": (
        "问题描述", "问题", "描述", "内容", "服务内容", "problem", "description", "details",
        "issue", "complaint", "problem description",
    ),
    "request": ("客户诉求", "诉求", "request", "requested", "what the customer asks for"),
    "csat": (
        "满意度", "客户满意度", "评分", "满意度评分", "整体满意度", "satisfaction", "csat", "score",
        "satisfaction rating", "satisfaction score", "customer satisfaction", "rating",
        "survey result",
    ),
    "words": ("客户反馈", "客户意见", "客户原话", "满意度反馈", "评价", "feedback", "comment",
              "customer feedback", "customer's words", "survey comment"),
    "solution": ("解决方案", "处理结果", "解决方案/处理结果", "solution", "resolution", "result"),
    "cause": ("原因分析", "问题原因", "问题原因分析", "root cause", "cause"),
    "measure": ("改进措施", "整改措施", "measure", "improvement", "action taken"),
    "note": ("备注", "说明", "note", "notes", "remark", "remarks", "comments"),
    "transfers": ("转接次数", "转接", "transfers", "transferred", "transfer count"),
    "answered": ("是否接听", "是否接通", "接听", "answered", "call answered", "answered (y/n)"),
    "abandoned": ("是否放弃", "放弃", "abandoned", "call abandoned"),
    "talk_s": ("通话时长", "通话时间", "talk time", "talk duration", "call duration", "duration"),
    "hold_s": ("保持时长", "hold time", "hold duration"),
    "wrap_s": ("话后时长", "整理时长", "wrap up time", "after call work", "wrap time"),
    "queue_s": ("排队时长", "等待时长", "queue time", "wait time", "waiting time", "hold in queue"),
}  # fmt: skip
"""By field; the first that fits names the field."""

SUBTYPES = (
    "子类",
    "子类型",
    "问题子类",
    "二级分类",
    "小类",
    "subtype",
    "subcategory",
    "sub category",
    "sub type",
)
"""Of the second level of a type, which stands in a column of its own."""
DAYS = ("日期", "通话日期", "来电日期", "提交日期", "创建日期", "date", "call date", "day")
TIMES = ("时间", "时刻", "time", "time of call", "time of day", "clock time")
"""Of a day and of a time of day, which only together say when the customer asked."""

OF_WHAT = ("ticket ", "call ", "case ", "customer ", "工单", "记录")
"""Words before a header that add nothing, as in `Ticket priority`."""

UNITS = {
    "seconds": ("秒", "second", "sec", "(s)"),
    "minutes": ("分钟", "分", "minute", "min"),
    "hours": ("小时", "hour", "(h)"),
}
"""Words within a header that tell the unit of its durations."""
