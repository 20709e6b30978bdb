"""What the shell command says when it has done something."""

PHRASES = {
    "told.created": (
        "Created {path}. Use it with --store or CSTUI_STORE.",
        "已新建 {path}。可用 --store 或 CSTUI_STORE 指定使用。",
    ),
    "told.backed_up": ("The backup is {path}.", "备份已写入 {path}。"),
    "told.restored": ("{path} is as the backup was.", "{path} 已恢复为备份时的状态。"),
    "told.kept": ("What stood there before is {path}.", "原有内容保存在 {path}。"),
    "told.settings_changed": ("{count} settings changed.", "已修改 {count} 项设置。"),
    "told.weekday_1": ("Mon", "周一"),
    "told.weekday_2": ("Tue", "周二"),
    "told.weekday_3": ("Wed", "周三"),
    "told.weekday_4": ("Thu", "周四"),
    "told.weekday_5": ("Fri", "周五"),
    "told.weekday_6": ("Sat", "周六"),
    "told.weekday_7": ("Sun", "周日"),
    "told.closed": ("closed", "休息"),
}
