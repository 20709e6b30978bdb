"""What is left out of figures, by the id of the metric; nothing is left out of the others."""

_IMPOSSIBLE = ("durations that end before they begin", "结束早于开始的时长")
_IMPOSSIBLE_OR_UNKNOWN = (
    "durations that end before they begin, or whose business time is not known",
    "结束早于开始，或工作时长不明的时长",
)
_ESTIMATES = (
    "agents' estimates, unless they are asked for; scores of three levels",
    "坐席估计（除非要求计入）；三级评价",
)
_ESTIMATES_OF_THREE = (
    "agents' estimates, unless they are asked for; scores of 1–5",
    "坐席估计（除非要求计入）；1–5 分评价",
)
_RUNNING = (
    "limits still running or paused; they are shown beside",
    "计时中或暂停的时限，另行列出",
)

EXCLUDED = {
    "FRT": _IMPOSSIBLE,
    "RT": _IMPOSSIBLE,
    "RT.round": _IMPOSSIBLE,
    "RTN": _IMPOSSIBLE_OR_UNKNOWN,
    "RTN.round": _IMPOSSIBLE_OR_UNKNOWN,
    "ACC": _IMPOSSIBLE,
    "TPH": _IMPOSSIBLE,
    "TO": _IMPOSSIBLE,
    "SLA.response": _RUNNING,
    "SLA.update": _RUNNING,
    "SLA.resolution": _RUNNING,
    "SLA.accept": ("what nobody has accepted yet", "尚未受理的工单"),
    "SLA.all": (
        "rounds without a limit; rounds that are open and not late",
        "无时限的轮次；未结且未超时的轮次",
    ),
    "SL": ("calls of which the wait is not known", "等待时长不明的来电"),
    "ASA": ("calls of which the wait is not known", "等待时长不明的来电"),
    "AHT": ("calls of which no handling time is known", "处理时长不明的来电"),
    "ACW": ("calls of which the wrap-up is not known", "话后处理时长不明的来电"),
    "GR": ("calls of which the greeting was not measured", "未计量问候的来电"),
    "FCR": ("contacts that were no answered calls", "非来电的工单、放弃的来电"),
    "FCR.verified": (
        "calls younger than 7 days; customers whom nobody knows; contacts that were no calls",
        "未满 7 天的来电；身份不明的客户；非来电的工单",
    ),
    "RPT": (
        "customers whom nobody knows; abandoned calls",
        "身份不明的客户；放弃的来电",
    ),
    "HB": _RUNNING,
    "PK": ("promises that are not due yet; they are shown beside", "未到期的承诺，另行列出"),
    "RV": ("solutions younger than 24 h", "解决未满 24 小时的轮次"),
    "ANOM": _IMPOSSIBLE,
    "CSAT": _ESTIMATES,
    "T2B": _ESTIMATES,
    "T2B.three": _ESTIMATES_OF_THREE,
    "T2B.middle": _ESTIMATES_OF_THREE,
    "B2B": _ESTIMATES,
    "B2B.three": _ESTIMATES_OF_THREE,
    "RR": ("agents' estimates, which are no answers", "坐席估计（不算客户评价）"),
    "RR.three": ("agents' estimates, which are no answers", "坐席估计（不算客户评价）"),
    "CL": ("low scores younger than 48 h; agents' estimates", "未满 48 小时的低分评价；坐席估计"),
    "CLW": ("checks to come; they are shown beside", "待验证的措施，另行列出"),
}
