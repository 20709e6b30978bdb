"""The queues of the follow-up screen: views, filter, order, what is due next, several at once."""

PHRASES = {
    # views
    "queue.mine": ("Mine", "我的"),
    "queue.mine.tip": ("Tickets that you hold", "由您负责的工单"),
    "queue.team": ("Team", "本组"),
    "queue.team.tip": ("Tickets of your team", "本组的工单"),
    "queue.unassigned": ("Nobody's", "未分派"),
    "queue.unassigned.tip": ("Tickets that nobody holds yet", "还没有负责人的工单"),
    "queue.soon": ("Soon late", "将超时"),
    "queue.soon.tip": ("Warned of, and not late yet", "已到预警时间、尚未超时的工单"),
    "queue.late": ("Late", "已超时"),
    "queue.late.tip": ("Past their next time limit", "已超过下一时限的工单"),
    "queue.waiting": ("Waiting", "等待"),
    "queue.waiting.tip": ("Waiting for something outside our hands", "正在等待外部结果的工单"),
    "queue.callbacks": ("Callbacks", "回电"),
    "queue.callbacks.tip": (
        "Customers for you to call back, by half-hours",
        "需要您回电的客户，按半小时列出",
    ),
    "queue.revisits": ("Revisits", "回访"),
    "queue.revisits.tip": (
        "Solved, and the customer not asked yet how content they are",
        "已解决、尚未做满意度回访的工单",
    ),
    "queue.low": ("Low scores", "低分"),
    "queue.low.tip": (
        "Customers who were not content, still being followed up",
        "客户不满意、仍在跟进的工单",
    ),
    "queue.escalated": ("Escalated", "升级"),
    "queue.escalated.tip": (
        "So late that lead or manager have to know",
        "超时过久、需要组长或经理关注的工单",
    ),
    "queue.open": ("Open", "未结"),
    "queue.open.tip": ("All on which work is left", "所有还没办完的工单"),
    "queue.all": ("All", "全部"),
    "queue.all.tip": ("Every ticket, the newest first", "全部工单，最新的在前"),
    # keys
    "queue.left": ("View before", "上一视图"),
    "queue.right": ("Next view", "下一视图"),
    "queue.mine_or_open": ("Mine/everyone's", "我的/全部人员"),
    "queue.mine_or_open.tip": (
        "Your own tickets, or everyone's open ones",
        "只看自己的工单，或查看所有人的未结工单",
    ),
    "queue.open_or_all": ("Open/all", "未结/全部"),
    "queue.open_or_all.tip": (
        "Open tickets only, or all of them",
        "只看未结工单，或查看全部工单",
    ),
    "queue.filter": ("Filter", "筛选"),
    "queue.filter.tip": (
        "Type part of a number, customer, initials, subject, tag or holder; Esc clears",
        "输入编号、客户、拼音首字母、主题、标签或负责人的一部分；Esc 清除",
    ),
    "queue.filter.hint": (
        "number, customer, initials, subject, tag, holder",
        "编号、客户、首字母、主题、标签、负责人",
    ),
    "queue.filter.done": ("To the list", "到列表"),
    "queue.filter.clear": ("Clear", "清除"),
    "queue.clear": ("Clear filter and marks", "清除筛选和选择"),
    "queue.sort": ("Sort", "排序"),
    "queue.sort.tip": (
        "Order by due time, age, priority or customer",
        "按到期时间、提交先后、优先级或客户排序",
    ),
    # the line below the views
    "queue.by.due": ("by due time", "按到期时间"),
    "queue.by.opened": ("by age", "按提交先后"),
    "queue.by.priority": ("by priority", "按优先级"),
    "queue.by.customer": ("by customer", "按客户"),
    "queue.says.number": ("{n} tickets", "{n} 个工单"),
    "queue.says.filter": ("/{text}", "/{text}"),
    "queue.says.marked": ("{n} marked", "已选 {n}"),
    # what comes next
    "queue.next": ("Next", "下一个"),
    "queue.next.tip": (
        "Your next ticket that needs you: late ones first, then what is due soonest",
        "转到下一个需要您处理的工单：先超时的，再按到期先后",
    ),
    "queue.next.none": ("Nothing of yours to do", "您没有待办工单"),
    "queue.next.calm": ("Next: {customer}", "下一个：{customer}"),
    "queue.next.due": (
        "Next: {customer} {clock} in {left}",
        "下一个：{customer} {clock} 剩 {left}",
    ),
    "queue.next.late": (
        "Next: {customer} {clock} {left} late",
        "下一个：{customer} {clock} 已超 {left}",
    ),
    # several at once
    "queue.mark": ("Mark", "选择"),
    "queue.mark.tip": ("Mark the ticket, or take its mark away", "选中该工单，再按一次取消"),
    "queue.mark_all": ("Mark all seen", "选择本页"),
    "queue.mark_all.tip": (
        "Mark all tickets that are seen, or take all marks away",
        "选中屏幕上的全部工单；已有选择时全部取消",
    ),
    "queue.several": ("Marked ones", "批量处理"),
    "queue.several.tip": (
        "Transfer, tag or close all marked tickets",
        "转交、打标签或关闭所有选中的工单",
    ),
    "queue.several.none": (
        "No ticket is marked; Space marks one.",
        "还没有选中工单，按空格键选择。",
    ),
    "queue.several.title": ("{n} marked tickets", "批量处理 {n} 个工单"),
    "queue.several.text": (
        "Each is saved by itself; what others save meanwhile stays.",
        "逐个保存；他人同时保存的内容不会被覆盖。",
    ),
    "queue.several.transfer": ("transfer", "转交"),
    "queue.several.tag": ("tag", "打标签"),
    "queue.several.close": ("close", "关闭"),
    "queue.several.ask.what": ("What", "操作"),
    "queue.several.ask.to": ("To whom", "转给"),
    "queue.several.ask.tag": ("Tag", "标签"),
    "queue.several.ask.why": ("Why", "原因"),
    "queue.several.needs_what": ("Choose what to do", "请选择操作"),
    "queue.several.needs_to": ("Say who takes over", "请选择转给谁"),
    "queue.several.needs_tag": ("Say which tag", "请填写标签"),
    "queue.several.done": ("Done: {n}", "已完成 {n} 个"),
    "queue.several.not_done": ("Not done: {n}", "未完成 {n} 个："),
    # views under a name
    "queue.views": ("Saved views", "常用视图"),
    "queue.views.tip": (
        "Views with filter and order under a name of your own",
        "把视图、筛选和排序存成自己的常用视图",
    ),
    "queue.views.save": ("Save this view…", "保存当前视图…"),
    "queue.views.forget": ("Forget a view…", "删除常用视图…"),
    "queue.views.name": ("Name", "名称"),
    "queue.views.saved": ("Saved: {name}", "已保存：{name}"),
    "queue.views.forgotten": ("Forgotten: {name}", "已删除：{name}"),
    # what lists show
    "queue.columns": ("Columns", "列表栏目"),
    "queue.columns.tip": (
        "What lists show of tickets, and in which order; kept for you, and in saved views",
        "选择列表显示哪些栏目及其顺序；按个人保存，也存入常用视图",
    ),
    "queue.columns.text": (
        "Space shows a column or hides it; ← and → move it.",
        "空格键显示或隐藏栏目，← → 调整先后。",
    ),
    "queue.columns.choose": ("Show/hide", "显示/隐藏"),
    "queue.columns.earlier": ("Further left", "左移"),
    "queue.columns.later": ("Further right", "右移"),
    "queue.columns.usual": ("The usual ones", "恢复默认"),
    "queue.columns.cut": ("no room at this width", "当前宽度显示不下"),
    # the alarm
    "queue.bell": ("Bell", "提示音"),
    "queue.bell.tip": (
        "Ring, and tell in the window's title, when a limit of yours comes near or passes; "
        "supervisors hear of what is escalated, too",
        "您的工单将超时或已超时时响铃，并显示在窗口标题中；主管还会收到升级提醒",
    ),
    "queue.bell.on": ("The bell is on", "已打开提示音"),
    "queue.bell.off": ("The bell is off", "已关闭提示音"),
    "queue.alarm.title": ("● {n} late – cstui", "● {n} 个超时 – cstui"),
    "queue.alarm.escalated": (
        "● {n} late, {escalated} escalated – cstui",
        "● {n} 个超时，{escalated} 个升级 – cstui",
    ),
    "queue.alarm.calm": ("cstui", "cstui"),
    # calling back
    "queue.call.reached": ("reached", "已接通"),
    "queue.call.not_reached": ("not reached", "未接通"),
    "queue.call.text": (
        "Whoever was not reached stays in the list; a time says when to try again.",
        "未接通的仍保留在回电列表；填写时间可改约再次回电。",
    ),
    # the detail
    "queue.ledger": ("Minutes", "计时明细"),
    "queue.ledger.tip": (
        "Which minutes count for each clock and which do not, and why",
        "逐段查看各项时限计入与不计入的时间及原因",
    ),
    # callbacks
    "queue.slot": ("At", "时段"),
    "queue.at": ("Time", "时间"),
}
