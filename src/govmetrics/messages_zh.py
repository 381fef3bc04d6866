"""The Chinese of every message; a placeholder that holds a message itself is translated as well."""

from __future__ import annotations

from typing import Final

ZH: Final[dict[str, str]] = {
    # results
    "reports: {number}": "报告 {number} 份",
    "figures: {number}": "数据 {number} 处",
    "no figures found": "没有找到数据",
    "no figure": "无数据",
    "no example fires this rule": "没有示例命中此规则",
    "{examples} examples of {rules} rules, {failures} failed": "{rules} 条规则，{examples} 个示例，{failures} 个未通过",
    "{rules} rules, {packs} indicator packs, no errors": "{rules} 条规则、{packs} 个指标包，没有错误",
    "expected": "应为",
    "found": "实得",
    "the pattern fits": "模式匹配到",
    "nowhere": "无处匹配",
    # command line
    "no format has this ending; say which with --format {names}": "没有格式使用此扩展名；请用 --format {names} 指明",
    "the names in JSON are fixed; leave out --headers": "JSON 的字段名是固定的；请去掉 --headers",
    "JSON has no byte order mark; leave out --bom": "JSON 不带 BOM；请去掉 --bom",
    "this encoding has no byte order mark; leave out --bom": "此编码没有 BOM；请去掉 --bom",
    "unknown encoding; use a name such as utf-8, gb18030 or big5": "未知编码；请使用 utf-8、gb18030、big5 等名称",
    "unknown {what}; govmetrics explain lists all names": "未知的{what}；govmetrics explain 列出全部名称",
    "unknown {what}; choose from {choices}": "未知的{what}；可选：{choices}",
    "unknown {what}; did you mean {near}?": "未知的{what}；是否指 {near}？",
    "kind": "类别",
    "field": "字段",
    "format": "格式",
    "rule": "规则",
    "language": "语言",
    "rule or format": "规则或格式",
    "Missing command.": "缺少命令；用 --help 查看全部命令",
    "Missing argument '{name}'.": "缺少参数 {name}；用 --help 查看用法",
    "No such command '{name}'.": "没有命令 {name}；用 --help 查看全部命令",
    "No such command '{name}'. Did you mean {near}?": "没有命令 {name}；是否指 {near}？",
    "No such option: {name}": "没有选项 {name}；用 --help 查看全部选项",
    "No such option: {name} Did you mean {near}?": "没有选项 {name}；是否指 {near}？",
    "No such option: {name} (Possible options: {near})": "没有选项 {name}；可能是：{near}",
    "Option '{name}' requires an argument.": "选项 {name} 需要一个值",
    "Option '{name}' does not take a value.": "选项 {name} 不带值",
    "Got unexpected extra argument ({name})": "多余的参数：{name}",
    "Got unexpected extra arguments ({names})": "多余的参数：{names}",
    "Invalid value for {name}: {reason}": "{name} 的值无效：{reason}",
    "{value} is not one of {choices}.": "{value} 不在可选值 {choices} 之中",
    "{value} is not in the range x>={least}.": "{value} 小于 {least}",
    "{value} is not a valid int range.": "{value} 不是整数",
    # output
    "cannot write: {reason}; choose another place or close the program that uses it": (
        "无法写入（{reason}）；请换一个位置，或关闭占用它的程序"
    ),
    "standard output is closed; write to a file with -o FILE": "标准输出已关闭；请用 -o FILE 写入文件",
    "this is a folder; name a file in it": "这是文件夹；请指定其中的文件",
    "this is one of the reports; write to another file": "这是待读取的报告之一；请写入别的文件",
    "cannot write to standard output: {reason}": "无法写到标准输出：{reason}",
    "its process was killed, perhaps for want of memory; try it with --jobs 1": ("处理它的进程被终止，可能内存不足；请用 --jobs 1 再试"),
    "permission denied": "没有权限",
    "no such file or directory": "文件夹不存在",
    "no space left on device": "磁盘已满",
    "not a directory": "上级不是文件夹",
    "read-only file system": "文件系统只读",
    "file name too long": "文件名过长",
    # reading
    "too large for a report, more than {size} MiB: split it": "文件过大，超过 {size} MiB，不像一份报告；请拆分后再试",
    "cannot be read ({reason}): check the path or copy the file elsewhere": ("无法读取（{reason}）；请检查路径，或把文件复制到别处"),
    "no such file or folder: check the path": "没有此文件或文件夹；请检查路径",
    "a folder, not a file: name the files in it": "这是文件夹；请指定其中的文件",
    "no permission to read it: change its rights or copy it to a place of yours": ("没有读取权限；请修改权限，或复制到自己的文件夹"),
    "no reports ({kinds}) in this folder: name the files to read others": ("文件夹里没有报告（{kinds}）；其他文件请逐个指定"),
    "standard input is closed: name a file or a folder": "标准输入已关闭；请指定文件或文件夹",
    "a link to a file that does not exist: mend or remove it": "链接指向的文件不存在；请修复或删除链接",
    "binary data, not text (NUL at byte {offset}): {remedy}": ("二进制数据，不是文本（第 {offset} 字节为 NUL）；{remedy}"),
    "no encoding fits ({names} were tried): {remedy}": "没有合适的编码（试过 {names}）；{remedy}",
    "{how} {codec}, cut short at byte {offset}, an odd number of bytes: get the whole file again, or {remedy}": (
        "{how} {codec}，在第 {offset} 字节处截断（字节数为奇数）；请重新获取完整文件，或{remedy}"
    ),
    "{how} {codec}, cut short at byte {offset}: get the whole file again, or {remedy}": (
        "{how} {codec}，在第 {offset} 字节处截断；请重新获取完整文件，或{remedy}"
    ),
    "{how} {codec}, but byte {offset} does not fit: {remedy}": "{how} {codec}，但第 {offset} 字节不符；{remedy}",
    "{how} {codec}, but the bytes do not fit ({error}): {remedy}": "{how} {codec}，但字节不符（{error}）；{remedy}",
    "read as": "读作",
    "marked as": "标记为",
    "unknown encoding {name}: use one of {names}": "未知编码 {name}；可用：{names}",
    "{what}, not text: {remedy}": "{what}，不是文本；{remedy}",
    "save it again as UTF-8 or name its encoding with --encoding": "请另存为 UTF-8，或用 --encoding 指明编码",
    "save it as plain text (另存为纯文本) and read that": "请另存为纯文本后再读取",
    "leave --encoding out or name another one": "请去掉 --encoding 或换一个编码",
    "a PDF document": "PDF 文档",
    "a zip archive such as .docx, .xlsx or .ofd": "压缩格式的文档（如 .docx、.xlsx、.ofd）",
    "an Office document such as .doc, .xls or .wps": "Office 文档（如 .doc、.xls、.wps）",
    "an RTF document": "RTF 文档",
    "a PNG image": "PNG 图片",
    "a JPEG image": "JPEG 图片",
    "a GIF image": "GIF 图片",
    "a TIFF image": "TIFF 图片",
    "a program (ELF)": "程序文件（ELF）",
    "a gzip archive": "gzip 压缩包",
    "a 7z archive": "7z 压缩包",
    "a RAR archive": "RAR 压缩包",
    "an SQLite database": "SQLite 数据库",
    # rule files
    "cannot read: {reason}; check the folder given with --rules": "无法读取（{reason}）；请检查 --rules 指定的文件夹",
    "unknown fragment {name}; the lexicon has: {names}": "未知片段 {name}；词典里有：{names}",
    "fragment {name} contains itself: {path}; break the circle": "片段 {name} 包含自身：{path}；请去掉循环",
    "unknown kind {name}; use one of {names}": "未知类别 {name}；可用：{names}",
    "has no counter-example; add an [[example]] with finds = []": "缺少反例；请加一个 finds = [] 的 [[example]]",
    "the pattern matches nothing at all (the empty text); make a part of it compulsory": ("模式能匹配空文本；请让其中一部分成为必需"),
    "has no rule file; --rules takes a folder with NAME.toml files": "里面没有规则文件；--rules 应指向含有 NAME.toml 的文件夹",
    "is no folder of rules; --rules takes a folder with NAME.toml files": ("不是规则文件夹；--rules 应指向含有 NAME.toml 的文件夹"),
    "cannot be read ({reason}); check the path and its permissions": "无法读取（{reason}）；请检查路径和权限",
    "is no valid TOML: {error}; mend it there": "不是有效的 TOML：{error}；请在该处修改",
    "is not UTF-8 at byte {offset}; save it as UTF-8": "第 {offset} 字节不是 UTF-8；请存为 UTF-8",
    "unknown key {name}; a lexicon has {names}": "未知键 {name}；词典只有 {names}",
    "{section}.{name} must be {what}": "{section}.{name} 必须是{what}",
    "first must list what a match starts with: literal beginnings or {names}": "first 必须列出匹配的起始：字面开头或 {names}",
    "the pattern has no group {name}; a {kind} is read from it": "模式没有 {name} 组；{kind} 要从中读取",
    "unknown start {name}; the lexicon has: {names}": "未知的起始 {name}；词典里有：{names}",
    "has no group {name}; capture the numeral as {example}": "没有 {name} 组；请把数字捕获为 {example}",
    "unknown head {name} in after; the lexicon has: {names}": "after 中有未知的 {name}；词典里有：{names}",
    "the pattern of {name} runs away; rewrite it without nested repetition": ("{name} 的模式运行失控；请去掉嵌套的重复后重写"),
    "the patterns together run away; give the latest rule a simpler pattern": "各模式合起来运行失控；请简化最近的规则",
    "unknown key {name}; a rule has {names}": "未知键 {name}；规则的键有：{names}",
    "{name} must be {what}": "{name} 必须是{what}",
    "a text": "文本",
    "a whole number": "整数",
    "a list of tables: [[example]]": "表的列表：[[example]]",
    "example {number} needs text and finds, a list of what is found (empty for nothing)": (
        "第 {number} 个示例需要 text 和 finds（找到内容的列表，没有则为空）"
    ),
    "bad regular expression: {error}; mend the pattern": "正则表达式有误：{error}；请修改模式",
    "{name} is missing; {remedy}": "缺少 {name}；{remedy}",
    "use one of {names}": "可用：{names}",
    "say what the rule rests on": "请说明规则的依据",
    "write the regular expression": "请写出正则表达式",
    "add [[example]] with text and finds": "请加上含 text 和 finds 的 [[example]]",
    # help
    "Find every figure of Chinese government reports, and where they contradict each other.": "找出中文政府报告中的每一处数据，以及相互矛盾的地方。",
    "Show the version and exit.": "显示版本并退出",
    "Show this message and exit.": "显示此帮助并退出",
    "Print every figure of the reports, as a table or as data.": "以表格或数据形式输出报告中的每一处数据。",
    "Reports, folders of reports, or - for standard input.": "报告文件、文件夹，或 - 表示标准输入",
    "How to write; a table on a terminal, csv in a pipe otherwise.": "输出格式；默认终端为 table，管道为 csv",
    "Only these kinds (repeatable, or a comma list).": "只要这些类别（可重复，或用逗号分隔）",
    "Only these fields, in this order (a comma list).": "只要这些字段，按此顺序（用逗号分隔）",
    "Language of the column headings.": "列标题的语言",
    "Write to FILE; its ending chooses the format.": "写入 FILE；由扩展名决定格式",
    "A byte order mark, as Excel needs it; default for -o FILE.csv.": "BOM，Excel 需要；-o FILE.csv 默认带有",
    "Encoding of the output, such as gb18030.": "输出编码，如 gb18030",
    "Encoding of the reports; found out otherwise.": "报告的编码；默认自动识别",
    "Number of processes.": "进程数",
    "Folder of rule files that extend or replace the built-in ones.": "规则文件夹，补充或替换内置规则",
    "Language of messages.": "消息的语言",
    "List, show, test and lint the extraction rules.": "列出、查看、测试和检查抽取规则。",
    "Print every rule's id, kind and reason, one line each, tab-separated.": ("每行一条规则：编号、类别、依据，制表符分隔。"),
    "Print a rule's file as it is, or its pattern as it runs.": "输出规则文件原文，或实际运行的模式。",
    "Run every rule's examples and say what was found instead of what they expect.": ("运行全部规则的示例，说明与预期不符之处。"),
    "Load the rules and indicator packs and print every error of every file.": "载入规则和指标包，列出每个文件的全部错误。",
    "A rule.": "规则编号",
    "The pattern with its fragments in place.": "展开片段后的模式",
    "Name the rules that no example fires, too.": "同时列出没有示例命中的规则",
    "Say what a rule finds and why, with examples, or what an output format is for.": (
        "说明一条规则找什么、依据何在并举例，或说明一种输出格式的用途。"
    ),
    "A rule or an output format.": "规则或输出格式",
    "A line of ndjson, or the document that --format json writes.": "ndjson 的一行，或 --format json 的文档",
    "the locale's": "系统语言",
    # compare, and check --against
    "in both: {both}, only in the older: {old}, only in the newer: {new}": "两份共有 {both} 项，仅旧报告有 {old} 项，仅新报告有 {new} 项",
    "the two reports state nothing that can be held against each other": "两份报告没有可以对照的数据",
    "is both reports at once: name two": "同时充当两份报告；请指定两份",
    "is read for the reports: name a file or a folder": "已用于读取待查报告；请指定文件或文件夹",
    "reports on {earlier}, not on the year before {year}: name last year's report": "是{earlier}年的报告，不是{year}年的上一年；请指定上年报告",
    "has the figures of several reports: extract last year's report alone": "含有多份报告的数据；请只对上年报告运行 extract",
    "has no figures to compare with: name last year's report": "没有可以对照的数据；请指定上年报告",
    "is data, not a report: name the report, or the .ndjson that extract made of it": (
        "是数据文件，不是报告；请指定报告，或由它 extract 得到的 .ndjson"
    ),
    "is no NDJSON of figures ({error}): make it with extract --format ndjson": (
        "不是 NDJSON 格式的数据（{error}）；请用 extract --format ndjson 生成"
    ),
    "no report of the year before in {folder}; it is checked without one": "在 {folder} 里没有找到它的上年报告；未与上年对照",
    "several reports in {folder} can be that of the year before: name the one": "{folder} 里有多份报告可能是它的上年报告；请指定其中一份",
    "Print what both reports state, side by side, with difference and growth.": "并排列出两份报告都有的数据，以及增减额和增幅。",
    "The older report, or ndjson that extract made of it.": "旧报告，或由它 extract 得到的 ndjson",
    "The newer report, or ndjson that extract made of it.": "新报告，或由它 extract 得到的 ndjson",
    "Last year's report, a folder of reports, or ndjson of extract, to compare with.": "用于对照的上年报告、报告文件夹，或 extract 得到的 ndjson",
    # findings
    "error": "错误",
    "warning": "警告",
    "note": "提示",
    "expected {expected}, found {found}": "应为 {expected}，实为 {found}",
    "expected {expected}": "应为 {expected}",
    "help: {help}": "建议：{help}",
    "holds": "相符",
    "holds if truncated": "舍去尾数后相符",
    "holds with another base": "换一个基数后相符",
    "fails": "不符",
    "not assessable": "无法核对",
    "no problems found": "未发现问题",
    "errors: {error}, warnings: {warning}, notes: {note}": "错误 {error} 处，警告 {warning} 处，提示 {note} 处",
    "relations verified: {number} ({kinds})": "已核对数量关系 {number} 处（{kinds}）",
    "no relation between figures could be verified": "没有可核对的数量关系",
    "; not assessable: {number}": "；无法核对 {number} 处",
    "suppressed: {number}": "按配置忽略 {number} 处",
    "in the baseline: {number}": "基线中已有 {number} 处",
    "Print the versioned JSON Schema of a figure, a finding, a verdict or a whole JSON document.": (
        "输出单条数据、单条问题、单条核对结果或整个 JSON 文档的 JSON Schema（带版本）。"
    ),
    # formats
    "Comma-separated values (RFC 4180) for spreadsheets and pipelines, one row a figure, always with a heading row.": (
        "逗号分隔值（RFC 4180），供电子表格和管道使用；每处数据一行，总有标题行。"
    ),
    "Lines end in a single line feed. A cell of text that a spreadsheet would run as a formula starts with an apostrophe.": (
        "每行以一个换行符结束。会被电子表格当作公式的文字前面加撇号。"
    ),
    "One JSON document with every report, what is known about it and its figures; `schema report` describes it.": (
        "一个 JSON 文档，含每份报告的概况和数据；结构见 `schema report`。"
    ),
    "Newline-delimited JSON for pipelines: one object a figure and line, null for what is absent.": (
        "逐行 JSON，供管道使用：每处数据一行一个对象，没有的写 null。"
    ),
    "A table to read: figures under their headings, as the report writes them and as exact values.": (
        "供阅读的表格：数据列在所属标题之下，有原文，也有精确值。"
    ),
    "It fits the terminal by wrapping cells and never cuts one; where there is no terminal, lines are as long as they need.": (
        "单元格按终端宽度换行，绝不截断；不在终端上时，行有多长写多长。"
    ),
    "Tab-separated values for shell tools, one line a figure: tabs and line breaks inside a cell become spaces.": (
        "制表符分隔值，供命令行工具使用，每处数据一行；单元格里的制表符和换行改为空格。"
    ),
    "A cell of text that a spreadsheet would run as a formula starts with an apostrophe, as in csv.": (
        "会被电子表格当作公式的文字前面加撇号，与 csv 相同。"
    ),
    "One line a finding, `path:line:column: severity: message [check]`, as editors and grep read it.": (
        "每个问题一行，`路径:行:列: 级别: 说明 [检查]`，编辑器和 grep 都能读。"
    ),
    "Findings as people read them: the source with every figure involved underlined, the arithmetic, and how to mend it.": (
        "供阅读：原文和下划线标出的每处相关数据、验算和改法。"
    ),
    "Workflow commands of GitHub Actions, which show each finding at its place in a pull request.": (
        "GitHub Actions 的工作流命令，在合并请求的相应位置显示每个问题。"
    ),
    "A Code Quality report of GitLab, which shows each finding in a merge request.": "GitLab 的代码质量报告，在合并请求里显示每个问题。",
    "One JSON document with every report, its findings, and with `--show-verified` its verdicts; `schema findings` describes it.": (
        "一个 JSON 文档，含每份报告的问题，加 `--show-verified` 时还有核对结果；结构见 `schema findings`。"
    ),
    "JUnit XML for continuous integration: a suite a report, a test a finding; errors and warnings fail, notes are only told.": (
        "JUnit XML，供持续集成使用：一份报告一个测试集，一个问题一个测试；错误和警告算失败，提示只列出。"
    ),
    "Newline-delimited JSON for pipelines: one object a finding and line; `--show-verified` adds one for each verdict.": (
        "逐行 JSON，供管道使用：每个问题一行一个对象；加 `--show-verified` 时每个核对结果也有一行。"
    ),
    "SARIF 2.1.0, the exchange format of code scanning: rules, results with their places, related places and fingerprints.": (
        "SARIF 2.1.0，代码扫描的交换格式：规则、问题及其位置、相关位置和指纹。"
    ),
    "Comma-separated values for spreadsheets and pipelines: one row a thing that both reports state, always with a heading row.": (
        "逗号分隔值，供电子表格和管道使用：两份报告都有的每项一行，总有标题行。"
    ),
    "One JSON document with both reports and the rows; numbers are texts, so that none loses a digit.": (
        "一个 JSON 文档，含两份报告和各行；数值写成文本，一位也不会丢。"
    ),
    "A table to read: what both reports state, side by side, with difference and growth; a terminal gets the names wrapped, never cut.": (
        "供阅读的表格：并排列出两份报告都有的数据，以及增减额和增幅；在终端上名称只换行，不截断。"
    ),
    "A report that could not be read is a test with an error.": "未能读取的报告是一个出错的测试。",
    "Reports that could not be read are notifications of an invocation that was not successful.": (
        "未能读取的报告写在通知里，本次运行标为不成功。"
    ),
    # check command
    "check or group": "检查或类别",
    "check": "检查",
    "severity": "级别",
    "key": "键",
    "value": "值",
    "rule, check or format": "规则、检查或格式",
    "this format has no room for --statistics; use {names}": "此格式放不下 --statistics；可用：{names}",
    "this format has no room for --show-verified; use {names}": "此格式放不下 --show-verified；可用：{names}",
    "XML is written as UTF-8; leave out --output-encoding": "XML 一律用 UTF-8；请去掉 --output-encoding",
    "names no {what}; leave it out or name one": "没有写出{what}；请去掉这个选项，或写出一个",
    "names no check or group; leave it out or name one": "没有指明检查或类别；请去掉它，或写出名称",
    "is in --select and in --ignore; leave out one of them": "同时出现在 --select 和 --ignore 里；请去掉其中一个",
    "--isolated reads no configuration; leave out one of --isolated and --config": (
        "--isolated 不读配置文件，与 --config 矛盾；请去掉其中一个"
    ),
    "--update-baseline needs a file to write: name it with --baseline FILE or in the configuration": (
        "--update-baseline 不知写入哪个文件；请用 --baseline FILE 或在配置里指明"
    ),
    "this is the baseline file; write the results to another one": "这是基线文件；请把结果写入别的文件",
    "no such baseline file; make it with --update-baseline": "没有此基线文件；请用 --update-baseline 生成",
    "is no baseline file ({error}); name another one, or remove it and use --update-baseline": (
        "不是基线文件（{error}）；请指定别的文件，或删除后用 --update-baseline 重新生成"
    ),
    "no check is left to run; select more or ignore less": "没有剩下可运行的检查；请多选一些，或少忽略一些",
    "has no table [tool.govmetrics]; add it or name another file": "没有 [tool.govmetrics] 表；请加上，或指定别的文件",
    "tool.govmetrics must be a table: [tool.govmetrics]": "tool.govmetrics 必须是表：[tool.govmetrics]",
    'must be a text in quotation marks, such as "…"': '必须是带引号的文本，如 "…"',
    'must not be empty; write a text such as "…"': '不能为空；请写文本，如 "…"',
    'must be a list of texts, such as ["sum", "date"]': '必须是文本的列表，如 ["sum", "date"]',
    "names no check; leave it out for the default ones": "没有列出检查；要用默认的检查就去掉它",
    "is selected and ignored at once; take it out of one of them": "既被选中又被忽略；请从其中一处去掉",
    'must be a table: [severity] with lines such as check-id = "note"': '必须是表：[severity] 下面写 check-id = "note" 这样的行',
    "must be entries that start with [[suppress]]": "必须是以 [[suppress]] 开头的条目",
    'has no reason; say why the finding may stay: reason = "…"': '没有写理由；请用 reason = "…" 说明为何放行',
    'names no check; add check = "…"': '没有指明检查；请加上 check = "…"',
    "must be a date without quotation marks, such as 2027-12-31": "必须是不带引号的日期，如 2027-12-31",
    "expired on {day}; remove it or give it a later day": "已于 {day} 到期，不再生效；请删除或改为更晚的日期",
    "lets nothing pass any more; remove it": "已没有可放行的问题；请删除",
    "{check} is no longer found (fingerprint {mark})": "{check} 已不再出现（指纹 {mark}）",
    "stale entries: {number}; --update-baseline removes them": "失效的条目 {number} 条；用 --update-baseline 清除",
    "known findings: {number}": "已知问题 {number} 处",
    "default": "默认",
    "checks that run: {names}": "运行的检查：{names}",
    "It runs only where it is selected.": "默认不运行，选中时才运行。",
    "flagged:": "会报告：",
    "not flagged:": "不会报告：",
    "Find what contradicts itself in the reports; exit with status 1 where there is an error.": (
        "找出报告里自相矛盾的地方；有错误时退出状态为 1。"
    ),
    "How to write; full on a terminal, concise in a pipe otherwise.": "输出格式；默认终端为 full，管道为 concise",
    "Only these checks or groups, or all (repeatable, or a comma list).": "只做这些检查或类别，或 all（可重复，或用逗号分隔）",
    "Not these checks or groups (repeatable, or a comma list).": "不做这些检查或类别（可重复，或用逗号分隔）",
    "Exit with status 1 from error (the default), warning or note on, or never.": (
        "达到此级别时退出状态为 1：error（默认）、warning、note；never 为从不"
    ),
    "Hide the findings that this file knows.": "不再显示此文件里的已知问题",
    "Write all findings to the baseline file.": "把全部问题写入基线文件",
    "List the relations between figures that were recognised.": "列出识别到的数据关系及其验算",
    "Count the findings of each check, too.": "同时统计每项检查的问题数",
    "Configuration file for all reports.": "用于全部报告的配置文件",
    "Read no configuration file.": "不读配置文件",
    "A report or a folder; the working directory otherwise.": "报告或文件夹；默认为当前文件夹",
    "Print the settings that hold for a report, and where each comes from.": "列出对一份报告生效的设置及其来源。",
    "A check, a rule or an output format; a list of all when left out.": "检查、规则或输出格式；不写则列出全部",
    "Say what a check flags or a rule finds and why, with examples, or what an output format is for.": (
        "说明一项检查报告什么、一条规则找什么、依据何在并举例，或说明一种输出格式的用途。"
    ),
    # indicator packs
    "unknown pack; choose from {names}": "没有这个指标包；可选 {names}",
    "has no {key}; add it": "缺少 {key}；请补上",
    "none stands for no pack; name the file after its genre": "none 表示不用指标包；请按报告种类给文件命名",
    "the name must be lower-case letters, digits, - and _, and begin with a letter; rename the file": (
        "文件名只能用小写字母、数字、连字符和下划线，并以字母开头；请改名"
    ),
    "bounds: the least value {least} is above the greatest {greatest}; swap them": "bounds 的最小值 {least} 大于最大值 {greatest}；请对调",
    "{name} must be tables: [[{name}]]": "{name} 必须是若干个 [[{name}]] 表",
    "day must be month and day, such as 03-31": "day 必须是月和日，如 03-31",
    "cannot read the relation {relation}; write a sum, a sign and a sum, a difference or a quotient, such as a = b + c": (
        "读不懂关系式 {relation}；左边写和，右边写和、差或商，如 a = b + c"
    ),
    "id must be lower-case letters, digits and _, and begin with a letter": "id 只能用小写字母、数字和下划线，并以字母开头",
    'bounds must be the least and the greatest value, ["0", "100"], or empty texts': 'bounds 必须是最小值和最大值，如 ["0", "100"]，没有的写空文本',
    "unknown key {name}; there are: {names}": "未知键 {name}；可用的键有：{names}",
    "{key}.{name} must be a list of words": "{key}.{name} 必须是词语的列表",
    "unknown table in the row {row}; the pack has: {names}": "行 {row} 中的表不存在；本指标包有：{names}",
    "the label {label} is already that of {id}; give it to one of them": "标签 {label} 已属于 {id}；只能归入其中一个",
    "parts must be two or more lists of labels": "parts 必须是两个以上的标签列表",
    "the row {row} is already that of {id}; give it to one of them": "行 {row} 已属于 {id}；只能归入其中一个",
    "is there twice; give each indicator an id of its own": "出现了两次；每个指标要有自己的 id",
    "unknown scope {name} in {phrasing}; the pack has: {names}": "{phrasing} 中的范围 {name} 不存在；本指标包有：{names}",
    "unknown id {name} in the relation {relation}": "关系式 {relation} 中的 id {name} 不存在",
    "{key} must be a list of texts": "{key} 必须是文本的列表",
    "a phrasing has the figure once, as {}": "一条说法里要有且只有一处 {} 代表数据",
    "( ) | and ? go as (a|b) and (a)?, not inside each other": "( ) | ? 只能写成 (甲|乙) 和 (甲)?，不能互相嵌套",
    "has more than {number} variants; split it": "展开后超过 {number} 种写法；请拆开",
    "a phrasing needs two characters right before the figure, or a word of two elsewhere": "一条说法在数据前面至少要有两个字，或在别处有一个两字以上的词",
    "cannot hold a pivot table; use {names}": "不能写成汇总表；可用 {names}",
    "has a column for each indicator; leave out --kind and --fields": "每个指标已是一列；请去掉 --kind 和 --fields",
    "A pack; all of them when left out.": "指标包；不写则为全部",
    "List the indicator packs, or the indicators of one with their names and units; csv and json have their phrasings, too.": (
        "列出各指标包，或一个指标包中各指标的名称和单位；csv 和 json 还有说法。"
    ),
    "The indicator pack; by the report's title otherwise.": "指标包；默认按报告标题选用",
    "One row a report, one column an indicator (csv, tsv or json).": "汇总表：一份报告一行，一个指标一列（csv、tsv 或 json）",
}
