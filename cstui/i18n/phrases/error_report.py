"""Failures of reports: dimensions and filters."""

REPORT_ERRORS = {
    "error.no_room_for_figures.title": ("No space for the figures", "空间不足，无法统计"),
    "error.no_room_for_figures.text": (
        "The disk of {path} is full; figures need some room there while they are worked out. "
        "No ticket is lost: make some room, then try again.",
        "{path} 所在磁盘已满，统计时需要在此临时存放数据。工单数据没有丢失：请清理空间后重试。",
    ),
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
    "error.report_needs_out.title": ("Not for a terminal", "无法在终端显示"),
    "error.report_needs_out.text": (
        "A workbook cannot be shown in a terminal. Name a file to write, as -o report.xlsx.",
        "终端无法显示工作簿，请指定输出文件，例如 -o report.xlsx。",
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
    "error.report_unknown.title": ("No such report", "没有此报告"),
    "error.report_unknown.text": (
        "There is no report {name}. These are known: {known}.",
        "没有名为 {name} 的报告。可用的有：{known}。",
    ),
    "error.report_needs_metric.title": ("Which figure?", "缺少指标"),
    "error.report_needs_metric.text": (
        "Name the figure whose tickets are to be listed with --metric: {known}.",
        "请用 --metric 指明要查看哪个指标的工单：{known}。",
    ),
    "error.report_metric_alone.title": ("Only for tickets", "仅用于明细"),
    "error.report_metric_alone.text": (
        "--metric belongs to the list of tickets: cstui report tickets PERIOD --metric ID",
        "--metric 仅用于工单明细：cstui report tickets 时段 --metric 指标",
    ),
    "error.report_ending.title": ("Which format?", "无法判断格式"),
    "error.report_ending.text": (
        "{path} has none of these endings: {known}. Give the file one of them.",
        "{path} 的扩展名不在 {known} 之中，请使用其中之一。",
    ),
}
