"""Definitions of figures: name and formula, each by the id of its metric."""

NAMES = {
    "FRT": ("First response time", "首次响应时长"),
    "RT": ("Resolution time", "解决时长"),
    "RT.round": ("Resolution time per round", "解决时长（每轮）"),
    "RTN": ("Net resolution time", "净解决时长"),
    "RTN.round": ("Net resolution time per round", "净解决时长（每轮）"),
    "ACC": ("Accept time", "受理时长"),
    "TPH": ("Time per holder", "环节停留"),
    "TR": ("Transfer rate", "转接率"),
    "TO": ("Timeout rate", "响应超时率"),
    "SLA.response": ("First response in time", "首次响应达标率"),
    "SLA.update": ("Updates in time", "进度更新达标率"),
    "SLA.resolution": ("Resolution in time", "解决达标率"),
    "SLA.accept": ("Accepted in time", "受理达标率"),
    "SLA.all": ("All limits kept", "全部时限达标率"),
    "BRK.response": ("Late by, first response", "超时幅度（首次响应）"),
    "BRK.resolution": ("Late by, resolution", "超时幅度（解决）"),
    "SL": ("Service level", "服务水平"),
    "ASA": ("Average speed of answer", "平均应答速度"),
    "ABA": ("Abandonment", "放弃率"),
    "AHT": ("Average handling time", "平均处理时长"),
    "ACW": ("Wrap-up", "话后处理"),
    "OCC": ("Occupancy", "工时占用率"),
    "GR": ("Greeting on time", "规范接听率"),
    "VOL": ("Tickets", "工单量"),
    "BL": ("Backlog", "积压量"),
    "FCR": ("First contact resolution, claimed", "一次解决率（登记）"),
    "FCR.verified": ("First contact resolution, verified", "一次解决率（核实）"),
    "RPT": ("Repeat contact", "重复来电率"),
    "RO": ("Reopen rate", "重开率"),
    "HB": ("Updates on time", "进度按时更新率"),
    "PK": ("Promises kept", "承诺兑现率"),
    "RV": ("Revisit rate", "回访率"),
    "ANOM": ("Anomalies", "异常率"),
    "ANOM.explained": ("Anomalies explained", "异常说明率"),
    "CSAT": ("Mean score", "满意度均分"),
    "T2B": ("Satisfied", "满意率"),
    "T2B.three": ("Satisfied, three levels", "满意率（三级）"),
    "T2B.middle": ("Satisfied or middle, three levels", "满意率（三级，含中间级）"),
    "B2B": ("Low share", "差评率"),
    "B2B.three": ("Not satisfied, three levels", "不满意率（三级）"),
    "RR": ("Response rate", "回收率"),
    "RR.three": ("Response rate, three levels", "回收率（三级）"),
    "CL": ("Loop started", "闭环启动率"),
    "CLW": ("Loop closed", "闭环达标率"),
    "GAP": ("Gap", "差距"),
    "ATT": ("Attainment", "达标率"),
    "AUD": ("Audit agreement", "抽查一致率"),
}

FORMULAS = {
    "FRT": (
        "first reply by a person − submitted; of a live call: answered − rang",
        "首次人工响应 − 提交；实时来电为接起 − 振铃",
    ),
    "RT": (
        "confirmed by the customer, else marked solved − submitted; of a reopened ticket, until "
        "its last round is solved; in business time, the sum of its rounds",
        "客户确认（未确认则为标记解决）− 提交；重开的工单算到最后一轮解决；工作时间口径为各轮之和",
    ),
    "RT.round": (
        "confirmed by the customer, else marked solved − beginning of the round",
        "客户确认（未确认则为标记解决）− 本轮开始",
    ),
    "RTN": (
        "business time of all rounds until solved − business time spent waiting",
        "各轮至解决的工作时长 − 其中等待的工作时长",
    ),
    "RTN.round": (
        "business time of the round until solved − business time spent waiting",
        "本轮至解决的工作时长 − 其中等待的工作时长",
    ),
    "ACC": ("handler accepted − assigned", "处理人受理 − 分派"),
    "TPH": (
        "sum of a ticket's stays with one holder, of stays that ended in the period",
        "同一工单在同一处理人（或团队）停留时长之和，按停留结束时间统计",
    ),
    "TR": (
        "tickets passed on by the end of the period ÷ tickets submitted in it",
        "期末前转接过的工单 ÷ 期内提交的工单",
    ),
    "TO": (
        "(first response later than the threshold + unanswered past it) ÷ "
        "(responded + unanswered past it)",
        "（首次响应超过阈值 + 超过阈值仍未响应）÷（已响应 + 超过阈值仍未响应）",
    ),
    "SLA.response": ("met ÷ (met + breached)", "达标 ÷（达标 + 超时）"),
    "SLA.update": (
        "updates in time ÷ updates due",
        "按时更新次数 ÷ 应更新次数",
    ),
    "SLA.resolution": ("met ÷ (met + breached)", "达标 ÷（达标 + 超时）"),
    "SLA.accept": (
        "accepted in time ÷ accepted",
        "按时受理 ÷ 已受理",
    ),
    "SLA.all": (
        "rounds that met all their limits ÷ rounds solved, or past due and unsolved",
        "全部时限达标的轮次 ÷（已解决 + 未解决但已超时的轮次）",
    ),
    "BRK.response": (
        "business time past due: median, P90, worst",
        "超出时限的工作时长：中位数、P90、最长",
    ),
    "BRK.resolution": (
        "business time past due: median, P90, worst",
        "超出时限的工作时长：中位数、P90、最长",
    ),
    "SL": (
        "calls answered within the limit, set against all by one of five formulas",
        "时限内接起的来电占比，按五种公式之一计算",
    ),
    "SL.F1": (
        "F1: (answered ≤ T + abandoned ≤ T) ÷ (answered + abandoned)",
        "F1：（T 内接起 + T 内放弃）÷（接起 + 放弃）",
    ),
    "SL.F2": ("F2: answered ≤ T ÷ answered", "F2：T 内接起 ÷ 接起"),
    "SL.F3": (
        "F3: answered ≤ T ÷ (answered + abandoned)",
        "F3：T 内接起 ÷（接起 + 放弃）",
    ),
    "SL.F4": (
        "F4: answered ≤ T ÷ (answered + abandoned > T)",
        "F4：T 内接起 ÷（接起 + 超过 T 放弃）",
    ),
    "SL.F5": (
        "F5: (answered ≤ T + abandoned at once) ÷ (answered + abandoned)",
        "F5：（T 内接起 + 短时放弃）÷（接起 + 放弃）",
    ),
    "ASA": ("Σ wait of answered calls ÷ answered", "Σ 接起来电的等待时长 ÷ 接起数"),
    "ABA": ("abandoned ÷ (answered + abandoned)", "放弃 ÷（接起 + 放弃）"),
    "AHT": ("(talk + hold + wrap-up) ÷ handled calls", "（通话 + 保持 + 话后处理）÷ 处理的来电"),
    "ACW": ("call ended → record saved", "通话结束 → 保存记录"),
    "OCC": ("handling ÷ (handling + available)", "处理时长 ÷（处理时长 + 空闲待机时长）"),
    "GR": ("greeted in time ÷ answered", "按时规范问候 ÷ 接起"),
    "VOL": ("tickets submitted in the period", "期内提交的工单"),
    "BL": (
        "open at the end of the period: open before + in − out",
        "期末未结：上期未结 + 新增 − 办结",
    ),
    "FCR": ("solved before the call was over ÷ answered calls", "通话内解决 ÷ 接起的来电"),
    "FCR.verified": (
        "solved before the call was over, not reopened, and no further contact by the same "
        "customer about the same type in 7 days ÷ answered calls whose 7 days ended in the period",
        "通话内解决、未重开、且 7 天内同一客户无同类来电 ÷ 期内满 7 天的接起来电",
    ),
    "RPT": (
        "contacts within 7 days of the same customer's last about the same type ÷ contacts",
        "同一客户 7 天内再次就同类问题来电 ÷ 来电来访",
    ),
    "RO": (
        "tickets reopened by the end of the period ÷ tickets first solved in it",
        "期末前重开的工单 ÷ 期内首次解决的工单",
    ),
    "HB": ("updates in time ÷ updates due", "按时更新次数 ÷ 应更新次数"),
    "PK": ("promises kept in time ÷ promises due", "按时兑现的承诺 ÷ 到期的承诺"),
    "RV": (
        "revisited within 24 h ÷ rounds solved whose 24 h ended in the period",
        "24 小时内回访 ÷ 期内满 24 小时的已解决轮次",
    ),
    "ANOM": (
        "tickets with a first response or resolution longer than twice the mean of their type and "
        "channel in the period, or with a low score ÷ tickets answered, solved or rated",
        "首次响应或解决时长超过同类型同渠道当期均值 2 倍，或评价偏低的工单 ÷ "
        "期内响应、解决或评价的工单",
    ),
    "ANOM.explained": (
        "anomalies with a reason ÷ anomalies",
        "已说明原因的异常 ÷ 异常",
    ),
    "CSAT": ("Σ scores of 1–5 ÷ valid scores", "Σ 1–5 分评分 ÷ 有效评价"),
    "T2B": ("scores 4–5 ÷ valid scores", "4–5 分 ÷ 有效评价"),
    "T2B.three": ("satisfied ÷ valid answers", "满意 ÷ 有效评价"),
    "T2B.middle": ("(satisfied + middle level) ÷ valid answers", "（满意 + 中间级）÷ 有效评价"),
    "B2B": ("scores 1–2 ÷ valid scores", "1–2 分 ÷ 有效评价"),
    "B2B.three": ("not satisfied ÷ valid answers", "不满意 ÷ 有效评价"),
    "RR": ("answered ÷ asked", "收到评价 ÷ 发出邀请"),
    "RR.three": ("answered ÷ asked", "收到评价 ÷ 发出邀请"),
    "CL": (
        "low scores followed up within 48 h ÷ low scores whose 48 h ended in the period",
        "48 小时内跟进的低分评价 ÷ 期内满 48 小时的低分评价",
    ),
    "CLW": (
        "target reached ÷ (reached + not reached), by the period of the score",
        "已达标 ÷（已达标 + 未达标），按评价时间统计",
    ),
    "GAP": (
        "(now − benchmark) ÷ benchmark; percentages in percentage points",
        "（当前值 − 基准值）÷ 基准值；百分比按百分点相减",
    ),
    "ATT": (
        "lower is better: target ÷ actual; higher is better: actual ÷ target; 100 % at most",
        "越低越好：目标 ÷ 实际；越高越好：实际 ÷ 目标；最高显示 100%",
    ),
    "AUD": (
        "agreed ÷ checked, of the tickets submitted in the period",
        "一致 ÷ 抽查（按时段内提交的工单统计）",
    ),
}
