"""What the shell command says when it has done something."""

PHRASES = {
    "told.created": (
        "Created {path}. Use it with --store or CSTUI_STORE.",
        "已新建 {path}。可用 --store 或 CSTUI_STORE 指定使用。",
    ),
    "told.created_words": (
        "Its channels, types and priorities are in English; `cstui settings language=zh` offers "
        "the Chinese ones.",
        "其渠道、类型和紧急程度为中文；如需英文，请运行 `cstui settings language=en`。",
    ),
    "told.interrupted": (
        "Stopped. What was imported so far stays; the same command takes over the rest.",
        "已中断。已导入的内容会保留；再次运行同一命令即可导入其余部分。",
    ),
    "told.backed_up": ("The backup is {path}.", "备份已写入 {path}。"),
    "told.restored": ("{path} is as the backup was.", "{path} 已恢复为备份时的状态。"),
    "told.kept": ("What stood there before is {path}.", "原有内容保存在 {path}。"),
    "told.imported": ("tickets imported: {count}", "已导入 {count} 条工单"),
    "told.would_import": (
        "tickets that would be imported: {count} (nothing was written)",
        "将导入 {count} 条工单（本次未写入）",
    ),
    "told.import_known": ("here already: {count}", "{count} 条此前已导入"),
    "told.import_rejected": (
        "rows that could not be used: {count} (--rejects FILE.csv lists them all)",
        "{count} 行无法导入；可用 --rejects 文件.csv 查看全部",
    ),
    "told.import_left_out": (
        "rows left out, as the map says: {count}",
        "按对应关系略过 {count} 行",
    ),
    "told.import_skipped": (
        "titles and sums passed over: {count}",
        "{count} 行为标题或合计，不是工单",
    ),
    "told.import_rounded_ids": (
        "customer numbers left empty, as a spreadsheet had rounded them: {count}",
        "{count} 个客户编号被表格软件四舍五入，已留空",
    ),
    "told.reject": (
        "line {line}, {column}: “{value}” – {reason}",
        "第 {line} 行，{column}：“{value}” – {reason}",
    ),
    "told.exported": ("Tickets written to {path}: {count}", "已将 {count} 条工单写入 {path}"),
    "told.settings_changed": ("Settings changed: {count}.", "已修改 {count} 项设置。"),
    "told.setting_later": ("# from {day}: {setting}", "# 自 {day} 起：{setting}"),
    "told.weekday_1": ("Mon", "周一"),
    "told.weekday_2": ("Tue", "周二"),
    "told.weekday_3": ("Wed", "周三"),
    "told.weekday_4": ("Thu", "周四"),
    "told.weekday_5": ("Fri", "周五"),
    "told.weekday_6": ("Sat", "周六"),
    "told.weekday_7": ("Sun", "周日"),
    "told.closed": ("closed", "休息"),
}
