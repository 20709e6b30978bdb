"""What the shell command says of itself."""

PHRASES = {
    "shell.about": (
        "Log calls while you talk, follow them up, and see where time goes. "
        "Without a command, the screens open.",
        "边接电话边记录，跟进到客户满意，看清时间花在哪里。不带命令时打开界面。",
    ),
    "shell.usage": ("usage:", "用法："),
    "shell.words": ("words", "参数"),
    "shell.options": ("options", "选项"),
    "shell.commands": ("commands", "命令"),
    "shell.usage_line": (
        "cstui [--store URL] [--lang en|zh] [--as LOGIN] [COMMAND …]",
        "cstui [--store URL] [--lang en|zh] [--as LOGIN] [命令 …]",
    ),
    "shell.help": ("show this help", "显示帮助"),
    "shell.version": ("show the version", "显示版本"),
    "shell.store": (
        "the store to use (else CSTUI_STORE, else your own)",
        "使用的库（默认取 CSTUI_STORE，再取个人库）",
    ),
    "shell.lang": ("language: en or zh", "语言：en 或 zh"),
    "shell.as": ("act for this person, where settings allow it", "以该人员身份操作（需设置允许）"),
    "shell.demo": ("open the screens on a throw-away store", "用临时演示库打开界面"),
    "shell.demo_tickets": ("how many tickets to make up", "生成的工单数量"),
    "shell.demo_seed": ("the same seed gives the same tickets", "相同的种子生成相同的工单"),
    "shell.init": ("create a store", "新建库"),
    "shell.init_path": ("where to create it", "新建的位置"),
    "shell.init_zone": ("the site's time zone (Asia/Shanghai)", "站点时区（默认 Asia/Shanghai）"),
    "shell.init_shared": (
        "let the members of the folder's group use it too",
        "允许该目录所属用户组的成员共用",
    ),
    "shell.import": ("take over calls from sheets", "导入表格中的记录"),
    "shell.import_files": ("CSV, Excel or JSON files", "CSV、Excel 或 JSON 文件"),
    "shell.import_form": ("the sheets are this form", "表格为此种表单"),
    "shell.import_map": ("which column means what", "列的对应关系文件"),
    "shell.import_dry_run": ("only say what would happen", "只预演，不写入"),
    "shell.import_rejects": (
        "write the rows that could not be used to this file",
        "将无法导入的行写入此文件",
    ),
    "shell.export": ("write tickets to a sheet", "导出工单"),
    "shell.export_out": (".csv, .xlsx or .json", ".csv、.xlsx 或 .json 文件"),
    "shell.export_form": ("only tickets of this form, in its columns", "只导出此种表单，按其列"),
    "shell.export_events": (
        "a row for each event that happened in the period",
        "每个事件一行（按事件时间）",
    ),
    "shell.export_full": (
        "with full names and numbers (supervisors only)",
        "包含完整姓名与电话（仅主管）",
    ),
    "shell.export_tinydb": ("as a TinyDB file", "导出为 TinyDB 文件"),
    "shell.form": ("write a blank sheet of a form, with drop-downs", "生成带下拉选项的空白表单"),
    "shell.form_name": (
        "hotline, response, after_sales or satisfaction",
        "hotline、response、after_sales 或 satisfaction",
    ),
    "shell.form_out": ("where to write the sheet", "写入此文件"),
    "shell.period": (
        "today, yesterday, week, month, quarter, year, all, 2026-05, 2026-W20, FROM..TO",
        "today、yesterday、week、month、quarter、year、all、2026-05、2026-W20、起..止",
    ),
    "shell.report": ("figures and histograms of response times", "响应时间统计与直方图"),
    "shell.report_name": (
        "daily, weekly, monthly or current, for reviews; board, response, trends, heat, "
        "attainment, backlog, satisfaction, people, problems, anomalies, staffing, findings; or "
        "tickets, those behind the figure of --metric; without it all figures of the period. "
        "board exits with 1 where an alarm is raised, findings where there are any",
        "复盘报告 daily、weekly、monthly、current；专题 board、response、trends、heat、attainment、"
        "backlog、satisfaction、people、problems、anomalies、staffing、findings；tickets 列出 "
        "--metric 指标的工单明细；不填则为该时段的全部指标。"
        "board 有告警、findings 有发现时退出码为 1",
    ),
    "shell.report_metric": (
        "short name of the figure whose tickets are listed, as FRT",
        "要查看明细的指标代号，如 FRT",
    ),
    "shell.report_by": (
        "group by channel, type, priority, agent, team, customer_kind, form, hour, weekday, "
        "day, week, month, subtype or cause; may be repeated",
        "分组：channel、type、priority、agent、team、customer_kind、form、hour、weekday、day、"
        "week、month、subtype、cause，可重复",
    ),
    "shell.report_where": ("only tickets with this value", "只统计符合此值的工单"),
    "shell.report_threshold": (
        "minutes within which a first response is in time",
        "首次响应的时限（分钟）",
    ),
    "shell.report_estimates": (
        "count agents' estimates as scores too",
        "坐席估计的满意度也计入",
    ),
    "shell.report_format": ("text or json", "text 或 json"),
    "shell.report_formats": (
        "text, json, csv, md, html or xlsx; else as the ending of OUT says",
        "text、json、csv、md、html 或 xlsx；不填则按 OUT 的扩展名",
    ),
    "shell.report_out": ("write to this file", "写入此文件"),
    "shell.brief": ("what the next shift must know", "交接班简报：下一班需要知道的事"),
    "shell.brief_team": ("only this team's tickets", "只看此班组"),
    "shell.brief_mine": ("only your own tickets", "只看本人"),
    "shell.brief_lines": ("tickets told of each topic (5)", "每项列出的条数（默认 5）"),
    "shell.explain": ("show minute by minute how a ticket's clocks ran", "逐分钟说明工单的计时"),
    "shell.explain_number": ("the ticket's number", "工单编号"),
    "shell.doctor": ("look over the store and this installation", "检查库与安装情况"),
    "shell.verify": ("read every record and check it", "逐条检查记录"),
    "shell.backup": ("write a checked copy of the store", "备份库"),
    "shell.backup_out": ("where to", "备份到"),
    "shell.restore": ("put a backup in the store's place", "从备份恢复"),
    "shell.restore_in": ("the backup", "备份文件"),
    "shell.calendar": ("show working days and hours", "显示工作日与工作时间"),
    "shell.calendar_period": ("which days", "日期范围"),
    "shell.call-start": (
        "tell that a call comes in: it opens on the agent's screen",
        "通知来电：自动在坐席界面打开",
    ),
    "shell.call_start_phone": ("the caller's number", "来电号码"),
    "shell.call_start_rang": ("when it rang (now)", "振铃时间（默认现在）"),
    "shell.call_start_agent": (
        "whose telephone rings (your own)",
        "振铃坐席的登录名（默认本人）",
    ),
    "shell.articles": (
        "list, import or export the knowledge base; show what was looked for and not found",
        "列出、导入或导出知识库，查看未找到的搜索",
    ),
    "shell.articles_action": (
        "list, import, export or missed (list)",
        "list、import、export 或 missed（默认 list）",
    ),
    "shell.articles_paths": (
        "import: files or folders; export: a .csv, .xlsx or .json file, or a new folder",
        "导入：文件或文件夹；导出：.csv、.xlsx、.json 文件或新文件夹",
    ),
    "shell.settings": ("show or change settings", "查看或修改设置"),
    "shell.settings_changes": (
        "settings to change; or `export FILE.toml`, to edit them all, and `import FILE.toml`",
        "要修改的设置；也可用 export 文件.toml 导出全部设置，编辑后用 import 文件.toml 导入",
    ),
    "shell.settings_dry_run": ("only say what would change", "只预演，不修改"),
    "shell.settings_from": ("first day on which they hold (today)", "生效日期（默认今天）"),
}
