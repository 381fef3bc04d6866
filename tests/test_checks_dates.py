"""The date checks on sentences like those of reports: what is wrong, what only looks wrong, and what is proved right."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govmetrics import checks, parse
from govmetrics.analyse import check
from govmetrics.finding import Finding, Severity, Status, Verdict
from govmetrics.relations.dates import days

DATES = [id_ for id_ in checks.names() if checks.get(id_).group == "date"]
WEEKDAYS = "一二三四五六日"
DAYS = st.dates(date(1950, 1, 1), date(2049, 12, 31))


def findings(text: str, ids: list[str] = DATES) -> list[Finding]:
    return list(check(parse(text), ids=ids).findings)


def verdicts(id_: str, text: str) -> list[Verdict]:
    return list(check(parse(text), ids=[id_]).verdicts)


@pytest.mark.parametrize(
    ("id_", "severity", "text", "words"),
    [
        ("impossible-date", "error", "县档案馆于2024年9月31日前完成移交。", "9月31日"),
        ("impossible-date", "error", "２月３０日前报送材料。", "２月３０日"),
        ("impossible-date", "error", "2024年4月 31日，组织联合检查。", "4月 31日"),
        ("impossible-date", "error", "展览自2024年11月28日至31日举办。", "31日"),
        ("impossible-date", "error", "公示期为2024-06-31至2024-07-10。", "2024-06-31"),
        ("impossible-date", "error", "二〇二三年二月二十九日通过。", "二月二十九日"),
        ("impossible-date", "error", "九月三十一日，召开大会。", "九月三十一日"),
        ("impossible-date", "error", "新标准自2024年13月起执行。", "2024年13月"),
        ("impossible-date", "error", "2024年6月0日完成验收。", "6月0日"),
        ("impossible-date", "warning", "某镇2023年工作总结\n2月29日，召开部署会。\n", "2月29日"),
        ("weekday-mismatch", "error", "2024年6月3日(星期二)上午召开听证会。", "星期二"),
        ("weekday-mismatch", "error", "2024年6月3日星期三，组织义务植树。", "星期三"),
        ("weekday-mismatch", "error", "星期三（2024年6月3日）召开例会。", "星期三"),
        ("weekday-mismatch", "error", "2024年端午节（6月10日，星期二）放假一天。", "星期二"),
        ("weekday-mismatch", "error", "2024年6月3日（周一）至6月7日（周四）开展培训。", "周四"),
        ("weekday-mismatch", "warning", "某镇2024年工作总结\n6月3日（星期四），开展宣讲。\n", "星期四"),
        ("weekday-mismatch", "error", "公告：5月6日(周一)上午8:00至5月10日(周六)展出。", "周六"),
        ("weekday-mismatch", "error", "12月28日（星期一）至1月4日（星期二）停办业务。", "星期二"),
        ("weekday-mismatch", "error", "2024年“4·15”全民国家安全教育日（星期四）宣讲3场。", "星期四"),
        ("weekday-mismatch", "warning", "某镇2024年工作总结\n“12·4”国家宪法日（星期五）宣讲3场。\n", "星期五"),
        ("reversed-range", "error", "2024年12月至2024年2月开展冬训。", "2024年12月至2024年2月"),
        ("reversed-range", "error", "2025—2021年完成改造。", "2025—2021年"),
        ("reversed-range", "error", "合同期自2024年5月1日起至2023年4月30日止。", "2023年4月30日"),
        ("glued-digits", "warning", "实施纲要（20212025年）印发。", "20212025年"),
        ("glued-digits", "warning", "20246月5日，开展演练。", "20246月5日"),
        ("glued-digits", "warning", "依据县政发〔202415号文件。", "〔202415号"),
        ("span-length-mismatch", "warning", "2022年至2024年，连续4年获评优秀。", "连续4年"),
        ("span-length-mismatch", "warning", "2024年3月至5月，开展为期半年的整治。", "为期半年"),
        ("span-length-mismatch", "warning", "连续五年（2021—2024年）零事故。", "连续五年"),
        ("span-length-mismatch", "warning", "2024年6月3日至6月9日开展为期三周的宣传。", "为期三周"),
        ("statistics-period-mismatch", "error", "某局2024年度工作报告\n数据统计时限为2023年1月1日至2023年12月31日。\n", "2023年1月1日"),
        ("statistics-period-mismatch", "warning", "2024年发展指数\n数据期间为2023年1月1日至2023年12月31日。\n", "2023年1月1日"),
        ("stale-review-year", "warning", "某县2024年度部门决算公开说明\n一、2023年度收支决算情况\n收入12万元。\n", "2023年"),
        ("stale-review-year", "warning", "某县2024年工作总结\n办件平稳。\n截至2023年12月31日，全县办结3件。\n", "2023年"),
        ("stale-review-year", "warning", "某局2024年度部门决算\n2023年度收入总计35万元，支出总计35万元。\n", "2023年度"),
        ("stale-review-year", "warning", "某县2024年工作总结\n办件平稳。\n截至2023年12月底，全县办结3件。\n", "2023年"),
        ("stale-review-year", "warning", "某县2024年政府信息公开年度报告\n2023年，主动公开信息320条。\n", "2023年"),
        ("stale-plan-year", "warning", "某局2024年工作总结\n成绩来之不易。展望2024年，我们将再接再厉。\n", "展望2024年"),
        ("stale-plan-year", "warning", "某局总结\n回顾2024年，成绩来之不易。展望2023年，将再接再厉。\n", "展望2023年"),
        ("stale-plan-year", "warning", "一、2023年工作情况\n完成。\n二、2023年工作重点\n完善机制。\n", "2023年工作重点"),
        ("stale-plan-year", "warning", "信访总结\n一、总体情况\n平稳。\n二、2025年工作计划\n2024年，我们将规范办理。\n", "2024年，我们将"),
        (
            "event-after-publication",
            "warning",
            "某县2024年工作总结\n印发了文件。2025年5月8日，召开了推进会。\n某县林业局\n2025年1月8日\n",
            "2025年5月8日",
        ),
        (
            "signature-before-period-end",
            "warning",
            "某县2024年总结\n截至2024年12月31日，全县办结3件。\n某局\n2024年12月2日\n",
            "2024年12月31日",
        ),
        ("wrong-plan-years", "error", "“十五五”时期（2025—2030年）新建水库3座。", "2025—2030"),
        ("wrong-plan-years", "warning", "“十四五”期间（2021—2024年）新建水库3座。", "2021—2024"),
        ("wrong-plan-years", "error", "落实第十四个五年规划（2020-2025年）。", "2020-2025"),
        ("wrong-quarter-months", "error", "下半年（6—12月）办结23件。", "6—12月"),
        ("wrong-anniversary", "warning", "2021年是中国共产党成立99周年。", "99周年"),
        ("wrong-ordinal-year", "warning", "2024年9月10日是第三十九个教师节。", "第三十九个教师节"),
        ("wrong-ordinal-year", "warning", "2026年是“十四五”规划的收官之年。", "收官之年"),
        ("meeting-after-publication", "warning", "某县2022年总结\n时间：2022-12-30\n学习党的二十届二中全会精神。\n", "二十届二中全会"),
        ("title-period-mismatch", "warning", "某市三月份热线通报\n4月，全市共受理诉求91件。\n", "三月份"),
        ("year-compared-with-itself", "warning", "2024年，收入120万元，较2024年同期增长2%。", "较2024年"),
    ],
)
def test_what_is_wrong_is_found_at_its_words(id_: str, severity: Severity, text: str, words: str) -> None:
    assert text.count(words) == 1
    at = text.index(words)
    found = [one for one in findings(text) if one.check == id_]
    assert [one.severity for one in found] == [severity]
    assert found[0].span.start < at + len(words)
    assert at < found[0].span.end


@pytest.mark.parametrize(
    "text",
    [
        "2024年2月29日、2000年2月29日和6月30日均已核对。",
        "农历二月三十日祭山，闰二月三十日、腊月三十日照旧。",
        "全长2.30公里，其余4.31公里，按6.31元计。",
        "第12月35日产值，每月31日结账，9月35号公告。",
        "2024年6月3日（星期一）、6月8日(周六)值班；每周三、周五（6月5日起）开放。",
        "1月28日（星期三）至2月4日（星期三）放假，2月28日（周三）至3月1日（周五）和2月28日（周三）至3月1日（周四）值班。",
        "2月29日（周一）至3月9日（周三）唱戏。",
        "某镇2024年总结\n“12·4”国家宪法日（星期三）、“4·15”（周六）、“6·31”（周一）宣讲。",
        "“12·4”国家宪法日（星期五）宣讲。",
        "某县2024年政府信息公开年度报告\n2023年，主动公开信息320条。今年公开330条。\n",
        "某县2024年工作总结\n截至2023年底，全县人口30万人。2024年12月，办结3件。\n",
        "某局2024年工作总结\n回顾2024年，年初谋划2024年工作。展望2025年，我们将再接再厉。展望2024—2035年，前景广阔。\n",
        "2024年3月4日至8日（周一至周五）办理，12月5日周边环境整治。",
        "9月至3月为供暖期，2024年11月至3月供暖，2023年12月至2024年2月冬训。",
        "由2025年12月提前到2025年6月；自2025年1月起追溯至2024年6月。",
        "电话20241206，编号202412，文号县政发〔2024〕15号，2024年365日开放。",
        "2020年至2024年累计投入3亿元，其中连续2年超1亿元；近三年（2021—2024年）持续增长。",
        "自2018年开办以来，到2024年已连续举办6年；2024年6月3日至14日举办为期10天的培训。",
        "7月1日至8月31日开展为期2个月的整治，3月4日至17日开展为期两周的宣传。",
        "某市2024年统计年鉴\n数据期间为2023年12月至2024年11月。\n",
        "2024年政府工作报告\n一、2023年工作回顾\n2023年，我们共完成投资3亿元。\n二、2024年工作安排\n2024年，我们将抓好落实。\n",
        "某局2024年工作总结\n一、2024年工作情况\n完成。\n二、2024年预算资金安排\n3万元。\n三、2025年工作打算\n2025年，我局将巩固2024年成果。\n",
        "某局2024年工作总结\n2024年，完成3件。2023年以来，我局共培训5场。2023年，我局荣获先进，组织3场。\n",
        "某局2024年度部门决算\n2024年度收入总计35万元，与2023年度相比增加2万元。2023年度收入总计33万元，较少。\n",
        "某局2024年工作总结\n截至2024年12月31日，全县办结5件。截至2023年12月31日，全县办结3件。\n",
        "2019年至2024年，收入连续5年增长，持续3年的整治同步开展。",
        "某局2024年工作总结\n一、2024年工作情况\n完成。\n二、2023年度问题整改工作情况\n全部整改。\n",
        "某局2024年第三季度工作总结\n一、2024年三季度工作情况\n完成。\n二、2024年四季度工作安排\n2024年四季度，将完善机制。\n",
        "某局2023年度部门决算\n许可有效期截至2025年12月31日，2025年3月1日起施行，已印发。\n某局\n2024年8月8日\n",
        "某县2024年总结\n时间：2025-01-08\n一、安排\n2025年5月8日，召开动员会。2025年6月10日前，完成整改。\n",
        "“十四五”规划和2035年目标，“十四五”前三年（2021—2023年），“八五”计划（1991—1995年）。",
        "2018年启动，2024年连续开展3年；自2024年启动以来，到2018年已连续开展3年。",
        "3月1日至3月9日，全县分3批，为期2天；连续三年（含试点）、持续七天达标；连续三年（2021年）获奖。",
        "2024年1月1日至2024年12月31日，开展为期一年的整治。",
        "2024年，全县喜迎新中国成立75周年；刚刚过去的几个月里2024年是改革开放40周年。",
        "新中国成立80周年。“十四五”与“十五五”的第二年；2021年至2025年是“十四五”第五年。",
        "今年是“十四五”第一年，2024年，局里忙，人少，事多，全县也是“十四五”第一年。",
        "2024年4月，甲乡、乙镇召开第三个教师节大会。",
        "某某市人民政府\n关于2024年3月12345热线办理情况的通报\n2024年4月，共受理5件。\n",
        "3月办件情况通报",
        "某局2024年总结\n2023年，收入平稳。\n",
        "某局2024年工作总结\n一、2024年工作\n二、打算\n2024年，我局在省里首批完成。\n",
        "9月1—10日、5月3日—8月，展览开放，长江9月9日到。",
        "5月3至少两场；二月三十日唱戏；新年三年累计，2021—2025年十十年累计；6月3日（星期三至五）值班。",
        "3月1日至3月9日先后办两场、为期2天；2020年由乡里发起到2024年连续开展3年。",
        "某局2024年工作总结\n截至2023年12月31日，全县3件，2024年5件。\n截至2022年12月31日，全县2件。\n现将2024年情况报告如下。\n",
        "\n  2024年是“十四五”第四年。",
        "财年二季度（7—9月）、一至三季度（1—9月）、前两个季度（1—6月）。",
        "2024年是本县建县75周年，以新成绩迎接新中国成立80周年，今年是改革开放40周年。",
        "2024年12月1日，第十三个全国交通安全日活动启动；2024年是关键的第二年，也是收官之年。",
        "某县2022年工作总结\n时间：2022-09-30\n迎接党的二十大胜利召开。\n",
        "某县2024年3月信访通报\n3月，全县共受理5件。4月，共受理6件。\n",
        "2024年，税收比2023年增长2%，较2024年初增加3户，比2024年预算多2万元。到2027年比2024年增长一倍。",
    ],
)
def test_what_only_looks_wrong_is_silent(text: str) -> None:
    assert findings(text) == []


@pytest.mark.parametrize(
    ("id_", "text", "status", "arithmetic"),
    [
        ("weekday-mismatch", "2024年6月3日（周一）召开。", "holds", "2024-06-03 = 星期一"),
        ("weekday-mismatch", "2024年3月4日至8日（周一至周五）办理。", "holds", "2024-03-04 = 星期一, 2024-03-08 = 星期五"),
        ("weekday-mismatch", "6月3日（周一）召开。", "not-assessable", ""),
        ("weekday-mismatch", "某镇2023年度情况\n6月3日（周一），宣讲。", "not-assessable", ""),
        ("weekday-mismatch", "某镇2023年总结\n6月3日（周一），宣讲。", "fails", "2023-06-03 = 周六"),
        ("span-length-mismatch", "2024年6月3日至14日举办为期10天的培训。", "holds", "2024-06-03—2024-06-14 = 12天"),
        ("span-length-mismatch", "2021—2025年五年累计完成3亿元。", "holds", "2021—2025 = 5年"),
        ("span-length-mismatch", "6月3日至9日开展为期5天的宣传。", "holds", "06-03—06-09 = 7天"),
        ("wrong-plan-years", "“七五”普法规划（2016—2020年）收官。", "holds", "“七五”普法 = 2016—2020"),
        ("wrong-quarter-months", "四季度(10—12月)办结3件。", "holds", "四季度 = 10—12月"),
        ("wrong-anniversary", "2024年是新中国成立75周年。", "holds", "2024 - 1949 = 75"),
        ("wrong-ordinal-year", "2026年是“十五五”开局之年。", "holds", "2026 - 2026 + 1 = 1"),
        ("weekday-mismatch", "2024年6月3日（周二）召开。", "fails", "2024-06-03 = 周一"),
    ],
)
def test_a_relation_that_was_recognised_has_a_verdict(id_: str, text: str, status: Status, arithmetic: str) -> None:
    assert [(one.status, one.arithmetic) for one in verdicts(id_, text)] == [(status, arithmetic)]


def test_a_sentence_below_two_plan_headings_is_flagged_once() -> None:
    text = "某局2024年工作总结\n一、主要工作\n完成。\n二、下步打算\n（一）工作目标\n2024年，我局将完善机制。\n"
    assert [one.check for one in findings(text)] == ["stale-plan-year"]


@pytest.mark.parametrize(
    "text", ["2024年6月31日（星期三）召开。", "6月31日（星期三）至7月9日（星期五）值班。", "2024年6月31日至7月9日开展为期3天的培训。"]
)
def test_a_day_that_does_not_exist_is_flagged_for_that_alone(text: str) -> None:
    assert [one.check for one in findings(text)] == ["impossible-date"]


def test_an_inferred_year_is_no_error() -> None:
    title = "某镇2024年工作总结\n"
    assert [one.severity for one in findings(f"{title}2024年6月3日（星期四）宣讲。")] == ["error"]
    assert [one.severity for one in findings(f"{title}6月3日（星期四）宣讲。")] == ["warning"]


@given(DAYS)
def test_a_day_of_the_calendar_with_its_weekday_is_never_flagged(day: date) -> None:
    written = f"{day.year}年{day.month}月{day.day}日（星期{WEEKDAYS[day.weekday()]}），县政府召开会议。"
    assert findings(written) == []


@given(DAYS, st.integers(1, 6))
def test_a_day_with_another_weekday_is_always_flagged(day: date, off: int) -> None:
    wrong = WEEKDAYS[(day.weekday() + off) % 7]
    found = findings(f"{day.year}年{day.month}月{day.day}日（星期{wrong}），县政府召开会议。")
    assert [(one.check, one.severity) for one in found] == [("weekday-mismatch", "error")]


@given(DAYS)
def test_the_day_behind_the_last_of_a_month_does_not_exist(day: date) -> None:
    last = (day.replace(day=28) + timedelta(4)).replace(day=1) - timedelta(1)
    found = findings(f"{last.year}年{last.month}月{last.day + 1}日，县政府召开会议。")
    assert [(one.check, one.severity) for one in found] == [("impossible-date", "error")]


@given(DAYS, st.integers(1, 400))
def test_a_period_is_flagged_only_backwards(day: date, length: int) -> None:
    end = day + timedelta(length)
    first, last = days.words(day.isoformat()), days.words(end.isoformat())
    assert findings(f"自{first}至{last}，开展巡查。") == []
    assert [one.check for one in findings(f"自{last}至{first}，开展巡查。")] == ["reversed-range"]


@given(st.text("0123456789年月日至—-（）星期周一二三四五十第个，。〔〕号“” \n", max_size=60))
def test_no_text_breaks_a_check(text: str) -> None:
    for one in findings(text):
        assert 0 <= one.span.start < one.span.end <= len(text)


@pytest.mark.parametrize(
    ("ordinal", "law", "years"),
    [("一", False, (1953, 1957)), ("十四", False, (2021, 2025)), ("一", True, (1986, 1990)), ("八", True, (2021, 2025))],
)
def test_the_years_of_a_plan_are_its_own(ordinal: str, law: bool, years: tuple[int, int]) -> None:
    assert days.five_years(ordinal, law) == years


def test_what_is_no_numeral_is_no_plan() -> None:
    assert days.five_years("", law=False) is None
    assert days.five_years("十十", law=True) is None


def test_an_iso_date_is_written_as_reports_write_it() -> None:
    assert [days.words(iso) for iso in ("2024", "2024-03", "2024-03-01")] == ["2024年", "2024年3月", "2024年3月1日"]


def test_what_cannot_be_checked_is_listed_as_such() -> None:
    text = "某县2024年工作总结\n2024年8月29日召开会议，来访案次同比下降48.79%。9月2日（周一）开放，受理200件，同比增加40件，增长25%。\n"
    said = [(one.check, one.status, text[one.span.start : one.span.end]) for one in check(parse(text)).verdicts]
    assert said == [
        ("weekday-mismatch", "not-assessable", "2024年8月29日"),
        ("growth-mismatch", "not-assessable", "48.79%"),
        ("weekday-mismatch", "holds", "周一"),
        ("growth-mismatch", "holds", "25%"),
    ]
