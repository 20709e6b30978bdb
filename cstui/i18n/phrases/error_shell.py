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
    "error.file_missing.title": ("No such file", "文件不存在"),
    "error.file_missing.text": (
        "There is no file {path}. Check the name.",
        "找不到文件 {path}，请核对名称。",
    ),
    "error.file_unwritable.title": ("Cannot write there", "无法写入"),
    "error.file_unwritable.text": (
        "{path} cannot be written: {why}. Choose another place.",
        "无法写入 {path}：{why}。请换一个位置。",
    ),
}
