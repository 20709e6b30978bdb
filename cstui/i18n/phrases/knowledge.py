"""The knowledge base: its dialog, its sheets."""

PHRASES = {
    "knowledge.title": ("Knowledge base", "知识库"),
    "knowledge.search": ("Type to search: words or Pinyin initials", "输入关键词或拼音首字母"),
    # Keys
    "knowledge.quote": ("Quote", "引用"),
    "knowledge.quote.tip": (
        "Put the marked article's answer into the solution",
        "将所选文章的答复写入解决方案",
    ),
    "knowledge.write": ("New", "新建"),
    "knowledge.write.tip": ("Write an article from this call", "根据本次来电写一篇文章"),
    "knowledge.revise": ("Revise", "修改"),
    "knowledge.revise.tip": ("Revise the marked article", "修改所选文章"),
    "knowledge.other_section": ("Section", "分类"),
    "knowledge.other_section.tip": ("Only one section, or all", "只看某一分类，或全部"),
    "knowledge.missed": ("Not found", "未找到"),
    "knowledge.missed.tip": ("What was looked for and not found", "查看未找到的搜索"),
    "knowledge.read_up": ("Text up", "正文上翻"),
    "knowledge.read_down": ("Text down", "正文下翻"),
    "knowledge.save": ("Save", "保存"),
    "knowledge.save.tip": ("Save the article for everyone", "保存文章，所有人可用"),
    "knowledge.forget": ("Strike out", "划去"),
    "knowledge.answer_missed": ("Write the article", "写文章"),
    # The line above the list
    "knowledge.reading": ("Reading…", "正在读取…"),
    "knowledge.all": ("All {count}, most quoted first", "全部 {count} 篇，引用多的在前"),
    "knowledge.fitting": ("Fitting this call: {count}", "与本次来电相符：{count} 篇"),
    "knowledge.found": ("Found: {count}", "找到 {count} 篇"),
    "knowledge.near": (
        "Nothing has “{text}”; these come near: {count}",
        "没有找到“{text}”，相近的有 {count} 篇",
    ),
    "knowledge.none": (
        "Nothing has “{text}”. Ctrl+N writes the article that is missing.",
        "没有找到“{text}”。可按 Ctrl+N 补写一篇。",
    ),
    "knowledge.empty": (
        "There is no article yet. Ctrl+N writes the first one.",
        "还没有文章。可按 Ctrl+N 写第一篇。",
    ),
    "knowledge.only": ("{section} · {line}", "{section} · {line}"),
    # An article
    "knowledge.section.product": ("Product", "产品"),
    "knowledge.section.operation": ("Operation", "操作"),
    "knowledge.section.after_sales": ("After-sales", "售后"),
    "knowledge.quoted": ("quoted {count}×", "引用 {count} 次"),
    "knowledge.quotes": ("{count}×", "{count} 次"),
    # The form
    "knowledge.form.write": ("New article", "新建文章"),
    "knowledge.form.revise": ("Revise “{title}”", "修改“{title}”"),
    "knowledge.form.text": (
        "The first paragraph is what a quote takes over; an empty line ends it.",
        "引用时取正文第一段；第一段之后请空一行。",
    ),
    "knowledge.field.title": ("Title", "标题"),
    "knowledge.field.section": ("Section", "分类"),
    "knowledge.field.words": ("Found by", "检索词"),
    "knowledge.field.title_en": ("English title", "英文标题"),
    "knowledge.field.body": ("Text", "正文"),
    "knowledge.field.offered": ("Offered", "状态"),
    "knowledge.offered.yes": ("yes", "在用"),
    "knowledge.offered.no": ("no, retired", "停用"),
    "knowledge.give_up": ("Throw away what you typed?", "放弃已输入的内容？"),
    "knowledge.give_up.text": (
        "The article was not saved. Enter throws it away, Esc goes back to it.",
        "文章尚未保存。按 Enter 放弃，按 Esc 返回继续编辑。",
    ),
    "knowledge.saved": ("Saved: {title}", "已保存：{title}"),
    "knowledge.retired": ("No longer offered: {title}", "已停用：{title}"),
    "knowledge.merged": (
        "{who} revised it too; both changes are saved: {title}",
        "{who}也修改了这篇文章，双方的修改都已保存：{title}",
    ),
    "knowledge.compare": ("Both revised “{title}”", "“{title}”被两人同时修改"),
    "knowledge.compare.text": (
        "{who} saved it a moment ago. Choose for each part what holds.",
        "{who}刚刚保存过。请逐项选择以哪一方为准。",
    ),
    # Missed searches
    "knowledge.missed.title": ("Looked for and not found", "未找到的搜索"),
    "knowledge.missed.hint": ("{count}×  {day}", "{count} 次  {day}"),
    "knowledge.missed.nothing": ("Everything was found.", "没有未找到的搜索。"),
    # Sheets
    "knowledge.sheet": ("Knowledge base", "知识库"),
    "knowledge.between_words": (", ", "、"),
    "knowledge.column.title": ("Title", "标题"),
    "knowledge.column.section": ("Section", "分类"),
    "knowledge.column.body": ("Text", "正文"),
    "knowledge.column.words": ("Words", "检索词"),
    "knowledge.column.title_en": ("English title", "英文标题"),
}
