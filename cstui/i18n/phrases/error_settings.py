"""Failures of settings: each says what the value must look like."""

SETTINGS_ERRORS = {
    "error.setting_form.title": ("Not a setting", "设置格式有误"),
    "error.setting_form.text": (
        "Write a setting as KEY=VALUE, not “{text}”.",
        "请按 键=值 填写设置，“{text}”无法使用。",
    ),
    "error.setting_unknown.title": ("No such setting", "没有此设置"),
    "error.setting_unknown.text": (
        "There is no setting “{name}”. Known: {known}, people.LOGIN, policy.NAME, calendar.NAME, "
        "form.NAME.",
        "没有设置“{name}”。可用：{known}、people.登录名、policy.名称、calendar.名称、form.名称。",
    ),
    "error.setting_unknown_near.title": ("No such setting", "没有此设置"),
    "error.setting_unknown_near.text": (
        "There is no setting “{name}”. Did you mean “{near}”?",
        "没有设置“{name}”，是否应为“{near}”？",
    ),
    "error.setting_value.title": ("Value does not fit", "设置值有误"),
    "error.setting_value.text": (
        "{value} does not fit the setting {name}. `cstui settings` shows the form of each.",
        "{value} 不适用于设置 {name}。可运行 `cstui settings` 查看各项写法。",
    ),
    "error.setting_text.title": ("A text is wanted", "应填写文字"),
    "error.setting_text.text": (
        "{name} wants a text in quotes that is not empty, not {value}.",
        "{name} 应为引号内的非空文字，{value} 无法使用。",
    ),
    "error.setting_texts.title": ("A list is wanted", "应填写列表"),
    "error.setting_texts.text": (
        '{name} wants a list of texts, as ["…", "…"], not {value}.',
        '{name} 应为文字列表，如 ["…", "…"]，{value} 无法使用。',
    ),
    "error.setting_empty.title": ("Nothing in it", "内容为空"),
    "error.setting_empty.text": (
        "{name} is empty. Name at least one entry.",
        "{name} 为空，请至少填写一项。",
    ),
    "error.setting_table.title": ("A table is wanted", "应填写表"),
    "error.setting_table.text": (
        "{name} wants names with their values, as {{ a = …, b = … }}, not {value}.",
        "{name} 应为名称与值的对应，如 {{ a = …, b = … }}，{value} 无法使用。",
    ),
    "error.setting_repeated.title": ("Named twice", "内容重复"),
    "error.setting_repeated.text": (
        "“{word}” stands more than once in the setting {name}. Name it once.",
        "设置 {name} 中“{word}”出现了不止一次，请只保留一个。",
    ),
    "error.setting_switch.title": ("True or false", "应为 true 或 false"),
    "error.setting_switch.text": (
        "{name} is true or false, without quotes, not {value}.",
        "{name} 应为 true 或 false（不加引号），{value} 无法使用。",
    ),
    "error.setting_days.title": ("Not a number of days", "天数有误"),
    "error.setting_days.text": (
        "{name} is a whole number of days from 1 on, without quotes, not {value}.",
        "{name} 应为不小于 1 的整数天数（不加引号），{value} 无法使用。",
    ),
    "error.setting_language.title": ("No such language", "没有此语言"),
    "error.setting_language.text": (
        '{name} is "en" or "zh", not {value}.',
        '{name} 应为 "en" 或 "zh"，{value} 无法使用。',
    ),
    "error.setting_quotes.title": ("Quotes are missing", "缺少引号"),
    "error.setting_quotes.text": (
        "{name} has a date or a time without quotes. Put it in quotes.",
        "{name} 中有日期或时间未加引号，请加上引号。",
    ),
    "error.setting_braces.title": ("Braces do not match", "花括号有误"),
    "error.setting_braces.text": (
        "The braces in {name} do not match. Write a placeholder as {{name}}, and a brace itself "
        "twice.",
        "{name} 中的花括号不成对。占位符写作 {{name}}；如需花括号本身，请写两遍。",
    ),
    "error.setting_placeholder.title": ("No such placeholder", "没有此占位符"),
    "error.setting_placeholder.text": (
        "“{{{placeholder}}}” stands for nothing in {name}. Known are: {known}.",
        "{name} 中的“{{{placeholder}}}”无法识别。可用：{known}。",
    ),
    "error.snippet_name.title": ("Not an abbreviation", "缩写有误"),
    "error.snippet_name.text": (
        "“{abbreviation}” in {name} is no abbreviation: write it without spaces.",
        "{name} 中的“{abbreviation}”不能用作缩写：缩写不含空格。",
    ),
    "error.disposition_form.title": ("Disposition not understood", "结束方式有误"),
    "error.disposition_form.text": (
        '{name} wants a list, each entry as {{ name = "…", does = "…" }}; does is one of '
        "{outcomes}.",
        '{name} 应为列表，每项写作 {{ name = "…", does = "…" }}；does 可为 {outcomes}。',
    ),
    "error.disposition_does.title": ("No such outcome", "没有此处理方式"),
    "error.disposition_does.text": (
        "“{name}” cannot do “{does}”. Choose one of: {outcomes}.",
        "“{name}”的 does 不能是“{does}”，可为：{outcomes}。",
    ),
    "error.dispositions_most.title": ("Too many", "数量过多"),
    "error.dispositions_most.text": (
        "{name} has {count} entries; there are digit keys for {most} at most.",
        "{name} 有 {count} 项；数字键最多对应 {most} 项。",
    ),
    "error.form_field.title": ("No such field", "没有此字段"),
    "error.form_field.text": (
        "The form {form} has no field “{name}”. It has: {known}.",
        "表单 {form} 没有字段“{name}”。现有：{known}。",
    ),
    "error.setting_rules.title": ("Rules not understood", "规则有误"),
    "error.setting_rules.text": (
        '{name} wants a list of rules, as [{{ types = ["…"], team = "…" }}].',
        '{name} 应为规则列表，如 [{{ types = ["…"], team = "…" }}]。',
    ),
    "error.rule_part.title": ("Rule not understood", "规则有误"),
    "error.rule_part.text": (
        "Rule {number} of assignment has “{part}”, which means nothing. Known are: {known}.",
        "分派规则第 {number} 条中的“{part}”无法识别。可用：{known}。",
    ),
    "error.rule_for_nobody.title": ("A rule for nobody", "规则未指明对象"),
    "error.rule_for_nobody.text": (
        "Rule {number} of assignment says nothing about whom: give it team, skill or to.",
        "分派规则第 {number} 条未说明分给谁：请填写 team、skill 或 to。",
    ),
    "error.setting_person.title": ("Person not understood", "人员设置有误"),
    "error.setting_person.text": (
        'Write a person as people.{login}={{name = "…", role = "agent" or "supervisor", '
        'team = "…", skills = ["…"]}}.',
        '请这样填写人员：people.{login}={{name = "…", role = "agent" 或 "supervisor", '
        'team = "…", skills = ["…"]}}。',
    ),
    "error.last_supervisor.title": ("No supervisor left", "将没有主管"),
    "error.last_supervisor.text": (
        "From {day} on nobody would be a supervisor, so nobody could change settings any more. "
        'Make somebody else a supervisor first, or give this person role = "supervisor".',
        "这样从 {day} 起将没有主管，再无人能修改设置。请先指定另一位主管，或为此人保留 "
        'role = "supervisor"。',
    ),
    "error.setting_meanwhile.title": ("Changed meanwhile", "已被他人修改"),
    "error.setting_meanwhile.text": (
        "{by} has changed {name} since this file was written. Export anew, so that nothing of "
        "theirs is lost.",
        "此文件导出后，{by}修改过 {name}。请重新导出，以免覆盖其修改。",
    ),
    "error.rule_type.title": ("No such type", "没有此类型"),
    "error.rule_type.text": (
        "A rule of assignment names the type “{word}”, which is not among the types.",
        "分派规则中的类型“{word}”不在类型列表中。",
    ),
    "error.rule_priority.title": ("No such priority", "没有此紧急程度"),
    "error.rule_priority.text": (
        "{name} names the priority “{word}”. The priorities are: {known}.",
        "{name} 中的“{word}”不是现有的紧急程度。现有：{known}。",
    ),
    "error.rule_login.title": ("Nobody of that login", "没有此登录名"),
    "error.rule_login.text": (
        "A rule of assignment gives tickets to “{login}”, but nobody has that login.",
        "分派规则指定给“{login}”，但没有人使用该登录名。",
    ),
    "error.toml_syntax.title": ("Cannot be read", "无法读取"),
    "error.toml_syntax.text": (
        "“{text}” cannot be read. Look here and just above for a missing quote, comma, bracket "
        "or equals sign.",
        "“{text}”无法读取。请检查此处及上一行是否缺少引号、逗号、括号或等号。",
    ),
    "error.toml_twice.title": ("Stands twice", "重复定义"),
    "error.toml_twice.text": (
        "“{text}” sets something that is set further up already. Keep one of the two.",
        "“{text}”与前面的内容重复设置，请只保留一处。",
    ),
    "error.settings_refused.title": ("Settings not changed", "设置未修改"),
    "error.settings_refused.text": (
        "Nothing was changed; places that need a look: {count}.",
        "未作任何修改；需要检查的地方：{count} 处。",
    ),
    "error.settings_encoding.title": ("Not UTF-8", "编码有误"),
    "error.settings_encoding.text": (
        "{path} is not a text in UTF-8. Save it as UTF-8 and try again.",
        "{path} 不是 UTF-8 编码的文本。请另存为 UTF-8 后重试。",
    ),
    "error.setting_service_level.title": ("No such way to count", "口径无效"),
    "error.setting_service_level.text": (
        "{name} is one of {known}, not {value}.",
        "{name} 只能是 {known} 之一，不能是 {value}。",
    ),
    "error.setting_percent.title": ("Not a percentage", "百分数无效"),
    "error.setting_percent.text": (
        "{name} is a whole number from {least} to {most}, not {value}.",
        "{name} 应为 {least} 到 {most} 的整数，不能是 {value}。",
    ),
    "error.aim_unknown.title": ("No such figure", "没有此指标"),
    "error.aim_unknown.text": (
        "There is no figure {name}. These are known: {known}.",
        "没有指标 {name}。可用的指标有：{known}。",
    ),
    "error.aim_form.title": ("Not a value of this figure", "数值格式不符"),
    "error.aim_form.text": (
        "{name} = “{text}” cannot be read. Write it like this: {example}",
        "{name} = “{text}”无法识别，请写成如 {example} 的形式。",
    ),
}
