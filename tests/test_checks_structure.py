"""The checks of structure and marks: what they find at each level, what they leave alone, and that they stay linear."""

from __future__ import annotations

import time

import pytest

from govmetrics import checks, parse
from govmetrics.finding import Finding, Verdict
from govmetrics.view import View

IDS = [id_ for id_ in checks.names() if checks.get(id_).group in {"structure", "marks"} and checks.get(id_).default]
LEVELS = {
    "一、": ["一、甲事项\n", "二、乙事项\n", "三、丙事项\n", "四、丁事项\n"],
    "（一）": ["（一）抓学习。", "（二）抓宣传。", "（三）抓督查。", "（四）抓考核。"],
    "(一)": ["(一)抓学习。", "(二)抓宣传。", "(三)抓督查。", "(四)抓考核。"],
    "1.": ["1.抓学习。", "2.抓宣传。", "3.抓督查。", "4.抓考核。"],
    "1、": ["1、抓学习。", "2、抓宣传。", "3、抓督查。", "4、抓考核。"],
    "（1）": ["（1）抓学习。", "（2）抓宣传。", "（3）抓督查。", "（4）抓考核。"],
    "①": ["①抓学习。", "②抓宣传。", "③抓督查。", "④抓考核。"],
    "一是": ["一是抓学习。", "二是抓宣传。", "三是抓督查。", "四是抓考核。"],
    "一要": ["一要抓学习。", "二要抓宣传。", "三要抓督查。", "四要抓考核。"],
    "第一，": ["第一，抓学习。", "第二，抓宣传。", "第三，抓督查。", "第四，抓考核。"],
    "第一是": ["第一是抓学习。", "第二是抓宣传。", "第三是抓督查。", "第四是抓考核。"],
    "其一，": ["其一，抓学习。", "其二，抓宣传。", "其三，抓督查。", "其四，抓考核。"],
}
BODY = "今年以来有关单位按照要求逐项落实，取得一定成效。"
SEPARATE = list(LEVELS)
GLUED = [level for level in LEVELS if level != "一、"]


def outcome(text: str) -> checks.Outcome:
    return checks.run(View(parse(text), ()), IDS)


def findings(text: str) -> list[Finding]:
    return [one for one in outcome(text).findings if one.severity != "note"]


def counts(text: str) -> list[Verdict]:
    return [one for one in outcome(text).verdicts if one.check == "declared-count"]


def only(text: str) -> tuple[str, str, str]:
    """The check, the words and the expected ones of the only finding."""
    (one,) = findings(text)
    return one.check, text[one.span.start : one.span.end], one.expected


def report(items: list[str], between: str) -> str:
    return f"有关情况如下：{between}{between.join(item + BODY for item in items)}"


@pytest.mark.parametrize("level", SEPARATE)
def test_numbers_that_count_on_are_silent(level: str) -> None:
    assert findings(report(LEVELS[level], "\n")) == []


@pytest.mark.parametrize("level", SEPARATE)
def test_a_missing_item_is_found_on_lines(level: str) -> None:
    first, second, third, fourth = LEVELS[level]
    text = report([first, second, fourth], "\n")
    check, words, expected = only(text)
    assert check == ("broken-enumeration" if level[1:] in {"是", "要"} or level[0] in "第其" else "skipped-heading-number")
    assert fourth.startswith(words)
    assert third.startswith(expected)


@pytest.mark.parametrize("level", GLUED)
def test_a_missing_item_is_found_inside_a_paragraph(level: str) -> None:
    first, second, _, fourth = LEVELS[level]
    _, words, _ = only(report([first, second, fourth], ""))
    assert fourth.startswith(words)


@pytest.mark.parametrize("level", SEPARATE)
@pytest.mark.parametrize("at", [1, 2, 3])
def test_a_repeated_number_is_found(level: str, at: int) -> None:
    items = LEVELS[level].copy()
    mark = level.removesuffix("、") if level == "1、" else level
    width = len(mark) if level[-1] not in "是要" else len(mark) - 1
    items[at] = items[at - 1][:width] + items[at][width:]
    text = report(items, "\n")
    place = text.index(items[at])
    found = findings(text)
    assert len(found) == 1, found
    assert found[0].span.start < place + width
    assert found[0].span.end > place


def test_only_one_finding_where_the_rest_was_renumbered_after_a_gap() -> None:
    assert len(findings("一、甲\n做了。\n二、乙\n做了。\n四、丙\n做了。\n五、丁\n做了。\n六、戊\n做了。\n")) == 1


def test_only_one_finding_for_one_mistyped_number() -> None:
    assert only("一、甲\n做了。\n二、乙\n做了。\n五、丙\n做了。\n四、丁\n做了。\n五、戊\n做了。\n") == (
        "skipped-heading-number",
        "五、",
        "三、",
    )


def test_a_number_lost_before_its_mark_is_named() -> None:
    text = "一、做法\n\n做了。\n\n二、不足\n\n不够。\n\n、打算\n\n继续。\n"
    assert only(text) == ("missing-heading-number", "、", "三、")
    assert only("一、做法\n（一）抓学习。做了。\n（）抓督查。做了。\n（三）抓考核。做了。\n") == (
        "missing-heading-number",
        "（）",
        "（二）",
    )


def test_the_first_heading_of_a_section_that_is_not_the_first_is_found() -> None:
    assert only("一、做法\n（二）抓宣传。做了。\n（三）抓督查。做了。\n二、打算\n继续。\n")[0] == "skipped-heading-number"


@pytest.mark.parametrize(
    "text",
    [
        "一、甲\n（一）子。做了。\n（二）丑。做了。\n二、乙\n（一）寅。做了。\n（二）卯。做了。\n三、丙\n做了。\n",
        "附件1\n一、名单\n共5人。\n二、经费\n共3万元。\n附件2\n一、名单\n共6人。\n二、经费\n共4万元。\n",
        "三、第三部分摘录\n做了。\n四、第四部分摘录\n做了。\n",
        "一是抓学习。（1）集中学。（2）个人学。二是抓宣传。三是抓督查。",
        "不足有：一是人手少；二是经费紧。下一步，一是抓招录；二是抓保障；三是抓培训。",
        "我们一是靠政策，一是靠科学。",
        "收入支出总表\n一、财政拨款收入 120.5 一、教育支出 30.2\n二、事业收入 3.1 四、卫生支出 8.8\n三、其他收入 0 七、住房支出 2.0\n",
        "工程完成率为\n3.5\n万户。\n1.供水管网\n2.5公里。\n",
        "1.2024年任务已完成。\n2.2025年任务正在推进。\n3.2026年任务待安排。\n",
        "第一章 总则\n目的和依据。\n第二章 职责\n职责分工。\n第一节 机构\n机构设置。\n第二节 人员\n人员配备。\n第三章 附则\n施行日期。\n",
        "第一、二、三产业增加值分别增长。第一、第二产业占比下降。",
        "要点有三：第一、一定要用好；第二、十分注意安全；第三、三级联动。",
        "首先，抓学习。其次，抓督查。\n首先，抓考核。其次，抓通报。",
        "首先，抓学习；其次，抓督查；最后，抓考核。首先要抓人，其次要抓钱。",
        "办好这件事，首先是人，首先要选准人。",
        "第一，修路。第二，通水。\n首先，办学。其次，办医。第三，养老。第四，就业。\n",
        "习近平总书记强调，“一要抓紧，二要抓实”。",
    ],
)
def test_legal_numbering_is_silent(text: str) -> None:
    assert findings(text) == []


def test_breaks_all_over_a_text_are_told_once() -> None:
    text = "\n".join(f"{number}.词条：有关说明见正文，此处从略。" for number in range(1, 60, 2))
    (one,) = findings(text)
    assert len(one.related) > 5
    assert one.severity == "warning"


@pytest.mark.parametrize("pair", ["“”", "（）", "()", "《》", "〔〕", "【】", "‘’", "「」"])
def test_a_dropped_closing_mark_is_found_and_named(pair: str) -> None:
    text = f"持续推进{pair[0]}一网通办改革，全年办件3.2万件。\n落实{pair}各项要求，群众满意。"
    (one,) = findings(text)
    assert one.span.start == 4
    assert one.severity == "warning"


@pytest.mark.parametrize("pair", ["“”", "（）", "()", "《》", "〔〕"])
def test_a_dropped_opening_mark_is_found(pair: str) -> None:
    text = f"持续推进一网通办{pair[1]}改革，全年办件3.2万件。"
    (one,) = findings(text)
    assert text[one.span.start : one.span.end] == pair[1]


def test_the_width_of_the_missing_bracket_is_that_of_the_other() -> None:
    for opening, closing in ("（）", "()"):
        (one,) = findings(f"办件520件{opening}其中网上312件，均按时答复。")
        assert one.message.zh.endswith(f"没有对应的“{closing}”")
        assert not one.expected


@pytest.mark.parametrize(
    "text",
    [
        "会议要求：\n“各部门要抓好落实。\n“各乡镇要加强督查。\n“年底前报告情况。”\n",
        "参照《\n政务公开条例\n》办理。",
        "主要做法：1)抓学习；2)抓督查。\na)甲类。\nb)乙类。\n",
        "他说（大意）：“先办‘一件事’（含网上），再办《规程》。”",
        "It’s the 'e-gov' plan of the ’90s.",
    ],
)
def test_pairs_over_paragraphs_and_labels_are_silent(text: str) -> None:
    assert findings(text) == []


def test_a_quotation_that_is_left_open_before_a_paragraph_that_begins_with_another_is_found() -> None:
    assert only("“高效办成一件事改革稳步推进。\n“一网通办”平台办件3.2万件。\n")[0] == "unclosed-quote"


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("要抓好三件大事：一是修路；二是通水；三是办学。", True),
        ("要抓好四件大事：一是修路；二是通水；三是办学。", False),
        ("重点抓好以下两个方面工作。\n（一）修路。今年开工。\n（二）通水。今年完工。\n", True),
        ("重点抓好以下3个方面工作。\n（一）修路。今年开工。\n（二）通水。今年完工。\n", False),
        ("设科室4个，分别为办公室、宣传科、普法和依法治理科、复议科。", True),
        ("设科室4个，分别为办公室、宣传科、法规科和复议科。", True),
        ("设科室4个，分别为办公室、宣传科、法规科。", False),
        ("印发《甲办法》《乙办法》《丙办法》3项制度。", True),
        ("印发《甲办法》《乙办法》《丙办法》等2项制度。", False),
        ("废止《甲办法》《乙规定》《丙细则》共4件文件。", False),
        ("废止《甲办法》（县发〔2019〕3号）、《乙规定》和《丙细则》共3件文件。", True),
        ("将聚焦三点持续发力。第一，修路；第二，通水。", False),
        ("将聚焦三点持续发力。首先，修路；其次，通水；最后，办学。", True),
        ("将聚焦三点持续发力。首先，修路；其次，通水；再次，办医；最后，办学。", False),
        ("从四个方面同时发力，一是修路，二是通水，三是办学。", False),
        ("抓好三项任务落地见效：一是修路；二是通水；三是办学。", True),
        ("经费包括4项：甲项费、乙项费、丙项费，均有下降。", False),
        ("经费包括3项：甲项费、乙项费（含运行费、维护费）、丙项费，均有下降。", True),
        ("报告由五部分组成：总体情况、主要做法、存在问题、下步打算。", False),
        ("诉求分为四类：咨询、求助、投诉和建议。", True),
        ("打造“五条示范带”，即沿江示范带、沿湖示范带、沿山示范带、沿路示范带。", False),
        ("坚持“三同步”（同步谋划、同步部署、同步考核）。", True),
        ("坚持“三同步”（同步谋划、同步部署、同步落实、同步考核）。", False),
        ("开展“五个一”活动（一次宣讲、一场比赛、一次展览、一台晚会）。", False),
        ("编制“一图两库三清单”：流程图、案例库、专家库、问题清单、责任清单、措施清单。", True),
        ("编制“一图两库”：流程图、案例库、专家库、法规库。", False),
        ("划定四大片区：东湖片区、南岭片区、西江片区，片区配备专班、落实专人。", False),
        ("举办培训4期：新任职人员培训班、法制审核培训班、复议应诉培训班。", False),
        ("先进集体（5个）：甲县司法局、乙县公安局、丙县税务局、丁县城管局。", False),
        ("走访两家企业（甲公司、乙公司），收集意见12条。", True),
        ("修订3部规章（《甲办法》《乙规定》），均已公布。", False),
        ("4个村入选示范名单，分别为东村、西村、南村。", False),
        ("实施强基行动、赋能行动、护航行动四个行动。", False),
        ("围绕登记、核查、公示三个环节发力。", True),
        ("组建4个组（综合组、督导组、保障组），由甲局、乙局、丙局牵头。", False),
    ],
)
def test_a_declared_count_is_compared_with_its_list(text: str, *, fits: bool) -> None:
    (verdict,) = counts(text)
    assert verdict.status == ("holds" if fits else "fails")
    assert verdict.arithmetic
    assert [one.check for one in findings(text)] == ([] if fits else ["declared-count"])


@pytest.mark.parametrize(
    "text",
    [
        "出台《甲办法》《乙办法》等6项制度。",
        "全年办理建议12件。一是及时交办；二是跟踪督办。",
        "有四种情形：一是自建；二是合建。此外还有两种少见的。",
        "设科室4个，分别为办公室、宣传科、法规科等。",
        "经费包括4项：甲项费、乙项费等，均有下降。",
        "经费包括4项：甲项费、乙项费，以及丙项费、丁项费。",
        "必须包括两个方面：一方面是教育、科学、文化，另一方面是思想。",
        "废止《甲办法》《乙规定》等共4件文件。",
        "将聚焦三点持续发力。首先，修路；其次，通水；第三，办学。",
        "督查组走访5个乡镇：一是查台账；二是听汇报。",
        "共建站点6个，分别为城区2个、乡镇3个、村1个。",
        "选取3个县（市、区）开展试点。",
        "10个部门，包括甲局、乙局、丙局，参加了会议。",
        "督查3个县的乡镇（甲镇、乙镇、丙镇、丁镇）。",
        "3个镇2个街道，分别为甲镇、乙镇、丙镇、丁街道、戊街道。",
        "选取2个街道：东街道、西街道花园社区、西街道河畔社区。",
        "设立5个专班：综合专班、督导专班；宣传专班、执法专班、信访专班。",
        "四项工作，即宣传路线、方针、政策，调查研究，信访接待，现场办公。",
        "“三区两线”（保护区、景观区、居民区周边和干线、河流沿线）整治。",
        "五六个村（甲村、乙村、丙村、丁村）申报，3到5个镇（甲镇、乙镇）备选。",
        "确定3个牵头部门：甲局、乙局，丙局。",
        "5个站点：甲站（2个）、乙站（3个）、丙站、丁站。",
        "二期工程：甲工程、乙工程、丙工程，均已开工。",
        "从组织领导、工作机制上抓好三个环节。",
        "上级部署的产业行动、城乡行动、生态行动、治理行动等三个行动。",
        "推动落实“三个定位”。\n（一）修路。今年开工。\n（二）通水。今年完工。\n",
    ],
)
def test_an_open_list_is_not_compared(text: str) -> None:
    assert counts(text) == []


@pytest.mark.parametrize("words", ["XX件", "××件", "XXX万元", "____人次", "X月", "（待补充）", "增长（下降）3%", "提高/降低2个百分点"])
def test_a_blank_of_the_template_is_an_error(words: str) -> None:
    (one,) = findings(f"全年受理{words}，均已办结。")
    assert one.check == "placeholder"
    assert one.severity == "error"


@pytest.mark.parametrize("words", ["李××3人", "某某公司2家", "3×5米展板6块", "XXL号服装30件", "增长（见附表）3%", "X射线机2台"])
def test_crosses_and_names_that_are_no_blanks_are_silent(words: str) -> None:
    assert findings(f"全年受理{words}，均已办结。") == []


def test_a_template_is_told_once() -> None:
    (one,) = findings("。".join(f"第{number}项支出XX万元" for number in range(12)))
    assert one.severity == "warning"
    assert len(one.related) == 11


def test_a_paragraph_of_short_sentences_that_is_there_twice_is_found() -> None:
    words = "组织宣讲6场。发放资料900份。解答咨询80人次。走访企业12家。办结事项35件。回访群众260人。\n"
    text = f"一、甲\n{words}二、乙\n{words}三、丙\n做了其他工作。\n"
    (one,) = findings(text)
    assert one.check == "duplicate-paragraph"
    assert one.span.start == text.rindex("组织宣讲")


def test_the_set_phrase_of_its_time_is_left_alone() -> None:
    assert findings("政府工作报告（1997年）\n1997年3月1日\n要建设社会主义法制国家。\n") == []


@pytest.mark.parametrize(
    "piece",
    [
        "第一，甲。",
        "第二，",
        "首先，",
        "首先，甲。其次，",
        "共4项：甲、",
        "《甲》（",
        "聚焦三点",
        "(",
        "“",
        "”",
        "《甲》",
        "\n一、甲",
        "\n三、甲",
        "。一是",
        "。5.甲",
        "。1、甲。二是。2、",
        "\n“甲",
        "XX件",
        "甲，，",
        "法",
    ],
)
def test_time_is_linear_in_the_text(piece: str) -> None:
    def spent(length: int) -> float:
        view = View(parse((piece * length)[:length]), ())
        start = time.process_time()
        checks.run(view, IDS)
        return time.process_time() - start

    spent(1000)
    assert spent(80_000) < 12 * max(spent(20_000), 0.03)


def test_items_that_run_through_two_paragraphs_are_counted_on() -> None:
    assert only("要抓好落实：一是抓学习。二是抓宣传。\n同时改进作风。四是抓考核。\n")[2] == "三是"


def test_a_heading_below_a_table_is_a_heading() -> None:
    text = "一、总体情况\n公开信息320条。\n二、收到申请\n上年结转 0 0 3\n3 0 0 0 1\n四、存在问题\n2023年，公开平台建设还有差距，需要继续改进。\n"
    assert only(text) == ("skipped-heading-number", "四、", "三、")


def test_the_last_of_two_headings_with_the_first_number_is_found() -> None:
    assert only("一、今年工作\n做了培训。\n一、明年打算\n继续培训。\n") == ("repeated-heading-number", "一、", "二、")


def test_an_opening_bracket_alone_still_numbers_its_heading() -> None:
    text = "（一）抓学习。做了。\n（二抓宣传。做了。\n（三）抓督查。做了。\n"
    assert [one.check for one in findings(text)] == ["unmatched-bracket"]


@pytest.mark.parametrize(
    ("text", "found", "expected"),
    [
        ("存在四方面问题：一是人少；二是钱紧；三是路远。", "四方面", "三方面"),
        ("存在三个方面问题：一是人少；二是钱紧。", "三个方面", "两个方面"),
        ("全年培训3次，分别为执法培训、普法培训、调解培训、应诉培训。", "3次", "4次"),
    ],
)
def test_the_count_that_belongs_there_is_written_like_the_one_that_is(text: str, found: str, expected: str) -> None:
    assert only(text) == ("declared-count", found, expected)


@pytest.mark.parametrize(
    "text", ["设科室6\u200b个，分别为甲科、乙科、丙科。", "一是修路。二是通水。二\u200b是办学。", "认真执行《工作要点\u200b”，逐项落实。"]
)
def test_a_message_shows_no_sign_that_cannot_be_seen(text: str) -> None:
    (one,) = findings(text)
    assert one.message.zh.isprintable()
    assert one.help is not None
    assert one.help.zh.isprintable()
    assert one.found.isprintable()
