"""Failures of the command line."""

SHELL_ERRORS = {
    "error.misuse.title": ("Not understood", "无法理解"),
    "error.misuse.text": ("{what}. See `{prog} --help`.", "{what}。请查看 `{prog} --help`。"),
    "error.misuse_required.title": ("Something is missing", "缺少参数"),
    "error.misuse_required.text": (
        "{what} is missing. See `{prog} --help`.",
        "缺少 {what}。请查看 `{prog} --help`。",
    ),
    "error.misuse_unrecognized.title": ("Not understood", "无法理解"),
    "error.misuse_unrecognized.text": (
        "“{what}” is not understood here. See `{prog} --help`.",
        "此处无法使用“{what}”。请查看 `{prog} --help`。",
    ),
    "error.misuse_choice.title": ("No such choice", "没有此选项"),
    "error.misuse_choice.text": (
        "There is no {what} to choose here. See `{prog} --help`.",
        "没有 {what} 这个选择。请查看 `{prog} --help`。",
    ),
    "error.misuse_expected.title": ("Something is missing", "缺少参数"),
    "error.misuse_expected.text": (
        "{what} wants a value behind it. See `{prog} --help`.",
        "{what} 后面需要填写内容。请查看 `{prog} --help`。",
    ),
    "error.misuse_value.title": ("Value not understood", "参数值有误"),
    "error.misuse_value.text": (
        "{what} cannot be used here. See `{prog} --help`.",
        "此处无法使用 {what}。请查看 `{prog} --help`。",
    ),
    "error.misuse_command.title": ("No such command", "没有此命令"),
    "error.misuse_command.text": (
        "There is no command “{what}”. `{prog} --help` lists them.",
        "没有命令“{what}”。运行 `{prog} --help` 查看全部命令。",
    ),
    "error.misuse_unclear.title": ("Which command?", "命令不明确"),
    "error.misuse_unclear.text": (
        "“{what}” may mean {meant}. Write one more letter.",
        "“{what}”可能是 {meant}，请多输入一个字母。",
    ),
    "error.setting_day.title": ("Not a day", "日期有误"),
    "error.setting_day.text": (
        "“{day}” is no day. Write it as 2026-01-01.",
        "“{day}”不是有效日期，请写成 2026-01-01。",
    ),
    "error.period_open.title": ("Without an end", "没有起止日期"),
    "error.period_open.text": (
        "“{name}” has no first and last day. Choose a month or a year.",
        "“{name}”没有起止日期，请选择某月或某年。",
    ),
    "error.ringing_ahead.title": ("Not yet", "时间尚未到"),
    "error.ringing_ahead.text": (
        "No call can ring at {at} yet. Compare the clocks of the telephone "
        "switch and of this machine.",
        "来电时间 {at} 还没到，请核对话务系统与本机的时钟。",
    ),
    "error.ringing_past.title": ("Long past", "时间过久"),
    "error.ringing_past.text": (
        "A call that rang at {at} is over: only those of the last {minutes} "
        "minutes open on a screen.",
        "{at} 的来电已经过去：只有最近 {minutes} 分钟内的来电会在界面打开。",
    ),
    "error.demo_tickets.title": ("Too many", "数量有误"),
    "error.demo_tickets.text": (
        "The demo takes from 0 to {most} tickets.",
        "演示工单数量为 0 到 {most}。",
    ),
    "error.store_url.title": ("No such kind of store", "不支持此类库"),
    "error.store_url.text": (
        "{url} is not a place that this version can open. Give the path of a file.",
        "此版本无法打开 {url}，请填写文件路径。",
    ),
    "error.unexpected.title": ("Something went wrong", "出现意外问题"),
    "error.unexpected.text": (
        "Something went wrong that cstui did not expect. What was saved is safe. Please send "
        "{path} to whoever looks after cstui.",
        "cstui 遇到意外问题，已保存的内容不受影响。请将 {path} 发给 cstui 的维护人员。",
    ),
    "error.no_terminal.title": ("No terminal", "没有终端"),
    "error.no_terminal.text": (
        "The screens need a terminal. Run cstui in one, or see `cstui --help` for commands "
        "that print.",
        "界面需要在终端中打开。请在终端里运行，或查看 `cstui --help` 中可直接输出的命令。",
    ),
    "error.form_or_map.title": ("One of the two", "只能选其一"),
    "error.form_or_map.text": (
        "Give either --form or --map, not both.",
        "--form 与 --map 只能使用其中一个。",
    ),
    "error.file_missing.title": ("No such file", "文件不存在"),
    "error.file_missing.text": (
        "There is no file {path}. Check the name.",
        "找不到文件 {path}，请核对名称。",
    ),
    "error.out_in_use.title": ("That file is in use", "该文件正在使用"),
    "error.out_in_use.text": (
        "{path} is the store, or a file that is being read; writing there would replace it. "
        "Choose another name.",
        "{path} 是数据文件或正在读取的文件，写入会将其覆盖。请换一个文件名。",
    ),
    "error.out_no_file.title": ("Not a file", "不是文件"),
    "error.out_no_file.text": (
        "{path} is no ordinary file. Choose another name.",
        "{path} 不是普通文件，请换一个文件名。",
    ),
    "error.system.title": ("The system refused", "系统拒绝操作"),
    "error.system.text": (
        "{what} could not be used: {why}.",
        "无法使用 {what}：{why}。",
    ),
    "error.threshold_range.title": ("Limit out of range", "时限有误"),
    "error.threshold_range.text": (
        "A limit is from 1 second to 366 days, in minutes; {value} is not.",
        "时限应在 1 秒到 366 天之间（以分钟填写），{value} 无法使用。",
    ),
    "error.file_unwritable.title": ("Cannot write there", "无法写入"),
    "error.file_unwritable.text": (
        "{path} cannot be written: {why}. Choose another place.",
        "无法写入 {path}：{why}。请换一个位置。",
    ),
}
