"""The satisfaction record that is typed by hand."""

PHRASES = {
    "survey.new": ("New satisfaction record", "新建满意度记录"),
    "survey.new.tip": (
        "Write down what a customer said of some service",
        "登记客户对某次服务的评价",
    ),
    "survey.save": ("Save", "保存"),
    "survey.save.tip": ("Save the record", "保存记录"),
    "survey.saved": ("Saved as {number}.", "已保存，编号 {number}。"),
    "survey.give_up": ("Give the record up?", "放弃此记录？"),
    "survey.give_up.text": (
        "What was typed is not saved.",
        "已输入的内容尚未保存。",
    ),
}
