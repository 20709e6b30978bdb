"""Failures of the knowledge base."""

KNOWLEDGE_ERRORS = {
    "error.article_title_missing.title": ("No title", "缺少标题"),
    "error.article_title_missing.text": ("Give the article a title.", "请填写标题。"),
    "error.article_title_long.title": ("Title too long", "标题过长"),
    "error.article_title_long.text": (
        "A title has at most {most} characters.",
        "标题不超过 {most} 个字。",
    ),
    "error.article_title_taken.title": ("Here already", "标题已存在"),
    "error.article_title_taken.text": (
        "There is an article “{title}” already. Revise that one, or choose another title.",
        "已有文章“{title}”。请修改那一篇，或换一个标题。",
    ),
    "error.article_section_missing.title": ("No section", "缺少分类"),
    "error.article_section_missing.text": (
        'It is not clear where the article belongs. Write section = "product", "operation" or '
        '"after_sales", or put the file into a folder of that name.',
        "不清楚文章属于哪一类。请写明分类（产品、操作或售后），或将文件放入同名文件夹。",
    ),
    "error.article_section_unknown.title": ("Section not known", "分类无法识别"),
    "error.article_section_unknown.text": (
        "“{section}” is no section. There are: product, operation, after-sales.",
        "没有“{section}”这一分类。可用：产品、操作、售后。",
    ),
    "error.article_body_missing.title": ("No text", "缺少正文"),
    "error.article_body_missing.text": (
        "Write the answer; its first paragraph is what a quote takes over.",
        "请填写正文；引用时取其第一段。",
    ),
    "error.article_body_long.title": ("Text too long", "正文过长"),
    "error.article_body_long.text": (
        "An article has at most {most} characters. Divide it into several.",
        "一篇文章不超过 {most} 个字，请拆成几篇。",
    ),
    "error.article_twice.title": ("Title stands twice", "标题重复"),
    "error.article_twice.text": (
        "“{title}” stands in {where} already; only that one is taken over.",
        "“{title}”已在 {where} 出现，只导入那一篇。",
    ),
    "error.article_row_broken.title": ("Row not readable", "该行无法读取"),
    "error.article_row_broken.text": (
        "The row does not fit the header: is a quotation mark left open, or a comma part of a "
        "text without quotation marks?",
        "该行与表头不符：是否有引号未成对，或文字中的逗号未加引号？",
    ),
    "error.article_front.title": ("First lines not readable", "文件开头无法读取"),
    "error.article_front.text": (
        'What stands between the lines +++ must be TOML, as section = "product".',
        '两行 +++ 之间应为 TOML，例如 section = "product"。',
    ),
    "error.article_front_open.title": ("First lines without an end", "文件开头没有结束"),
    "error.article_front_open.text": (
        "The file begins with a line +++, but there is no second one.",
        "文件以 +++ 开头，但没有第二行 +++。",
    ),
    "error.articles_none.title": ("Nothing to import", "没有可导入的文件"),
    "error.articles_none.text": (
        "There is no Markdown file and no sheet in {path}.",
        "{path} 中没有 Markdown 文件或表格。",
    ),
    "error.articles_folder_full.title": ("Folder not empty", "文件夹不为空"),
    "error.articles_folder_full.text": (
        "{path} is not empty. Name a new or empty folder, so that no old article stays among the "
        "new ones.",
        "{path} 不为空。请指定新的或空的文件夹，以免旧文章混在其中。",
    ),
}
