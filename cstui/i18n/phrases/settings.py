"""Team settings: what each is called and what it does, on the screen and in a file."""

PHRASES = {
    "settings.file": (
        "The team's settings as they hold on {day}. Change values, then:\n"
        "    cstui settings import FILE [--from 2026-01-01] [--dry-run]\n"
        "Only what you changed is set, from that day on (today, if none is given). What you take\n"
        "out of this file stays as it is; so do values that begin later, told as “# from …”.\n"
        "The next line shows the import what others changed in between; leave it as it is.",
        "{day} 生效的团队设置。修改后运行：\n"
        "    cstui settings import 文件 [--from 2026-01-01] [--dry-run]\n"
        "只有改动过的项会被修改，自指定日期起生效（默认今天）。从文件中删去的项保持不变；\n"
        "以后才生效的值以“# 自……起”注明，也保持不变。\n"
        "下一行用于发现他人在此期间的修改，请勿改动。",
    ),
    "settings.zone": ("Time zone", "时区"),
    "settings.zone.tip": ("Where the site is.", "站点所在时区。"),
    "settings.language": ("Team language", "团队用语"),
    "settings.language.tip": (
        "en or zh: of the lists below where the team set none, and of printed sheets.",
        "en 或 zh：未自行设置的列表和打印表单使用的语言。",
    ),
    "settings.allow_as": ("Acting for others", "允许代他人操作"),
    "settings.allow_as.tip": (
        "Whether `--as LOGIN` may name another person.",
        "是否允许用 --as 登录名 以他人身份操作。",
    ),
    "settings.threshold": ("In time within", "首次响应时限"),
    "settings.threshold.tip": (
        "The time within which a first response counts as in time, in reports.",
        "统计中首次响应算作及时的时限。",
    ),
    "settings.channels": ("Channels", "接入渠道"),
    "settings.channels.tip": (
        "The first one is that of a call just answered.",
        "第一项为刚接起的来电所用渠道。",
    ),
    "settings.priorities": ("Priorities", "紧急程度"),
    "settings.priorities.tip": ("The most urgent first.", "最紧急的排在最前。"),
    "settings.types": ("Types and subtypes", "问题类型"),
    "settings.types.tip": ("Subtypes by type.", "每个类型及其子类型。"),
    "settings.requests": ("Requests", "客户诉求"),
    "settings.requests.tip": (
        "What callers ask for; offered while typing.",
        "输入客户诉求时提供的选项。",
    ),
    "settings.tags": ("Tags", "标签"),
    "settings.tags.tip": ("Offered while typing.", "输入标签时提供的选项。"),
    "settings.dispositions": ("Ways to end a call", "通话结束方式"),
    "settings.dispositions.tip": (
        "At most nine, for the digits 1 to 9; the first three have keys of their own.\n"
        "`does` is solve, dispatch, call_back, transfer, keep or close.",
        "最多九项，对应数字键 1–9，前三项另有快捷键。\ndoes 可为 solve（解决）、dispatch（派单）、"
        "call_back（回电）、transfer（转接）、keep（自己跟进）、close（直接结束）。",
    ),
    "settings.urgency": ("Words of urgency", "紧急程度用词"),
    "settings.urgency.tip": (
        "Words in the problem that speak for a priority; the first priority with one is suggested.",
        "问题描述中出现这些词时建议相应的紧急程度，靠前的优先。",
    ),
    "settings.calming": ("Calming phrases", "安抚话术"),
    "settings.calming.tip": (
        "Shown when the caller is upset.",
        "客户情绪激动时显示。",
    ),
    "settings.greeting": ("Greeting", "接听问候语"),
    "settings.greeting.tip": (
        "Said on picking up; {name} is the agent's name.",
        "接起电话时的问候；{name} 为坐席姓名。",
    ),
    "settings.repeat_back": ("Repeat-back", "复述确认语"),
    "settings.repeat_back.tip": (
        "How the problem is repeated to the caller; {problem} is the problem as written down.",
        "向客户复述问题；{problem} 为已记录的问题。",
    ),
    "settings.snippets": ("Snippets", "快捷短语"),
    "settings.snippets.tip": (
        "Texts by abbreviation. They may hold {customer}, {phone_tail}, {order}, {agent},\n"
        "{problem}, {request}, {promise}, {date} and {time}.",
        "缩写与对应文字，输入缩写即可展开。可用占位符：\n{customer} 客户、{phone_tail} 尾号、"
        "{order} 订单号、{agent} 坐席、{problem} 问题、{request} 诉求、{promise} 约定时间、"
        "{date} 日期、{time} 时间。",
    ),
    "settings.required": ("Required fields", "必填项"),
    "settings.required.tip": (
        "Fields without which a form is not saved, by form.",
        "各表单保存时必须填写的字段。",
    ),
    "settings.assignment": ("Rules of assignment", "派单规则"),
    "settings.assignment.tip": (
        "Who is given a ticket; the first rule that fits counts.\nFor types, priorities and forms "
        "(all, where left out) a rule names a team, a skill, or in `to` one person's login.",
        "工单分给谁，按顺序取第一条符合的规则。\ntypes、priorities、forms 不填表示全部；"
        "team 为班组，skill 为技能，to 为某人的登录名。",
    ),
    "settings.callback_falls": ("Callbacks fall to the team after", "回电转交班组时间"),
    "settings.callback_falls.tip": (
        "In working hours, from the time agreed: then anybody of the team may call.",
        "约定时间过后（只计工作时间）仍未回电，全班组都可以回电。",
    ),
    "settings.escalate_lead": ("Told to the lead when late by", "超时上报组长"),
    "settings.escalate_lead.tip": (
        "So late, a ticket stands among the escalated ones of its team.",
        "超时达到该时长，工单列入本组的“升级”视图。",
    ),
    "settings.escalate_manager": ("Told to the manager when late by", "超时上报经理"),
    "settings.escalate_manager.tip": (
        "So late, a ticket of any team stands among the escalated ones of a supervisor without "
        "a team.",
        "超时达到该时长，各组工单都列入未编组主管的“升级”视图。",
    ),
    "settings.repeat_days": ("Days of a repeated call", "重复来电天数"),
    "settings.repeat_days.tip": (
        "So soon after the last call, one about the same type counts as repeated.",
        "同一客户在此天数内因同类问题再次来电，算作重复来电。",
    ),
    "settings.survey_days": ("Days between surveys", "满意度调查间隔天数"),
    "settings.survey_days.tip": (
        "So soon after the last question, a customer is asked again only for a reason.",
        "同一客户在此天数内已做过满意度调查的，须注明原因才能再次询问。",
    ),
    "settings.answer_within": ("Calls answered within", "来电应答时限"),
    "settings.answer_within.tip": (
        "The time within which calls are to be answered, for the service level.",
        "计算服务水平时，来电应在此时限内应答。",
    ),
    "settings.service_level": ("Service level counts", "服务水平口径"),
    "settings.service_level.tip": (
        "Calls answered in time, of F1 all calls with those given up in time on both sides,\n"
        "F2 the answered ones, F3 all calls, F4 all but those given up in time,\n"
        "F5 as F1, for those given up at once.",
        "时限内应答的来电占比：F1 分子分母均含时限内放弃的来电；F2 只计已应答；F3 计全部来电；\n"
        "F4 不计时限内放弃的来电；F5 分子另含一接通即放弃的来电。",
    ),
    "settings.shrinkage": ("Shrinkage in percent", "损耗率（%）"),
    "settings.shrinkage.tip": (
        "Of paid time, how much agents are not at the telephone: breaks, training, leave.",
        "带薪时间中坐席不在线接听的比例，如休息、培训、请假。",
    ),
    "settings.max_occupancy": ("Busy at most, in percent", "占用率上限（%）"),
    "settings.max_occupancy.tip": (
        "How much of their time agents at the telephone may be busy.",
        "在线坐席处理来电的时间占比上限，用于人力测算。",
    ),
    "settings.targets": ("Targets", "目标值"),
    "settings.targets.tip": (
        'What figures are to reach, by their short names: FRT = "20 min", T2B = "90 %".',
        '各指标应达到的数值，按指标代号填写，如 FRT = "20 min"、T2B = "90 %"。',
    ),
    "settings.benchmarks": ("Benchmarks", "行业基准"),
    "settings.benchmarks.tip": (
        "What is usual in the trade, written as the targets are.",
        "行业通行水平，写法与目标值相同。",
    ),
    "settings.alarms": ("Alarms", "告警阈值"),
    "settings.alarms.tip": (
        "Past these values the live board raises an alarm; written as the targets are.",
        "超过此值时实时看板告警，写法与目标值相同。",
    ),
    "settings.people": ("Person: {name}", "人员：{name}"),
    "settings.people.tip": (
        "Who works here, by login: name, role (agent or supervisor), team, skills.",
        "人员（按登录名）：name 姓名、role 角色（agent 坐席或 supervisor 主管）、team 班组、"
        "skills 技能。",
    ),
    "settings.policy": ("Limits: {name}", "时限：{name}"),
    "settings.policy.tip": (
        "Limits within which customers are helped. A change counts from a day of its own on.",
        "服务时限。修改自所选日期起生效，此前的工单不受影响。",
    ),
    "settings.form": ("Form limits: {name}", "表单时限：{name}"),
    "settings.form.tip": ("Which limits each form goes by.", "各表单采用的时限。"),
    "settings.calendar": ("Working hours: {name}", "工作时间：{name}"),
    "settings.calendar.tip": (
        "Working days, hours, holidays (closed) and make-up working days by year.",
        "工作日、工作时间，以及各年的节假日（holidays）与调休上班日（make_up）。",
    ),
    "settings.name": ("Team setting", "团队设置"),
    "settings.value": ("Today", "当前值"),
    "settings.from": ("Holds from", "生效日期"),
    "settings.begins": ("From {day}: {value}", "自 {day} 起：{value}"),
    "settings.save": ("Save", "保存"),
    "settings.save.tip": ("Set this one from the day given on", "自所填日期起修改此项"),
    "settings.new": ("New", "新增"),
    "settings.new.tip": ("Add a person, or limits", "新增人员或时限"),
    "settings.new.kind": ("What", "类别"),
    "settings.new.people": ("Person", "人员"),
    "settings.new.policy": ("Limits", "时限"),
    "settings.new.name": ("Login or name", "登录名或名称"),
    "settings.revert": ("Take back", "还原"),
    "settings.revert.tip": ("Take back what was typed here", "放弃对此项的改动"),
    "settings.leave": ("Leave", "返回"),
    "settings.leave.tip": ("Back to the screen below", "返回之前的页面"),
    "settings.leave.title": ("Leave without saving?", "不保存就返回吗？"),
    "settings.leave.text": ("Not saved: {names}.", "尚未保存：{names}。"),
    "settings.saved": ("{name}: saved, holds from {day}.", "{name}：已保存，自 {day} 起生效。"),
    "settings.same": ("{name}: nothing differs from today.", "{name}：与当前值一致，无需保存。"),
    "settings.line": ("Line {line}: {text}", "第 {line} 行：{text}"),
    "settings.meanwhile": (
        "{by} has changed this since you began; it is now: {value}\n"
        "Ctrl+S again replaces it with yours.",
        "您编辑期间，{by}已修改此项，现为：{value}\n再按 Ctrl+S 以您的内容覆盖。",
    ),
    "settings.read_only": (
        "Only supervisors change settings; you may look.",
        "仅主管可修改设置，您可以查看。",
    ),
}
