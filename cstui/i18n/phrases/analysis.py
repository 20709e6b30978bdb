"""The analysis screen."""

_VIEWS = {
    "board": ("Board", "看板"),
    "response": ("Response", "响应"),
    "trends": ("Trends", "趋势"),
    "heat": ("Hours", "时段"),
    "attainment": ("Limits", "达标"),
    "backlog": ("Backlog", "积压"),
    "satisfaction": ("Satisfaction", "满意度"),
    "people": ("People", "人员"),
    "problems": ("Problems", "问题"),
    "anomalies": ("Anomalies", "异常"),
    "staffing": ("Staffing", "人力"),
    "findings": ("Findings", "发现"),
}
"""The views, in a word each."""

PHRASES = {
    "analysis.shorter": ("Shorter", "缩短"),
    "analysis.shorter.tip": ("The next shorter period", "换成更短的时间范围"),
    "analysis.longer": ("Longer", "延长"),
    "analysis.longer.tip": ("The next longer period", "换成更长的时间范围"),
    "analysis.period": ("Period", "时间范围"),
    "analysis.period.tip": ("Type any period, as 2026-05", "输入任意时间范围，如 2026-05"),
    "analysis.period.examples": (
        "Write today, yesterday, week, month, quarter, year, all, a month as 2026-05, a week as "
        "2026-W20, a day as 2026-05-01, or a range as 2026-05-01..2026-05-31.",
        "可填写 today（今天）、yesterday（昨天）、week（本周）、month（本月）、quarter（本季度）、"
        "year（今年）、all（全部）；也可填写月份 2026-05、周 2026-W20、日期 2026-05-01，"
        "或起止日期 2026-05-01..2026-05-31。",
    ),
    "analysis.group": ("Group", "分组"),
    "analysis.group.tip": ("Choose what to group the figures by", "选择按什么分组"),
    "analysis.cross": ("And by", "再分组"),
    "analysis.cross.tip": ("Divide each group once more", "在分组之下再按一项细分"),
    "analysis.filter": ("Filter", "筛选"),
    "analysis.filter.tip": ("Look at some of the tickets only", "只统计符合条件的工单"),
    "analysis.unfilter": ("Remove filter", "去掉筛选"),
    "analysis.unfilter.tip": ("Remove the last filter", "去掉最后一个筛选条件"),
    "analysis.view": ("View", "专题"),
    "analysis.view.tip": ("Choose which view to look at", "选择要查看的专题"),
    "analysis.next_view": ("Next view", "下一专题"),
    "analysis.next_view.tip": ("Look at the next view", "查看下一个专题"),
    "analysis.previous_view": ("Previous view", "上一专题"),
    "analysis.previous_view.tip": ("Look at the view before", "查看上一个专题"),
    **{
        key: phrase
        for name, names in _VIEWS.items()
        for key, phrase in (
            (f"analysis.view.{name}", names),
            (f"analysis.view.{name}.tip", (f"Look at: {names[0]}", f"查看{names[1]}专题")),
        )
    },
    "analysis.tickets": ("Tickets", "工单明细"),
    "analysis.tickets.tip": (
        "List the tickets behind the figure under the cursor",
        "列出光标所在指标的工单",
    ),
    "analysis.open_ticket": ("Open", "打开"),
    "analysis.open_ticket.tip": ("Go on to this ticket", "转到该工单"),
    "analysis.figure_before": ("Figure to the left", "左侧指标"),
    "analysis.figure_before.tip": ("Go to the figure to the left", "移到左侧指标"),
    "analysis.figure_after": ("Figure to the right", "右侧指标"),
    "analysis.figure_after.tip": ("Go to the figure to the right", "移到右侧指标"),
    "analysis.define": ("Formula", "说明"),
    "analysis.define.tip": (
        "Formula, n, what was left out and the calendar of the figure under the cursor",
        "查看光标所在指标的公式、样本数、不计入项和日历",
    ),
    "analysis.no_figure": (
        "There is no figure under the cursor here. Tab goes to the next view.",
        "此处没有可查看的指标，按 Tab 切换到下一专题。",
    ),
    "analysis.no_tickets": ("No tickets stand behind this figure.", "该指标没有对应的工单。"),
    "analysis.write": ("Save report", "输出报告"),
    "analysis.write.tip": ("Write this view or a review to a file", "将当前专题或复盘报告写入文件"),
    "analysis.write.report": ("Report", "报告"),
    "analysis.write.file": ("File", "文件"),
    "analysis.write.how": (
        "The ending chooses the format: .html, .xlsx, .md, .csv, .json or .txt.",
        "由扩展名决定格式：.html、.xlsx、.md、.csv、.json 或 .txt。",
    ),
    "analysis.write.endings": ("End it with one of {endings}", "扩展名应为 {endings} 之一"),
    "analysis.write.exists": ("This file is there already", "该文件已存在"),
    "analysis.written": ("Written to {path}.", "已写入 {path}。"),
    "analysis.refresh": ("Refresh", "刷新"),
    "analysis.refresh.tip": ("Work the figures out again", "重新统计"),
    "analysis.today": ("Today", "今天"),
    "analysis.yesterday": ("Yesterday", "昨天"),
    "analysis.week": ("This week", "本周"),
    "analysis.month": ("This month", "本月"),
    "analysis.quarter": ("This quarter", "本季度"),
    "analysis.year": ("This year", "今年"),
    "analysis.all": ("All tickets", "全部"),
    "analysis.days": ("{first} to {last}", "{first} 至 {last}"),
    "analysis.ungrouped": ("Not grouped", "不分组"),
    "analysis.not_crossed": ("Nothing more", "不再细分"),
    "analysis.no_groups": ("Nothing in this period.", "该时间范围内没有数据。"),
    "analysis.only": ("Only {filters}", "仅统计 {filters}"),
    "analysis.condition": ("{name} = {value}", "{name} = {value}"),
    "analysis.everything": ("All, without a filter", "全部，不筛选"),
    "analysis.filter_by": ("Which tickets?", "按什么筛选"),
    "analysis.limit": ("Limit {limit}", "时限 {limit}"),
    "analysis.busy": ("… working it out", "… 正在统计"),
}
