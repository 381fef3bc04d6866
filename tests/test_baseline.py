"""The baseline: known findings stay hidden through edits elsewhere, and entries that have become stale are named."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any

import pytest
from clirun import ID, SLIP, Run, process, run, write
from hypothesis import given
from hypothesis import strategies as st

from govmetrics.cli.baseline import Checked, Entry, decode, encode, known, renewed, stale
from govmetrics.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

A = Entry("a.txt", ID, "11", "百分号重复")
B = Entry("a.txt", "impossible-date", "22")
C = Entry("old/c.txt", ID, "33")
BOTH = frozenset({ID, "impossible-date"})

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
entries = st.lists(st.builds(Entry, texts, texts, texts, texts), max_size=6)


def nothing(_: str) -> bool:
    """Says of no path that its report is gone."""
    return False


class TestFile:
    @given(entries)
    def test_what_is_written_can_be_read_and_has_one_order(self, some: list[Entry]) -> None:
        text = encode(some)
        assert decode(text.encode()) == sorted(some)
        assert encode(reversed(some)) == text

    def test_it_is_made_for_people_and_version_control(self) -> None:
        assert encode([B, A]) == (
            '{\n "version": 1,\n "findings": [\n'
            f'  {{\n   "path": "a.txt",\n   "check": "{ID}",\n   "fingerprint": "11",\n   "message": "百分号重复"\n  }},\n'
            '  {\n   "path": "a.txt",\n   "check": "impossible-date",\n   "fingerprint": "22"\n  }\n ]\n}\n'
        )

    @pytest.mark.parametrize(
        "data",
        [
            b"",
            b"[]",
            b'{"version": 2, "findings": []}',
            b'{"version": 1}',
            b'{"version": 1, "findings": [{"path": "a"}]}',
            b'{"version": 1, "findings": [{"path": 1, "check": "a", "fingerprint": "b"}]}',
            b"\xff\xfe",
            b'{"version": 1, "findings": [{"path": "\xff", "check": "a", "fingerprint": "b"}]}',
        ],
    )
    def test_another_file_is_none(self, data: bytes) -> None:
        with pytest.raises(UsageError, match=r"^is no baseline file \(.*\); name another one, or remove it"):
            decode(data)


class TestCompare:
    def test_known_by_report(self) -> None:
        assert known([A, B, C]) == {"a.txt": {(ID, "11"), ("impossible-date", "22")}, "old/c.txt": {(ID, "33")}}

    def test_stale_is_what_was_looked_for_in_vain(self) -> None:
        assert stale([A, B, C], {"a.txt": Checked(BOTH, (B,))}, nothing) == [A]
        assert stale([A, B, C], {"a.txt": Checked(frozenset({ID}), ())}, nothing) == [A]
        assert stale([A, B, C], {"b.txt": Checked(BOTH, ())}, nothing) == []

    def test_stale_is_what_has_no_report_any_more(self) -> None:
        assert stale([C, A, B], {"a.txt": Checked(BOTH, (A, B))}, lambda path: path == "old/c.txt") == [C]
        assert stale([A, B, C], {"a.txt": Checked(BOTH, (A, B))}, lambda path: path == "a.txt") == []

    def test_the_words_of_a_message_make_no_difference(self) -> None:
        assert stale([A], {"a.txt": Checked(BOTH, (Entry("a.txt", ID, "11", "别的说法"),))}, nothing) == []

    def test_renewed_keeps_what_could_not_be_judged(self) -> None:
        new = Entry("a.txt", ID, "44")
        run_ = {"a.txt": Checked(frozenset({ID}), (new,))}
        assert renewed([A, B, C], run_, lambda _: True, BOTH) == {new, B, C}
        assert renewed([A, B, C], run_, lambda path: path == "a.txt", BOTH) == {new, B}
        assert renewed([A, B, C], run_, lambda _: True, {ID}) == {new, C}


@pytest.fixture
def drafts(tmp_path: Path) -> Path:
    write(tmp_path / "a.txt", "2024年工作报告", SLIP, "投资增长3.2%%。")
    write(tmp_path / "old" / "b.txt", "2019年工作报告", "消费增长4.5%%。")
    return tmp_path


def check(drafts: Path, *arguments: str) -> Run:
    return run("check", "--select", ID, *arguments, cwd=drafts)


def saved(path: Path) -> list[dict[str, Any]]:
    document = json.loads(path.read_text(encoding="utf-8"))
    assert document["version"] == 1
    findings: list[dict[str, Any]] = document["findings"]
    return findings


class TestCommandLine:
    def test_known_findings_are_hidden_and_counted(self, drafts: Path) -> None:
        update = check(drafts, ".", "--baseline", "known.json", "--update-baseline")
        assert (update.status, update.out, update.err) == (0, "", "known.json: known findings: 3\n")
        assert [entry["path"] for entry in saved(drafts / "known.json")] == ["a.txt", "a.txt", "old/b.txt"]
        again = check(drafts, ".", "--baseline", "known.json")
        assert again == Run(0, "", "")
        counted = json.loads(check(drafts, ".", "--baseline", "known.json", "-f", "json").out)
        assert [report["summary"]["baselined"] for report in counted["reports"]] == [2, 1]

    def test_edits_elsewhere_do_not_bring_them_back(self, drafts: Path) -> None:
        check(drafts, ".", "--baseline", "known.json", "--update-baseline")
        text = (drafts / "a.txt").read_text(encoding="utf-8")
        edited = "关于发展的报告\n一、总体情况\n" + text.replace("好于预期", "略高于年初预期") + "出口增长7.7%%。\n"
        (drafts / "a.txt").write_text(edited, encoding="utf-8")
        done = check(drafts, ".", "--baseline", "known.json")
        assert done.status == 1
        assert done.out.splitlines() == [f"./a.txt:6:8: error: the percent sign is written twice [{ID}]"]
        assert done.err == ""

    def test_a_second_slip_of_the_same_words_is_new(self, drafts: Path) -> None:
        check(drafts, ".", "--baseline", "known.json", "--update-baseline")
        with (drafts / "a.txt").open("a", encoding="utf-8") as file:
            file.write(SLIP + "\n")
        assert check(drafts, ".", "--baseline", "known.json").status == 1

    def test_stale_entries_are_named_and_removed(self, drafts: Path) -> None:
        check(drafts, ".", "--baseline", "known.json", "--update-baseline")
        write(drafts / "old" / "b.txt", "2019年工作报告", "消费增长4.5%。")
        mark = saved(drafts / "known.json")[2]["fingerprint"]
        assert check(drafts, "a.txt", "--baseline", "known.json") == Run(0, "", "")
        assert check(drafts, ".", "--baseline", "known.json").err.splitlines() == [
            f"known.json: old/b.txt: {ID} is no longer found (fingerprint {mark})",
            "known.json: stale entries: 1; --update-baseline removes them",
        ]
        check(drafts, "old", "--baseline", "known.json", "--update-baseline")
        assert [entry["path"] for entry in saved(drafts / "known.json")] == ["a.txt", "a.txt"]

    def test_reports_that_are_gone_leave_it(self, drafts: Path) -> None:
        check(drafts, ".", "--baseline", "known.json", "--update-baseline")
        (drafts / "old" / "b.txt").unlink()
        check(drafts, "a.txt", "--baseline", "known.json", "--update-baseline")
        assert [entry["path"] for entry in saved(drafts / "known.json")] == ["a.txt", "a.txt"]

    def test_a_run_over_their_folder_names_entries_of_reports_that_are_gone(self, drafts: Path) -> None:
        check(drafts, ".", "--baseline", "known.json", "--update-baseline")
        mark = saved(drafts / "known.json")[2]["fingerprint"]
        (drafts / "old" / "b.txt").unlink()
        write(drafts / "old" / "new" / "d.txt", "消费增长4.5%。")
        named = f"known.json: old/b.txt: {ID} is no longer found (fingerprint {mark})\n"
        summed = "known.json: stale entries: 1; --update-baseline removes them\n"
        for paths in (["."], ["a.txt", "old"], [str(drafts)]):
            assert check(drafts, *paths, "--baseline", "known.json") == Run(0, "", named + summed)
        for paths in (["a.txt"], ["old/new"], ["a.txt", "old/new/d.txt"]):
            assert check(drafts, *paths, "--baseline", "known.json") == Run(0, "", "")
        (drafts / "c.txt").write_bytes(b"%PDF-1.7\n")
        assert "no longer found" not in check(drafts, ".", "--baseline", "known.json").err

    def test_standard_input_is_never_gone(self, drafts: Path) -> None:
        arguments = ["check", "-", "--select", ID, "--baseline", "known.json", "--update-baseline"]
        run(*arguments, cwd=drafts, data=SLIP.encode())
        assert "stale" not in check(drafts, ".", "--baseline", "known.json").err
        check(drafts, "old", "--baseline", "known.json", "--update-baseline")
        assert [entry["path"] for entry in saved(drafts / "known.json")] == ["-", "old/b.txt"]

    def test_many_stale_entries_are_cut_short(self, drafts: Path) -> None:
        write(drafts / "a.txt", *(f"第{number}项增长{number}.5%%。" for number in range(12)))
        check(drafts, "a.txt", "--baseline", "known.json", "--update-baseline")
        write(drafts / "a.txt", "没有数据。")
        lines = check(drafts, "a.txt", "--baseline", "known.json").err.splitlines()
        assert (len(lines), lines[-1]) == (11, "known.json: stale entries: 12; --update-baseline removes them")

    def test_paths_count_from_the_file_wherever_the_run_is(self, drafts: Path) -> None:
        write(drafts / "govmetrics.toml", 'baseline = "known/base.json"')
        (drafts / "known").mkdir()
        check(drafts, "old", "--update-baseline")
        assert [entry["path"] for entry in saved(drafts / "known" / "base.json")] == ["../old/b.txt"]
        for arguments, folder in ((["b.txt"], drafts / "old"), ([str(drafts / "old")], drafts), (["../old"], drafts / "known")):
            assert run("check", "--select", ID, *arguments, cwd=folder) == Run(0, "", "")

    def test_the_file_is_the_same_however_it_is_made(self, drafts: Path) -> None:
        for number, arguments in enumerate([[".", "--jobs", "2"], ["old", "a.txt"], [".", "--lang", "zh"]]):
            process("check", "--select", ID, *arguments, "--baseline", f"{number}.json", "--update-baseline", cwd=drafts)
        assert (drafts / "0.json").read_bytes() == (drafts / "1.json").read_bytes() == (drafts / "2.json").read_bytes()

    def test_an_unreadable_report_loses_no_entry(self, drafts: Path) -> None:
        check(drafts, ".", "--baseline", "known.json", "--update-baseline")
        before = saved(drafts / "known.json")
        (drafts / "old" / "b.txt").write_bytes(b"%PDF-1.7\n")
        done = check(drafts, ".", "--baseline", "known.json", "--update-baseline")
        assert done.status == 2
        assert saved(drafts / "known.json") == before

    def test_nothing_readable_leaves_it_alone(self, drafts: Path) -> None:
        (drafts / "c.txt").write_bytes(b"%PDF-1.7\n")
        assert check(drafts, "c.txt", "--baseline", "known.json", "--update-baseline").status == 2
        assert not (drafts / "known.json").exists()

    def test_standard_input_is_a_report_too(self, drafts: Path) -> None:
        arguments = ["check", "-", "--select", ID, "--baseline", "known.json"]
        assert run(*arguments, "--update-baseline", cwd=drafts, data=SLIP.encode()).status == 0
        assert saved(drafts / "known.json")[0]["path"] == "-"
        assert run(*arguments, cwd=drafts, data=f"一、经济\n{SLIP}".encode()) == Run(0, "", "")

    @pytest.mark.parametrize(
        ("arguments", "error"),
        [
            (["--update-baseline"], "--update-baseline needs a file to write: name it with --baseline FILE or in the configuration\n"),
            (["--baseline", "no.json"], "no.json: no such baseline file; make it with --update-baseline\n"),
            (["--baseline", "old"], "old: cannot be read (is a directory); check the path and its permissions\n"),
            (["--baseline", "a.txt"], "a.txt: is no baseline file ("),
            (["--baseline", "a.txt", "--update-baseline"], "a.txt: is no baseline file ("),
            (
                ["--baseline", "x.json", "--update-baseline", "-o", "x.json"],
                "x.json: this is the baseline file; write the results to another one\n",
            ),
        ],
    )
    def test_what_is_wrong_is_a_line(self, drafts: Path, arguments: list[str], error: str) -> None:
        before = (drafts / "a.txt").read_bytes()
        done = check(drafts, "a.txt", *arguments)
        assert (done.status, done.out) == (2, "")
        assert done.err.startswith(error)
        assert done.err.count("\n") == 1
        assert (drafts / "a.txt").read_bytes() == before
        assert sorted(os.listdir(drafts)) == ["a.txt", "old"]

    def test_every_report_needs_a_file_to_renew(self, drafts: Path) -> None:
        write(drafts / "old" / "govmetrics.toml", 'baseline = "known.json"')
        assert check(drafts, "old", "--update-baseline").status == 0
        assert check(drafts, ".", "--update-baseline").status == 2

    def test_a_file_that_cannot_be_written_is_a_line(self, drafts: Path) -> None:
        done = check(drafts, "a.txt", "--baseline", "nowhere/known.json", "--update-baseline")
        assert done.status == 2
        assert done.err.startswith("nowhere/known.json: cannot write: no such file or directory; ")
        assert done.err.count("\n") == 1
