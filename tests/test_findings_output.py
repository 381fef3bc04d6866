"""What each format of findings writes, checked by the schema or by a parser of that format."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from typing import Any
from urllib.parse import unquote, urlsplit

import jsonschema
import pytest
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from govmetrics import checks
from govmetrics.cli.app import run
from govmetrics.document import parse
from govmetrics.finding import GROUPS, SEVERITIES, STATUSES, Finding, Phrase, Related, Severity, Status, Verdict
from govmetrics.model import Span
from govmetrics.output import findings as formats
from govmetrics.output.findings import FindingOptions, FindingTotals, Pages, Unread, record
from govmetrics.output.findings._summary import summarise
from govmetrics.output.findings._text import visible, width
from govmetrics.output.findings.record import CheckedReport, FindingRecord, Relations, Severities, Summary, checked
from govmetrics.output.findings.sarif import _uri

SARIF = json.loads((ROOT / "tests" / "data" / "sarif-2.1.0.schema.json").read_text(encoding="utf-8"))
CHECK = "doubled-percent-sign"

TEXT = "二〇二四年工作总结\n一、主要情况\n共办理提案150件，其中主办90件、会办50件。\n"
TOTAL, FIRST, SECOND = (Span(TEXT.index(word), TEXT.index(word) + len(word)) for word in ("150件", "90件", "50件。"))
SECOND = Span(SECOND.start, SECOND.end - 1)
PART, WHOLE = Phrase("分项", "part"), Phrase("总数", "total")


def finding(span: Span = TOTAL, *related: Related, **fields: Any) -> Finding:
    made: dict[str, Any] = {
        "check": CHECK,
        "group": "sum",
        "severity": "error",
        "message": Phrase("分项之和不等于总数", "the parts do not add up"),
        "help": None,
        "expected": "",
        "found": "",
        "arithmetic": "",
        "fingerprint": "00ff",
    }
    return Finding(span=span, related=related, **(made | fields))


def verdict(status: Status, span: Span = TOTAL, **fields: Any) -> Verdict:
    made: dict[str, Any] = {"check": "sum", "related": (), "arithmetic": "", "reason": None}
    return Verdict(status=status, span=span, **(made | fields))


SUM = finding(
    TOTAL,
    Related(FIRST, PART),
    Related(SECOND, PART),
    help=Phrase("改为 140件", "write 140件"),
    expected="140件",
    found="150件",
    arithmetic="90 + 50 = 140",
)
VERDICTS = [
    verdict("holds", arithmetic="1 + 1 = 2", related=(Related(FIRST, PART),)),
    verdict("holds", arithmetic="2 + 2 = 4"),
    verdict("fails", arithmetic="90 + 50 = 140"),
    verdict("not-assessable", FIRST, reason=Phrase("没有上年数", "no figure of the year before")),
]


def report(
    text: str, *found: Finding, verdicts: list[Verdict] | None = None, name: str = "a.txt", lang: str = "en", **more: Any
) -> CheckedReport:
    return checked(parse(text, name), "utf-8", found, verdicts or [], lang, **more)


def written(name: str, *reports: CheckedReport, options: FindingOptions | None = None) -> str:
    """The document of `reports` in the format `name`."""
    options = options or FindingOptions()
    format_ = formats.get(name)
    pages = Pages(format_, options)
    return "".join(pages.add(format_.render(one, options), one.summary) for one in reports) + pages.end()


def schema(name: str, capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    assert run(["schema", name]) == 0
    described: dict[str, Any] = json.loads(capsys.readouterr().out)
    jsonschema.Draft202012Validator.check_schema(described)
    return described


class TestRegistry:
    def test_every_module_of_the_folder_is_a_format_or_a_known_helper(self) -> None:
        files = {name.removesuffix(".py") for name in os.listdir(formats.__path__[0]) if name.endswith(".py")}
        assert files - set(formats.names()) == {"__init__", "_excerpt", "_labels", "_summary", "_text", "_window", "record"}
        assert set(formats.names()) <= files

    def test_the_formats_are_those_promised(self) -> None:
        assert formats.names() == ["concise", "full", "github", "gitlab", "json", "junit", "ndjson", "sarif"]

    @pytest.mark.parametrize("name", formats.names())
    def test_every_format_explains_itself(self, name: str) -> None:
        assert len(formats.get(name).doc) > 40

    @pytest.mark.parametrize(
        ("ending", "name"), [(".SARIF", "sarif"), (".json", "json"), (".jsonl", "ndjson"), (".xml", "junit"), (".txt", "full"), ("", None)]
    )
    def test_the_ending_chooses_the_format(self, ending: str, name: str | None) -> None:
        assert formats.by_suffix(ending) == name

    def test_no_ending_belongs_to_two_formats(self) -> None:
        endings = [ending for name in formats.names() for ending in formats.get(name).suffixes]
        assert sorted(endings) == [".json", ".jsonl", ".ndjson", ".sarif", ".txt", ".xml"]


class TestRecord:
    def test_the_fields_are_those_documented(self) -> None:
        assert FindingRecord.__struct_fields__ == (
            *("path", "line", "column", "end_line", "end_column", "start", "end", "check", "group", "severity", "message", "help"),
            *("expected", "found", "arithmetic", "fingerprint", "snippet", "related"),
        )

    def test_a_finding_keeps_its_places(self) -> None:
        (one,) = report(TEXT, SUM).record.findings
        assert (one.path, one.line, one.column, one.end_line, one.end_column) == ("a.txt", 3, 6, 3, 10)
        assert (one.start, one.end, TEXT[one.start : one.end]) == (22, 26, "150件")
        assert (one.message, one.help, one.expected, one.found) == ("the parts do not add up", "write 140件", "140件", "150件")
        assert one.snippet == "共办理提案150件，其中主办90件、会办50件。"
        assert [(part.line, part.column, part.role, part.text) for part in one.related] == [
            (3, 15, "part", "90件"),
            (3, 21, "part", "50件"),
        ]
        assert all(TEXT[part.start : part.end] == part.text for part in one.related)

    def test_a_place_over_lines_ends_on_the_last(self) -> None:
        (one,) = report("甲\n乙丙", finding(Span(0, 3))).record.findings
        assert (one.line, one.column, one.end_line, one.end_column) == (1, 1, 2, 2)

    def test_words_are_in_the_language_asked_for(self) -> None:
        one = report(TEXT, SUM, verdicts=VERDICTS, lang="zh", show_verified=True).record
        assert (one.findings[0].message, one.findings[0].help) == ("分项之和不等于总数", "改为 140件")
        assert (one.findings[0].related[0].role, one.verdicts[3].reason) == ("分项", "没有上年数")

    def test_verdicts_are_counted_always_and_listed_on_demand(self) -> None:
        quiet, loud = (report(TEXT, SUM, verdicts=VERDICTS, show_verified=show).record for show in (False, True))
        assert quiet.summary == loud.summary
        assert quiet.summary.relations == Relations(holds=2, fails=1, not_assessable=1)
        assert (quiet.verdicts, [one.verdict for one in loud.verdicts]) == ([], ["holds", "holds", "fails", "not-assessable"])
        assert (loud.verdicts[3].text, loud.verdicts[3].line, loud.verdicts[3].column) == ("90件", 3, 15)

    def test_summaries_add_up(self) -> None:
        one = Summary(Severities(1, 0, 2), {"a": 2, "b": 1}, Relations(3), 1, 0)
        other = Summary(Severities(0, 4, 1), {"b": 5}, Relations(1, not_assessable=2), 2, 7)
        assert one + other == Summary(Severities(1, 4, 3), {"a": 2, "b": 6}, Relations(4, not_assessable=2), 3, 7)

    def test_a_long_sentence_is_clipped_around_the_place(self) -> None:
        text = "前" * 300 + "9%%" + "后" * 300
        (one,) = report(text, finding(Span(300, 303))).record.findings
        assert len(one.snippet) <= 120
        assert re.fullmatch("…前{50,}9%%后{50,}…", one.snippet)

    @given(st.text("甲乙9。\n ", max_size=300), st.integers(0, 300), st.integers(0, 300))
    def test_a_snippet_is_one_line_with_the_place(self, text: str, first: int, second: int) -> None:
        start, end = sorted((min(first, len(text)), min(second, len(text))))
        (one,) = report(text, finding(Span(start, end))).record.findings
        assert "\n" not in one.snippet
        assert len(one.snippet) <= 120
        if end - start < 100:
            assert " ".join(text[start:end].split()) in one.snippet


class TestJson:
    def test_the_document_follows_its_schema(self, capsys: pytest.CaptureFixture[str]) -> None:
        one = report(TEXT, SUM, finding(severity="note"), verdicts=VERDICTS, show_verified=True, suppressed=1, baselined=2)
        parsed = json.loads(written("json", one, report("", name="b.txt")))
        described = schema("findings", capsys)
        jsonschema.validate(parsed, described)
        assert parsed["schema"] == described["$id"] == record.FINDINGS_SCHEMA
        assert parsed["generator"]["name"] == "govmetrics"
        first, second = parsed["reports"]
        assert list(first) == ["path", "encoding", "title", "year", "findings", "verdicts", "summary"]
        assert first["summary"] == {
            "findings": {"error": 1, "warning": 0, "note": 1},
            "checks": {CHECK: 2},
            "relations": {"holds": 2, "holds-if-truncated": 0, "holds-with-another-base": 0, "fails": 1, "not-assessable": 1},
            "suppressed": 1,
            "baselined": 2,
        }
        assert (second["path"], second["findings"], second["verdicts"]) == ("b.txt", [], [])

    def test_no_report_is_a_document_too(self) -> None:
        assert json.loads(written("json"))["reports"] == []

    def test_lines_follow_their_schemas_and_nothing_else_does(self, capsys: pytest.CaptureFixture[str]) -> None:
        lines = [json.loads(line) for line in written("ndjson", report(TEXT, SUM, verdicts=VERDICTS, show_verified=True)).splitlines()]
        assert len(lines) == 5
        as_finding, as_verdict = schema("finding", capsys), schema("verdict", capsys)
        assert (as_finding["$id"], as_verdict["$id"]) == (record.FINDING_SCHEMA, record.VERDICT_SCHEMA)
        jsonschema.validate(lines[0], as_finding)
        for line in lines[1:]:
            jsonschema.validate(line, as_verdict)
            assert "severity" not in line
        for wrong in ({"severity": "fatal"}, {"line": 0}, {"related": None}, {"end": -1}):
            with pytest.raises(jsonschema.ValidationError):
                jsonschema.validate(lines[0] | wrong, as_finding)
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(lines[1], as_finding)

    def test_no_findings_are_no_lines(self) -> None:
        assert written("ndjson", report(TEXT, verdicts=VERDICTS)) == ""

    def test_chinese_is_written_as_it_is(self) -> None:
        assert "共办理提案150件" in written("ndjson", report(TEXT, SUM))


def sarif(*reports: CheckedReport, options: FindingOptions | None = None) -> dict[str, Any]:
    log: dict[str, Any] = json.loads(written("sarif", *reports, options=options))
    jsonschema.Draft4Validator(SARIF).validate(log)
    (found,) = log["runs"]
    return dict(found)


class TestSarif:
    def test_places_in_code_points(self) -> None:
        text = "𠮷祥村\n完成率5%%。"
        at = text.index("%%")
        found = sarif(report(text, finding(Span(at, at + 2), Related(Span(0, 3), WHOLE))))
        assert found["columnKind"] == "unicodeCodePoints"
        (result,) = found["results"]
        place = result["locations"][0]["physicalLocation"]
        assert place["artifactLocation"] == {"uri": "a.txt"}
        assert place["region"] == {
            "startLine": 2,
            "startColumn": 5,
            "endLine": 2,
            "endColumn": 7,
            "charOffset": 8,
            "charLength": 2,
            "snippet": {"text": "%%"},
        }
        (related,) = result["relatedLocations"]
        assert (related["message"], related["physicalLocation"]["region"]["endColumn"]) == ({"text": "total"}, 4)
        assert related["physicalLocation"]["region"]["snippet"] == {"text": "𠮷祥村"}

    def test_results_name_their_rule_level_and_fingerprint(self) -> None:
        found = sarif(
            report(TEXT, SUM), report(TEXT, name="b"), report(TEXT, finding(severity="note"), finding(severity="warning"), name="c")
        )
        rules = found["tool"]["driver"]["rules"]
        assert [rule["id"] for rule in rules] == checks.names()
        assert {rules[result["ruleIndex"]]["id"] for result in found["results"]} == {CHECK}
        assert [result["level"] for result in found["results"]] == ["error", "note", "warning"]
        assert found["results"][0]["partialFingerprints"] == {"govmetrics/v1": "00ff"}
        assert found["results"][0]["message"]["text"].splitlines() == [
            "the parts do not add up",
            "90 + 50 = 140",
            "expected 140件, found 150件",
            "help: write 140件",
        ]

    def test_rules_explain_themselves_in_the_language_asked_for(self) -> None:
        for lang in ("en", "zh"):
            found = sarif(options=FindingOptions(lang=lang))
            for rule in found["tool"]["driver"]["rules"]:
                check = checks.get(rule["id"])
                assert rule["shortDescription"]["text"] == check.what(lang)
                assert rule["help"] == rule["fullDescription"] == {"text": check.why(lang)}
                assert rule["defaultConfiguration"] == {"level": check.severity, "enabled": check.default}

    def test_what_could_not_be_read_makes_a_run_unsuccessful(self) -> None:
        pages = Pages(formats.get("sarif"), FindingOptions())
        pages.totals.unread = [Unread("./甲.txt", "see {0}"), Unread("", "nowhere")]
        log = json.loads(pages.end())
        jsonschema.Draft4Validator(SARIF).validate(log)
        (invocation,) = log["runs"][0]["invocations"]
        first, second = invocation["toolExecutionNotifications"]
        assert not invocation["executionSuccessful"]
        assert (first["message"], second["message"]) == ({"text": "see {{0}}"}, {"text": "nowhere"})
        assert first["locations"] == [{"physicalLocation": {"artifactLocation": {"uri": "%E7%94%B2.txt"}}}]
        assert second["locations"] == []

    def test_a_check_that_is_no_rule_has_no_index(self) -> None:
        assert sarif(report(TEXT, finding(check="of-a-plugin")))["results"][0]["ruleIndex"] == -1

    def test_words_of_a_report_are_no_placeholders_and_no_links(self) -> None:
        (result,) = sarif(report(TEXT, finding(message=Phrase("", "见{0}和[1](2)"))))["results"]
        assert result["message"]["text"] == "见{{0}}和[1\\](2)"

    @pytest.mark.parametrize(
        ("path", "uri"),
        [
            ("drafts/草稿 1%.txt", "drafts/%E8%8D%89%E7%A8%BF%201%25.txt"),
            ("./a.txt", "a.txt"),
            ("a:b#c?.txt", "a%3Ab%23c%3F.txt"),
            ("/srv/甲.txt", "file:///srv/%E7%94%B2.txt"),
            ("C:/a b.txt", "file:///C:/a%20b.txt"),
            ("-", "-"),
        ],
    )
    def test_paths_are_uris(self, path: str, uri: str) -> None:
        assert _uri(path) == uri
        assert unquote(urlsplit(uri).path).lstrip("/") == path.removeprefix("./").lstrip("/")


COMMAND = re.compile(r"::(?P<name>\w+) (?P<properties>[^\r\n]*?)::(?P<data>[^\r\n]*)")


def commands(text: str) -> list[tuple[str, dict[str, str], str]]:
    """Workflow commands as the runner reads them: name, properties, message."""
    assert text == "" or text.endswith("\n")
    found = []
    for line in text.split("\n")[:-1]:
        match = COMMAND.fullmatch(line)
        assert match, line
        properties = dict(pair.split("=", 1) for pair in match["properties"].split(","))
        found.append(
            (match["name"], {key: unescaped(value, property_=True) for key, value in properties.items()}, unescaped(match["data"]))
        )
    return found


def unescaped(text: str, *, property_: bool = False) -> str:
    pairs = [("%0D", "\r"), ("%0A", "\n"), *([("%3A", ":"), ("%2C", ",")] if property_ else []), ("%25", "%")]
    for code, sign in pairs:
        text = text.replace(code, sign)
    return text


class TestGithub:
    def test_a_command_a_finding(self) -> None:
        first, second = commands(written("github", report(TEXT, SUM, finding(severity="note"), name="甲,乙:1%.txt")))
        assert first == (
            "error",
            {"file": "甲,乙:1%.txt", "line": "3", "endLine": "3", "col": "6", "endColumn": "10", "title": CHECK},
            "the parts do not add up\n90 + 50 = 140\nexpected 140件, found 150件\nhelp: write 140件",
        )
        assert (second[0], second[2]) == ("notice", "the parts do not add up")

    def test_a_place_over_lines_has_no_columns(self) -> None:
        ((_, properties, _data),) = commands(written("github", report("甲\n乙丙", finding(Span(0, 3)))))
        assert properties == {"file": "a.txt", "line": "1", "endLine": "2", "title": CHECK}

    def test_a_report_cannot_give_commands(self) -> None:
        odd = finding(message=Phrase("", "x\n::error::stolen\r\n%0A::stop-commands::y"))
        ((name, _, data),) = commands(written("github", report(TEXT, odd)))
        assert (name, data) == ("error", "x\\x0a::error::stolen\\x0d\\x0a%0A::stop-commands::y")


def issues(text: str) -> list[dict[str, Any]]:
    """A Code Quality report, checked against the fields that GitLab documents."""
    found: list[dict[str, Any]] = json.loads(text)
    for issue in found:
        assert isinstance(issue["description"], str)
        assert isinstance(issue["check_name"], str)
        assert re.fullmatch("[0-9a-f]{64}", issue["fingerprint"])
        assert issue["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert not issue["location"]["path"].startswith("./")
        assert issue["location"]["lines"]["begin"] >= 1
    return found


class TestGitlab:
    def test_an_object_a_finding(self) -> None:
        one = report(TEXT, SUM, finding(severity="warning", fingerprint="1"), finding(severity="note", fingerprint="2"), name="./甲.txt")
        first, second, third = issues(written("gitlab", one))
        assert first["description"] == "the parts do not add up; 90 + 50 = 140; expected 140件, found 150件; help: write 140件"
        assert (first["check_name"], first["location"]) == (CHECK, {"path": "甲.txt", "lines": {"begin": 3, "end": 3}})
        assert [issue["severity"] for issue in (first, second, third)] == ["major", "minor", "info"]

    def test_the_same_finding_in_two_reports_has_two_fingerprints(self) -> None:
        first, second = issues(written("gitlab", report(TEXT, SUM), report(TEXT, name="empty"), report(TEXT, SUM, name="b.txt")))
        assert first["fingerprint"] != second["fingerprint"]

    def test_no_findings_are_an_empty_array(self) -> None:
        assert issues(written("gitlab", report(TEXT), report(TEXT, name="b.txt"))) == []


def suites(text: str) -> list[ET.Element]:
    """The suites of a JUnit document, whose numbers must be right."""
    root = ET.fromstring(text)
    assert root.tag == "testsuites"
    for suite in root:
        assert suite.tag == "testsuite"
        cases = suite.findall("testcase")
        assert len(cases) == int(suite.get("tests", "")) >= 1
        assert len(suite.findall("testcase/failure")) == int(suite.get("failures", ""))
        assert all(case.get("name") and case.get("classname") == suite.get("name") for case in cases)
    return list(root)


class TestJunit:
    def test_a_suite_a_report(self) -> None:
        first, second = suites(
            written(
                "junit",
                report(TEXT, SUM, finding(severity="note"), lang="zh"),
                report(TEXT, name="乙.txt"),
                options=FindingOptions(lang="zh"),
            )
        )
        wrong, told = first
        (failure,) = wrong
        assert (wrong.get("name"), wrong.get("file"), wrong.get("line")) == (f"{CHECK} 3:6", "a.txt", "3")
        assert (failure.get("type"), failure.get("message")) == ("error", "分项之和不等于总数")
        assert (failure.text or "").splitlines() == [
            "分项之和不等于总数",
            "90 + 50 = 140",
            "应为 140件，实为 150件",
            "建议：改为 140件",
            "共办理提案150件，其中主办90件、会办50件。",
        ]
        assert [child.tag for child in told] == ["system-out"]
        assert (second.get("name"), second.get("failures"), [len(case) for case in second]) == ("乙.txt", "0", [0])

    def test_chinese_is_written_as_it_is_and_may_be_written_as_references(self) -> None:
        text = written("junit", report(TEXT, SUM, name="甲.txt", lang="zh"), options=FindingOptions(lang="zh"))
        assert "建议：改为 140件" in text
        ascii_ = text.encode("ascii", "xmlcharrefreplace").decode()
        assert ET.canonicalize(ascii_) == ET.canonicalize(text)

    def test_what_could_not_be_read_is_an_error(self) -> None:
        pages = Pages(formats.get("junit"), FindingOptions())
        pages.totals.unread = [Unread("<a>.txt", 'no "text"'), Unread("", "nowhere")]
        first, second = suites(pages.end())
        assert [first.get(name) for name in ("name", "errors", "failures")] == ["<a>.txt", "1", "0"]
        assert [(child.tag, child.get("message")) for child in first[0]] == [("error", 'no "text"')]
        assert second.get("name") == "govmetrics"

    def test_what_xml_cannot_hold_is_removed(self) -> None:
        odd = finding(message=Phrase("", 'a\x00\x0b\x1f\ufffe<b>&"]]>\t\n\r'))
        (suite,) = suites(written("junit", report(TEXT, odd, name="<\x01>.txt")))
        (failure,) = suite[0]
        assert failure.get("message") == 'a<b>&"]]>\t\n\r'
        assert suite.get("name") == "<>.txt"


class TestConcise:
    def test_one_line_a_finding(self) -> None:
        assert written("concise", report(TEXT, SUM, finding(FIRST, severity="note"))) == (
            f"a.txt:3:6: error: the parts do not add up [{CHECK}]\na.txt:3:15: note: the parts do not add up [{CHECK}]\n"
        )

    def test_verdicts(self) -> None:
        lines = written("concise", report(TEXT, verdicts=VERDICTS, show_verified=True)).splitlines()
        assert lines[0] == "a.txt:3:6: holds: 1 + 1 = 2 [sum]"
        assert lines[3] == "a.txt:3:15: not-assessable: 90件 (no figure of the year before) [sum]"

    def test_statistics(self) -> None:
        one = report(TEXT, finding(check="b"), finding(check="a"), finding(check="b"))
        assert written("concise", one, options=FindingOptions(statistics=True)).splitlines()[3:] == ["     2  b", "     1  a"]


class TestFull:
    def test_the_figures_are_underlined_with_their_roles(self) -> None:
        assert written("full", report(TEXT, SUM)).splitlines()[:8] == [
            f"a.txt:3:6 error {CHECK}",
            "the parts do not add up",
            "3 | 共办理提案150件，其中主办90件、会办50件。",
            "  |           ^^^^^          ~~~~      ~~~~ part",
            "  |                          part",
            "  = 90 + 50 = 140",
            "  = expected 140件, found 150件",
            "  = help: write 140件",
        ]

    def test_roles_that_would_touch_are_stacked(self) -> None:
        text = "1、2、3、4和5"
        spans = [Span(at, at + 1) for at in (0, 2, 4, 6, 8)]
        one = finding(spans[0], *(Related(span, Phrase("", f"a role{number}")) for number, span in enumerate(spans[1:])))
        assert written("full", report(text, one)).splitlines()[2:7] == [
            "1 | 1、2、3、4和5",
            "  | ^  ~  ~  ~  ~ a role3",
            "  |    |  |  a role2",
            "  |    |  a role1",
            "  |    a role0",
        ]

    def test_no_role_covers_the_bar_of_another(self) -> None:
        roles = {5: "seven77", 10: "fifteen letters", 20: "abc", 28: "z"}
        one = finding(Span(0, 1), *(Related(Span(at, at + 1), Phrase("", role)) for at, role in roles.items()))
        assert written("full", report("0123456789" * 3, one)).splitlines()[3:7] == [
            "  | ^    ~    ~         ~       ~ z",
            "  |      |    |         abc",
            "  |      |    fifteen letters",
            "  |      seven77",
        ]

    def test_roles_at_the_edge_end_there(self) -> None:
        text = "a" * 26 + "1、2、3"
        roles = (Related(Span(28, 29), Phrase("", "the second figure")), Related(Span(30, 31), Phrase("", "the third figure")))
        lines = written("full", report(text, finding(Span(26, 27), *roles)), options=FindingOptions(width=40)).splitlines()
        assert lines[2:6] == [
            "1 | " + text,
            "  | " + " " * 26 + "^  ~  ~",
            "  | " + " " * 20 + "the third figure",
            "  | " + " " * 19 + "the second figure",
        ]

    def test_two_roles_of_one_place_share_a_label(self) -> None:
        one = finding(TOTAL, Related(FIRST, PART), Related(FIRST, WHOLE), Related(FIRST, PART))
        assert "~~~~ part / total" in written("full", report(TEXT, one))

    def test_chinese(self) -> None:
        lines = written("full", report(TEXT, SUM, lang="zh"), options=FindingOptions(lang="zh")).splitlines()
        assert lines[:2] == [f"a.txt:3:6 错误 {CHECK}", "分项之和不等于总数"]
        assert lines[3:7] == [
            "  |           ^^^^^          ~~~~      ~~~~ 分项",
            "  |                          分项",
            "  = 90 + 50 = 140",
            "  = 应为 140件，实为 150件",
        ]

    def test_places_far_apart_have_windows_of_their_own(self) -> None:
        text = "标题\n" + "甲" * 9 + "收入12亿元" + "乙" * 200 + "支出10亿元" + "丙" * 90 + "\n丁\n戊9%\n"
        spans = [Span(text.index(word), text.index(word) + len(word)) for word in ("12亿元", "10亿元", "9%")]
        lines = written("full", report(text, finding(spans[1], Related(spans[0], WHOLE), Related(spans[2], PART)))).splitlines()
        sources = [line for line in lines if re.match(r"\d \| ", line)]
        assert [line.count("…") for line in sources] == [1, 2, 0]
        assert ["12亿元" in sources[0], "10亿元" in sources[1], sources[2]] == [True, True, "4 | 戊9%"]
        assert lines.count("...") == 2
        assert max(map(cell_len, lines)) <= 80

    def test_a_place_over_lines_is_shown_on_both(self) -> None:
        lines = written("full", report("甲乙\r\n丙\n丁戊\n", finding(Span(1, 7)))).splitlines()
        assert lines[2:7] == ["1 | 甲乙", "  |   ^^", "...", "3 | 丁戊", "  | ^^"]

    def test_a_place_that_ends_with_its_line_is_on_one(self) -> None:
        assert written("full", report("甲乙\n丙\n", finding(Span(1, 3)))).splitlines()[2:5] == ["1 | 甲乙", "  |   ^^", ""]

    def test_nothing_and_the_end_of_the_text_can_be_pointed_at(self) -> None:
        assert written("full", report("甲\n", finding(Span(2, 2)))).splitlines()[2:4] == ["2 |", "  | ^"]

    def test_what_would_be_obeyed_or_hidden_is_shown(self) -> None:
        text = "甲\x1b[2J\u202e\u200b乙\t9%"
        odd = finding(Span(len(text) - 2, len(text)), message=Phrase("", "[red]x[/red]\x07 :smile:"))
        lines = written("full", report(text, odd, name="a\x1bb")).splitlines()
        assert lines[0].startswith("a\\x1bb:1:")
        assert lines[1] == "[red]x[/red]\\x07 :smile:"
        assert lines[2] == "1 | 甲\\x1b[2J\\u202e\\u200b乙    9%"
        assert lines[3] == "  | " + " " * 27 + "^^"

    def test_colour_only_where_it_is_asked_for_and_nothing_else_changes(self) -> None:
        one = report(TEXT, SUM, finding(message=Phrase("", "长" * 200 + "[bold]")), verdicts=VERDICTS, show_verified=True)
        plain, colour = (written("full", one, options=FindingOptions(width=80, colour=name)) for name in (None, "standard"))
        assert "\x1b" not in plain
        assert "\x1b[1;31merror" in colour
        assert [line.rstrip() for line in re.sub(r"\x1b\[[\d;]*m", "", colour).splitlines()] == plain.splitlines()

    @pytest.mark.parametrize(("asked", "limit"), [(None, 80), (20, 40), (60, 60), (100, 100), (500, 120)])
    def test_the_window_is_as_wide_as_the_terminal_within_reason(self, asked: int | None, limit: int) -> None:
        text = "前，" * 200 + "9%%" + "，后" * 200
        lines = written("full", report(text, finding(Span(400, 403))), options=FindingOptions(width=asked)).splitlines()
        assert limit - 2 <= cell_len(lines[2]) <= limit

    def test_a_window_ends_with_its_sentence(self) -> None:
        text = "前一句不必看。" * 30 + "完成率5%%。" + "后一句也不必看。" * 30
        at = text.index("%%")
        assert written("full", report(text, finding(Span(at, at + 2)))).splitlines()[2] == "1 | …完成率5%%。…"

    def test_verdicts_are_listed(self) -> None:
        lines = written("full", report(TEXT, verdicts=VERDICTS, show_verified=True)).splitlines()
        assert lines[0] == "a.txt:3:6 holds 1 + 1 = 2 [sum]"
        assert lines[3] == "a.txt:3:15 not assessable 90件 (no figure of the year before) [sum]"
        zh = written("full", report(TEXT, verdicts=VERDICTS, lang="zh", show_verified=True), options=FindingOptions(lang="zh")).splitlines()
        assert zh[3] == "a.txt:3:15 无法核对 90件（没有上年数） [sum]"

    @given(st.lists(st.sampled_from(["甲", "a", "１", "%", "，", "\t", "\x07", "é", "e\u0301", "😀", "。", "\n"]), max_size=200), st.data())
    def test_carets_stand_below_the_place(self, pieces: list[str], data: st.DataObject) -> None:
        text = "".join(pieces) + "9%"
        start = data.draw(st.integers(0, len(text) - 1))
        end = min(len(text), start + data.draw(st.integers(1, 9)))
        lines = written("full", report(text, finding(Span(start, end)))).splitlines()
        (at,) = [index for index, line in enumerate(lines) if "^" in line][:1]
        # Blanks at the end of a line are not written.
        source, signs = lines[at - 1].ljust(100), lines[at]
        before, below = signs.index("^"), signs.count("^")
        place = text[start:end].split("\n")[0]
        shown = next(source[:cut] for cut in range(len(source) + 1) if width(source[:cut]) == before)
        rest = source[len(shown) :]
        # A mark without a width of its own belongs to the letter before it.
        assert rest.lstrip("\u0301").startswith(visible(place).lstrip("\u0301").rstrip(" "))
        assert below == max(1, width(visible(place)))


class TestSummary:
    @pytest.mark.parametrize(
        ("summary", "lang", "lines"),
        [
            (Summary(Severities(), {}, Relations()), "en", ["no relation between figures could be verified"]),
            (Summary(Severities(), {}, Relations()), "zh", ["没有可核对的数量关系"]),
            (Summary(Severities(), {}, Relations(not_assessable=3)), "zh", ["没有可核对的数量关系；无法核对 3 处"]),
            (Summary(Severities(), {}, Relations(2, 1)), "zh", ["未发现问题", "已核对数量关系 3 处（相符 2，舍去尾数后相符 1）"]),
            (
                Summary(Severities(1, 0, 2), {}, Relations(4, fails=1, not_assessable=5), 1, 2),
                "en",
                [
                    "errors: 1, warnings: 0, notes: 2",
                    "relations verified: 5 (holds 4, fails 1); not assessable: 5",
                    "suppressed: 1",
                    "in the baseline: 2",
                ],
            ),
            (Summary(Severities(note=1), {}, Relations()), "zh", ["错误 0 处，警告 0 处，提示 1 处", "没有可核对的数量关系"]),
        ],
    )
    def test_what_was_verified_is_said(self, summary: Summary, lang: str, lines: list[str]) -> None:
        totals = FindingTotals()
        totals.add(summary)
        assert summarise(totals, lang) == lines

    def test_every_verdict_has_its_words(self) -> None:
        totals = FindingTotals()
        totals.add(report(TEXT, verdicts=[verdict(status) for status in STATUSES]).summary)
        assert summarise(totals, "en")[1] == (
            "relations verified: 4 (holds 1, holds if truncated 1, holds with another base 1, fails 1); not assessable: 1"
        )

    def test_a_full_document_ends_with_it(self) -> None:
        text = written("full", report(TEXT, SUM, verdicts=VERDICTS), report(TEXT, name="b.txt"), options=FindingOptions(statistics=True))
        assert text.splitlines()[9:] == [
            f"     1  {CHECK}",
            "",
            "reports: 2",
            "errors: 1, warnings: 0, notes: 0",
            "relations verified: 3 (holds 2, fails 1); not assessable: 1",
        ]


@pytest.mark.parametrize("name", formats.names())
def test_no_format_loads_rich_without_colour(name: str) -> None:
    code = (
        "import sys\n"
        "from govmetrics.document import parse\n"
        "from govmetrics.output import findings\n"
        "from govmetrics.output.findings.record import checked\n"
        "report = checked(parse('9%%'), 'utf-8', [], [], 'en')\n"
        "page = findings.get(sys.argv[1])\n"
        "options = findings.FindingOptions()\n"
        "page.head(options), page.render(report, options), page.tail(options, findings.FindingTotals())\n"
        "print(*(name for name in ('rich', 'xml', 'json', 'hashlib') if name in sys.modules))\n"
    )
    environment = {key: value for key, value in os.environ.items() if not key.startswith("COV")}
    ended = subprocess.run([sys.executable, "-c", code, name], capture_output=True, text=True, env=environment, timeout=60, check=True)
    assert ended.stdout == "\n"


NASTY = ["\x00", "\x1b[31m", "\r\n", "\n", "\u2028", "\ud800", "\udfff", "[red]", "[/]", '"', "'", "]]>", "<!--", "&", "{0}", "[1](2)"]
NASTY += ["::error::", "%0A", "\u202e", "\u200f", "\u0301", "😀", "\ufffe", "\\", "9%", "其中", "。", "\t"]
WORDS = st.lists(st.sampled_from(NASTY) | st.text(st.characters(), max_size=4), max_size=12).map("".join)
PHRASES = st.builds(Phrase, WORDS, WORDS)


@st.composite
def anything(draw: st.DrawFn) -> tuple[CheckedReport, FindingOptions]:
    text = draw(WORDS) * draw(st.sampled_from([1, 1, 9]))
    spans = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(lambda pair: Span(*sorted(pair)))
    related = st.lists(st.builds(Related, spans, PHRASES), max_size=4).map(tuple)
    severities: st.SearchStrategy[Severity] = st.sampled_from(SEVERITIES)
    found = st.builds(
        Finding,
        check=st.sampled_from([CHECK, "other"]),
        group=st.sampled_from(GROUPS),
        severity=severities,
        span=spans,
        message=PHRASES,
        related=related,
        help=st.none() | PHRASES,
        expected=WORDS,
        found=WORDS,
        arithmetic=WORDS,
        fingerprint=st.just("00ff"),
    )
    said = st.builds(
        Verdict,
        check=st.just(CHECK),
        status=st.sampled_from(STATUSES),
        span=spans,
        related=related,
        arithmetic=WORDS,
        reason=st.none() | PHRASES,
    )
    lang = draw(st.sampled_from(["en", "zh"]))
    document = parse(text, draw(WORDS))
    one = checked(
        document, "utf-8", draw(st.lists(found, max_size=3)), draw(st.lists(said, max_size=3)), lang, show_verified=draw(st.booleans())
    )
    return one, FindingOptions(lang, draw(st.sampled_from([None, 10, 80])), draw(st.sampled_from([None, "truecolor"])), draw(st.booleans()))


@given(anything(), st.sampled_from(formats.names()))
def test_any_report_is_written_and_can_be_read_back(made: tuple[CheckedReport, FindingOptions], name: str) -> None:
    one, options = made
    text = written(name, one, report(TEXT), one, options=options)
    text.encode()
    number = 2 * len(one.record.findings)
    listed = number + 2 * len(one.record.verdicts)
    if name == "json":
        assert sum(len(each["findings"]) for each in json.loads(text)["reports"]) == number
    elif name == "ndjson":
        assert len([json.loads(line) for line in text.split("\n")[:-1]]) == listed
    elif name == "sarif":
        log = json.loads(text)
        jsonschema.Draft4Validator(SARIF).validate(log)
        assert len(log["runs"][0]["results"]) == number
    elif name == "github":
        assert len(commands(text)) == number
    elif name == "gitlab":
        assert len(issues(text)) == number
    elif name == "junit":
        assert sum(len(suite.findall("testcase/*")) for suite in suites(text)) == number
    else:
        shown = re.sub(r"\x1b\[[\d;]*m", "", text) if options.colour and name == "full" else text
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]", shown)
        if name == "concise" and not options.statistics:
            assert shown.count("\n") == listed
