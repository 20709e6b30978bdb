"""The program as a whole: its screens, and what concerns all of them."""

PHRASES = {
    "app.intake": ("Intake", "接听"),
    "app.intake.tip": ("Take calls and write down requests", "接听来电、登记客户诉求"),
    "app.followup": ("Follow-up", "跟进"),
    "app.followup.tip": ("Open tickets, soonest due first", "未结工单，最先到期的排在前面"),
    "app.analysis": ("Analysis", "分析"),
    "app.analysis.tip": ("Response times and other figures", "响应时间等统计数据"),
    "app.brief": ("Shift handover", "交接班"),
    "app.brief.tip": ("What the next shift of your team must know", "下一班需要了解的本组事项"),
    "app.settings": ("Team settings", "团队设置"),
    "app.store_lost": ("The store does not answer", "暂时无法读取数据"),
    "app.store_lost_text": (
        "You can go on typing; what others save shows again as soon as it is back.",
        "可以继续输入；恢复后会自动显示他人保存的内容。",
    ),
    "app.store_back": ("The store is back.", "数据读取已恢复正常。"),
    "app.quit_anyway": ("Leave without keeping the draft?", "草稿未能保存，仍要退出吗？"),
}
