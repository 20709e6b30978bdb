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
    "told.map_guessed": (
        "The columns of {path} are not those of a form. Printed is what they seem to mean: save it "
        "as MAP.toml, correct it, then: cstui import {path} --map MAP.toml",
        "{path} 的列不属于已知表单。以下为推测的对应关系：请存为 MAP.toml 并核对，"
        "再运行：cstui import {path} --map MAP.toml",
    ),
    "told.map_unused": ("columns not used: {columns}", "未使用的列：{columns}"),
    "told.import_form": ("read as: {form}", "按“{form}”读取"),
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
    "told.blank_sheet": (
        "The sheet is {path}. Filled in, it comes back with: cstui import {path} --form {form}",
        "空白表单已写入 {path}。填好后运行：cstui import {path} --form {form}",
    ),
    "told.exported": ("Tickets written to {path}: {count}", "已将 {count} 条工单写入 {path}"),
    "told.events_exported": ("Events written to {path}: {count}", "已将 {count} 条事件写入 {path}"),
    "told.ringing": ("The call opens on {agent}'s screen.", "来电将在 {agent} 的界面打开。"),
    "told.articles_added": ("articles added: {count}", "新增 {count} 篇文章"),
    "told.articles_revised": ("articles revised: {count}", "更新 {count} 篇文章"),
    "told.articles_known": ("here already, unchanged: {count}", "{count} 篇已有且内容相同"),
    "told.articles_retired": (
        "left alone, as they were retired: {count}",
        "{count} 篇已停用，未作更改",
    ),
    "told.articles_refused": ("not usable: {count}", "{count} 处无法导入"),
    "told.articles_dry_run": (
        "That is what would happen; nothing was written.",
        "以上为预演，未写入任何内容。",
    ),
    "told.articles_exported": (
        "Articles written to {path}: {count}",
        "已将 {count} 篇文章写入 {path}",
    ),
    "told.settings_changed": ("Settings changed: {count}.", "已修改 {count} 项设置。"),
    "told.settings_unchanged": (
        "Nothing differs from what holds today; nothing was changed.",
        "与当前设置一致，未作修改。",
    ),
    "told.settings_would_change": (
        "Settings that would change: {count} (nothing was changed).",
        "将修改 {count} 项设置（本次未修改）。",
    ),
    "told.settings_exported": (
        "The settings are in {path}. Edit it, then: cstui settings import {path}",
        "设置已导出到 {path}。编辑后运行：cstui settings import {path}",
    ),
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
