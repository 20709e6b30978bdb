"""Failures of times, periods, limits and calendars."""

CLOCK_ERRORS = {
    "error.bad_instant.title": ("Not a time", "时间无法识别"),
    "error.bad_instant.text": (
        "“{text}” is not a date and time. Write it like 2026-05-01 09:15.",
        "“{text}”不是有效的日期时间。请按 2026-05-01 09:15 的样式填写。",
    ),
    "error.unclear_date_order.title": ("Day or month first?", "日期顺序不明"),
    "error.unclear_date_order.text": (
        "In “{text}” it is not clear which is the day and which the month. Put the year first, "
        "or say in which order they stand: dmy or mdy.",
        "“{text}”中无法分辨哪个是日、哪个是月。请把年份写在最前面，或注明顺序：dmy（日月年）"
        "或 mdy（月日年）。",
    ),
    "error.instant_range.title": ("Not a likely year", "年份有误"),
    "error.instant_range.text": (
        "The year {year} cannot be right: times lie between {first} and {last}.",
        "年份 {year} 有误：时间应在 {first} 年至 {last} 年之间。",
    ),
    "error.bad_upcoming.title": ("Not a time to come", "时间无法识别"),
    "error.bad_upcoming.text": (
        "“{text}” is not a time to come. Write it like +2h, 16:00, tomorrow 9, fri 10:30 or "
        "11-25 9:00.",
        "无法识别“{text}”是什么时间。请按 +2h、半小时后、16:00、明天9点、周五10点、11-25 9:00 "
        "的样式填写。",
    ),
    "error.upcoming_past.title": ("Already past", "时间已过"),
    "error.upcoming_past.text": (
        "“{text}” means {at}, which has passed. Give a later time.",
        "“{text}”指 {at}，这个时间已经过去，请填写之后的时间。",
    ),
    "error.unknown_zone.title": ("No such time zone", "没有此时区"),
    "error.unknown_zone.text": (
        "There is no time zone “{zone}”. Write it like Asia/Shanghai.",
        "没有名为“{zone}”的时区。请按 Asia/Shanghai 的样式填写。",
    ),
    "error.bad_period.title": ("Not a period", "时间范围有误"),
    "error.bad_period.text": (
        "“{text}” is not a period. Write today, yesterday, week, month, quarter, year, all, "
        "2026-05, 2026-W20 or 2026-05-01..2026-05-31.",
        "“{text}”不是有效的时间范围。可填写 today、yesterday、week、month、quarter、year、all、"
        "2026-05、2026-W20 或 2026-05-01..2026-05-31。",
    ),
    "error.ambiguous_period.title": ("Which period?", "时间范围不明确"),
    "error.ambiguous_period.text": (
        "“{text}” can mean {names}. Write another letter of it.",
        "“{text}”可以指 {names}，请多写一个字母。",
    ),
    "error.unknown_policy.title": ("No such limits", "没有此时限方案"),
    "error.unknown_policy.text": (
        "There are no limits named “{name}”. Known are: {known}.",
        "没有名为“{name}”的时限方案。现有：{known}。",
    ),
    "error.unknown_calendar.title": ("No such calendar", "没有此日历"),
    "error.unknown_calendar.text": (
        "There is no calendar named “{name}”. Known are: {known}.",
        "没有名为“{name}”的日历。现有：{known}。",
    ),
    "error.version_taken.title": ("Already defined for that day", "该日起已有规定"),
    "error.version_taken.text": (
        "What “{name}” means from {day} on is fixed, since tickets may go by it. Choose another "
        "day with --from.",
        "“{name}”自 {day} 起的规定已确定，可能已有工单按其计时，不能改写。请用 --from 另选一天。",
    ),
    "error.unknown_part.title": ("Not understood", "设置项无法识别"),
    "error.unknown_part.text": (
        "“{part}” means nothing in “{name}”. Possible are: {known}.",
        "“{name}”中没有“{part}”这一项。可用：{known}。",
    ),
    "error.bad_duration.title": ("Not a length of time", "时长有误"),
    "error.bad_duration.text": (
        "“{text}” is not a length of time. Write it like 10 s, 15 min, 2 h or 3 d.",
        "“{text}”不是有效的时长。请按 10秒、15分钟、2小时、3天 的样式填写。",
    ),
    "error.bad_hours.title": ("Not working hours", "工作时间有误"),
    "error.bad_hours.text": (
        "“{text}” cannot be used as working hours. Write each span like 09:00-12:00, in order "
        "and apart, up to 24:00.",
        "“{text}”不能作为工作时间。请按 09:00-12:00 的样式填写，各时段先后排列、互不重叠，"
        "最晚到 24:00。",
    ),
    "error.bad_day.title": ("Not a date", "日期有误"),
    "error.bad_day.text": (
        "“{text}” is not a date. Write it like 2026-05-01.",
        "“{text}”不是有效的日期。请按 2026-05-01 的样式填写。",
    ),
    "error.no_hours.title": ("Never open", "没有工作时间"),
    "error.no_hours.text": (
        "The calendar “{name}” has no working hours on any weekday. Give at least one day some.",
        "日历“{name}”一周内没有任何工作时间，请至少为一天设置工作时间。",
    ),
    "error.bad_definition.title": ("Not understood", "设置内容有误"),
    "error.bad_definition.text": (
        "“{name}” cannot be used: one of its values is of another kind than expected, as a word "
        "where a list should be.",
        "“{name}”无法使用：其中某项的写法不对，例如应为列表处写成了文字。",
    ),
    "error.bad_share.title": ("Not a share", "比例有误"),
    "error.bad_share.text": (
        "The share of the limit to warn from in “{name}” is {share}; it lies above 0 and up to 1.",
        "“{name}”的预警比例为 {share}，应大于 0 且不超过 1。",
    ),
}
