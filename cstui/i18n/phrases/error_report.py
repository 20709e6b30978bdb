"""Failures of reports: dimensions and filters."""

REPORT_ERRORS = {
    "error.unknown_dimension.title": ("Cannot group by that", "无法按此分组"),
    "error.unknown_dimension.text": (
        "Tickets cannot be grouped by “{name}”. Choose one of: {known}.",
        "无法按“{name}”分组，请从以下选择：{known}。",
    ),
    "error.bad_condition.title": ("Not a filter", "筛选条件有误"),
    "error.bad_condition.text": (
        "“{text}” is not a filter; write it as channel=phone.",
        "“{text}”不是筛选条件，请写成 channel=电话 的形式。",
    ),
    "error.condition_twice.title": ("Two filters at odds", "筛选条件重复"),
    "error.condition_twice.text": (
        "“{name}” is filtered twice; give it one value.",
        "“{name}”出现了两次，请只保留一个值。",
    ),
    "error.dimension_value.title": ("Not such a value", "值的写法有误"),
    "error.dimension_value.text": (
        "“{value}” cannot be a {name}; write it like {example}.",
        "“{value}”不是有效的 {name} 值，请写成 {example} 这样。",
    ),
    "error.unknown_team.title": ("No such team", "没有此班组"),
    "error.unknown_team.text": (
        "Nobody and no open ticket is of the team “{name}”. Known are: {known}.",
        "没有人员或未结工单属于班组“{name}”。现有：{known}。",
    ),
    "error.brief_lines.title": ("How many lines?", "条数有误"),
    "error.brief_lines.text": (
        "--lines must be 1 or more, not {value}.",
        "--lines 应为 1 或以上，不能是 {value}。",
    ),
}
