"""Failures of import and export."""

_MAP_TITLE = ("The map needs a look", "对应关系文件需要修改")


def _in_map(english: str, chinese: str) -> tuple[str, str]:
    """A sentence about an import map, after the place that it is about."""
    return "{file}, line {line}, `{where}`: " + english, "{file} 第 {line} 行 `{where}`：" + chinese


_MAP_TEXTS = {
    "unknown_section": _in_map(
        "a map has the sections [file] and [columns].", "只有 [file] 和 [columns] 两节。"
    ),
    "empty": _in_map(
        "no column is named; say at least where `opened` stands.",
        "没有指定任何列，请至少写明 `opened` 对应的列。",
    ),
    "unknown_field": _in_map("there is no field “{given}” to fill.", "没有名为“{given}”的字段。"),
    "unknown_key": _in_map(
        "“{given}” is not known here; known are {known}.", "此处没有“{given}”，可用：{known}。"
    ),
    "column_or_const": _in_map(
        "give either a column or a `const`.", "请填写列名或 `const`，二者取其一。"
    ),
    "needs_after": _in_map(
        "a duration needs `after`, the time that it counts from.",
        "时长需要用 `after` 说明从哪个时间起算。",
    ),
    "not_a_time": _in_map(
        "`after` and `time_of_day` are for fields that are times.",
        "`after` 和 `time_of_day` 只用于时间字段。",
    ),
    "not_a_flag": _in_map(
        "`true` and `false` are for fields that are yes or no.",
        "`true` 和 `false` 只用于是否类字段。",
    ),
    "after": _in_map(
        "“{given}” must be named too, and must not count from this field in turn.",
        "“{given}” 也需要写明对应的列，且不能反过来依赖本字段。",
    ),
    "needs_key": _in_map(
        'this is for event logs; set key = "number" in [file].',
        '仅用于事件明细表，请在 [file] 中填写 key = "number"。',
    ),
    "log_needs": _in_map(
        "an event log also needs the column of `{given}`.", "事件明细表还需要 `{given}` 对应的列。"
    ),
    "not_in_log": _in_map(
        "in an event log this is an event of its own, not a column.",
        "在事件明细表中，此项是单独的事件，不能作为列。",
    ),
    "unknown_event": _in_map("there is no kind of event “{given}”.", "没有名为“{given}”的事件。"),
    "not_table": _in_map("a table {{ … }} is expected here.", "此处应为表 {{ … }}。"),
    "not_text": _in_map(
        "a text in quotation marks, or a list of such, is expected here.",
        "此处应为带引号的文字或其列表。",
    ),
    "choice": _in_map("choose one of {choices}.", "请从以下选择：{choices}。"),
    "encoding": _in_map("there is no encoding “{given}”.", "没有名为“{given}”的编码。"),
    "delimiter": _in_map("a delimiter is a single character.", "分隔符只能是一个字符。"),
    "zone": _in_map(
        "there is no time zone “{given}”; write it as Asia/Shanghai.",
        "没有名为“{given}”的时区，请写成 Asia/Shanghai 的形式。",
    ),
    "time_of_day": _in_map("write a time as 18:00.", "请将钟点写成 18:00 的形式。"),
    "syntax": (
        "{file}, line {line}, column {column} is not TOML. Check quotation marks and brackets.",
        "{file} 第 {line} 行第 {column} 列不符合 TOML 格式，请检查引号和括号。",
    ),
    "unreadable": (
        "{path} cannot be read. Save it as UTF-8 text where you may read it.",
        "无法读取 {path}。请将其存为 UTF-8 文本，并确认有读取权限。",
    ),
    "needed": (
        "The columns of {path} are not those of a known form. Say what they mean with "
        "--map MAP.toml.",
        "{path} 的列不属于已知表单，请用 --map MAP.toml 说明各列含义。",
    ),
}

EXCHANGE_ERRORS = {
    **{f"error.map_{key}.title": _MAP_TITLE for key in _MAP_TEXTS},
    **{f"error.map_{key}.text": text for key, text in _MAP_TEXTS.items()},
    "error.column_missing.title": ("A column is missing", "缺少列"),
    "error.column_missing.text": (
        "The sheet has no column {columns}. It has {headers}.",
        "表格中没有 {columns} 列。现有的列：{headers}。",
    ),
    "error.column_twice.title": ("A column stands there twice", "列名重复"),
    "error.column_twice.text": (
        "The sheet has more than one column “{column}”. Rename all but one of them.",
        "表格中有多个“{column}”列，请只保留一个同名列。",
    ),
    "error.not_this_form.title": ("Not a sheet of this form", "不是此种表单"),
    "error.not_this_form.text": (
        "{path} has not all of the columns {needed}. Check the header, or say what the columns "
        "mean with --map MAP.toml.",
        "{path} 缺少 {needed} 中的列。请检查表头，或用 --map MAP.toml 说明各列含义。",
    ),
    "error.blank_kind.title": ("Not an Excel file", "不是 Excel 文件"),
    "error.blank_kind.text": (
        "{path} should end in .xlsx: only Excel sheets have drop-downs.",
        "{path} 应以 .xlsx 结尾：下拉选项只能用于 Excel 表格。",
    ),
    "error.sheet_empty.title": ("The sheet is empty", "表格为空"),
    "error.sheet_empty.text": (
        "{path} holds no rows. Nothing was imported.",
        "{path} 中没有数据，未导入任何内容。",
    ),
    "error.sheet_kind.title": ("Not a sheet", "不是表格文件"),
    "error.sheet_kind.text": (
        "{path} cannot be imported. Use .csv, .tsv, .txt, .json (also with .gz) or .xlsx.",
        "无法导入 {path}。请使用 .csv、.tsv、.txt、.json（可加 .gz）或 .xlsx 文件。",
    ),
    "error.old_workbook.title": ("An old Excel file", "旧版 Excel 文件"),
    "error.old_workbook.text": (
        "{path} is in the old Excel format. Open it in Excel and save it as .xlsx.",
        "{path} 为旧版 Excel 格式，请在 Excel 中另存为 .xlsx 后再导入。",
    ),
    "error.sheet_unknown.title": ("No such sheet", "没有此工作表"),
    "error.sheet_unknown.text": (
        "The workbook has no sheet {sheet}. It has {sheets}.",
        "工作簿中没有工作表 {sheet}。现有工作表：{sheets}。",
    ),
    "error.sheet_broken.title": ("The file is damaged", "文件已损坏"),
    "error.sheet_broken.text": (
        "{path} cannot be read near line {line}: the encoding may be another one, or a quotation "
        "mark may be missing. Rows before it may have been imported; import the corrected file "
        "again, nothing is added twice.",
        "{path} 第 {line} 行附近无法读取：编码可能不符，或缺少引号。此前的行可能已导入；"
        "修正后重新导入即可，不会重复添加。",
    ),
    "error.file_unreadable.title": ("The file cannot be read", "无法读取文件"),
    "error.file_unreadable.text": (
        "{path} cannot be read. Check that it is complete and that you may read it.",
        "无法读取 {path}。请确认文件完整且有读取权限。",
    ),
    "error.workbook_unreadable.title": ("Not an Excel workbook", "无法打开工作簿"),
    "error.workbook_unreadable.text": (
        "{path} cannot be opened as an Excel workbook. If it has a password, save it without one.",
        "无法以 Excel 工作簿打开 {path}。如设有密码，请取消密码后另存。",
    ),
    "error.json_broken.title": ("Not JSON", "不是 JSON 文件"),
    "error.json_broken.text": (
        "{path} is not complete JSON. Export it anew from where it came from.",
        "{path} 不是完整的 JSON，请从来源系统重新导出。",
    ),
    "error.json_path.title": ("No list there", "未找到列表"),
    "error.json_path.text": (
        "{path} has no list of objects at “{json_path}”. Set json_path in the map to the names "
        "that lead to it, as data.items.",
        "{path} 的“{json_path}”处没有对象列表。请在对应关系文件中用 json_path 写明路径，"
        "如 data.items。",
    ),
    "error.encoding_unclear.title": ("Encoding not clear", "无法判断编码"),
    "error.encoding_unclear.text": (
        "It is not clear how {path} is encoded. Set encoding in the map, or save it as UTF-8.",
        "无法判断 {path} 的编码。请在对应关系文件中填写 encoding，或将文件另存为 UTF-8。",
    ),
    "error.date_order_unclear.title": ("Day or month first?", "日期顺序不明"),
    "error.date_order_unclear.text": (
        "Dates like {example} do not all read the same way. Set date_order to ymd, dmy or mdy in "
        "the map.",
        "无法确定 {example} 这类日期的顺序。请在对应关系文件中将 date_order 设为 ymd、dmy 或 mdy。",
    ),
    "error.export_kind.title": ("What kind of file?", "文件类型不明"),
    "error.export_kind.text": (
        "{path} should end in .csv, .xlsx or .json.",
        "{path} 应以 .csv、.xlsx 或 .json 结尾。",
    ),
    "error.full_not_allowed.title": ("For supervisors", "仅限主管"),
    "error.full_not_allowed.text": (
        "Full names and telephone numbers are for supervisors. Export without --full, or ask one.",
        "完整姓名与电话仅限主管导出。请去掉 --full，或请主管操作。",
    ),
}
