"""What `cstui doctor` and `cstui verify` find."""

PHRASES = {
    "finding.good": ("ok  ", "正常"),
    "finding.bad": ("LOOK", "注意"),
    "finding.python": ("Python {version}: {packages}", "Python {version}：{packages}"),
    "finding.encoding": ("output is {encoding}", "输出编码为 {encoding}"),
    "finding.engine": ("engine: {engine}", "数据引擎：{engine}"),
    "finding.engine_at_risk": (
        "SQLite {version} has a fault that can damage a store which many use at once; "
        "install the package pysqlite3, or SQLite 3.51.3 or newer",
        "SQLite {version} 存在缺陷，多人同时使用时可能损坏数据；请安装 pysqlite3，"
        "或使用 SQLite 3.51.3 及以上版本",
    ),
    "finding.path": ("store: {path}, mode {mode}", "数据文件：{path}，权限 {mode}"),
    "finding.open_to_all": (
        "everybody on this machine may open {path} (mode {mode}); take the others' rights away "
        "with chmod o=",
        "本机所有用户都能打开 {path}（权限 {mode}）；请用 chmod o= 取消他人权限",
    ),
    "finding.space": (
        "size {size} MB, {free} MB free on the disk",
        "大小 {size} MB，磁盘剩余 {free} MB",
    ),
    "finding.count_tickets": ("{count} tickets", "工单 {count} 条"),
    "finding.count_settings": ("{count} settings", "设置 {count} 项"),
    "finding.count_articles": ("{count} articles", "知识库文章 {count} 篇"),
    "finding.feed": (
        "change feed at {position}, store version {version}",
        "变更记录位置 {position}，数据版本 {version}",
    ),
    "finding.damage": (
        "the file is damaged: {told}; restore the last backup with `cstui restore`",
        "文件已损坏：{told}；请用 `cstui restore` 恢复最近的备份",
    ),
    "finding.damaged_record": (
        "record {row} of {table} is not what was saved; restore the last backup with "
        "`cstui restore`",
        "{table} 的第 {row} 条记录与保存时不一致；请用 `cstui restore` 恢复最近的备份",
    ),
    "finding.damaged_records": (
        "{count} records in all are not what was saved",
        "共有 {count} 条记录与保存时不一致",
    ),
    "finding.sound": ("the file is sound", "文件完好"),
    "finding.sound_deep": ("every record is as it was saved", "所有记录均与保存时一致"),
}
