"""Which reports a command line names, and how their bytes are fetched."""

from __future__ import annotations

import builtins
import io
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from govmetrics.errors import ReadError, UsageError
from govmetrics.reading import Source, discover, load

TEXT = "全年接待来访37批、152人次。\r\n"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def plant(*names: str) -> None:
    for name in names:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_bytes(TEXT.encode())


def link(target: str, name: str) -> None:
    try:
        os.symlink(target, name)
    except OSError:
        pytest.skip("this system makes no symbolic links for this user")


def names(*paths: str) -> list[str]:
    sources, errors = discover(paths)
    assert errors == []
    assert all(source.path == source.name for source in sources)
    return [source.name for source in sources]


def messages(*paths: str) -> tuple[list[str], list[str]]:
    sources, errors = discover(paths)
    assert all(type(error) is ReadError and "\n" not in str(error) for error in errors)
    return [source.name for source in sources], [str(error) for error in errors]


def joined(*parts: str) -> str:
    return os.sep.join(parts)


def test_file_is_taken_whatever_its_extension(here: Path) -> None:
    plant("b.txt", "a.csv", "README", ".hidden")
    assert names("b.txt", "a.csv", "README", ".hidden") == ["b.txt", "a.csv", "README", ".hidden"]


def test_folder_gives_reports_by_name_and_subfolders_last(here: Path) -> None:
    plant("d/b.txt", "d/a/z.md", "d/a/C.TXT", "d/c.text", "d/a/deep/er/x.txt", "d/Z.txt")
    plant("d/README", "d/a.csv", "d/.h.txt", "d/.git/x.txt", "d/empty.d/txt")
    assert names("d") == [
        joined("d", "Z.txt"),
        joined("d", "b.txt"),
        joined("d", "c.text"),
        joined("d", "a", "C.TXT"),
        joined("d", "a", "z.md"),
        joined("d", "a", "deep", "er", "x.txt"),
    ]


def test_folder_is_named_as_given(here: Path) -> None:
    plant("d/b.txt", ".h/a.txt")
    assert names("d" + os.sep) == [joined("d", "b.txt")]
    assert names(joined(".", "d")) == [joined(".", "d", "b.txt")]
    assert names(str(here / "d")) == [str(here / "d" / "b.txt")]
    assert names(".h") == [joined(".h", "a.txt")]


def test_folder_ending_like_a_report(here: Path) -> None:
    plant("d.txt/a.txt", "d.txt/e.txt/b.txt")
    assert names("d.txt") == [joined("d.txt", "a.txt"), joined("d.txt", "e.txt", "b.txt")]


def test_report_named_twice_is_taken_once(here: Path) -> None:
    plant("d/a.txt", "d/b.txt")
    again = joined(".", "d", "b.txt")
    assert names(again, "d", joined("d", "a.txt"), "d") == [again, joined("d", "a.txt")]


def test_standard_input_once_and_in_its_place(here: Path) -> None:
    plant("a.txt")
    sources, errors = discover(["-", "a.txt", "-"])
    assert sources == [Source("-", None), Source("a.txt", "a.txt")]
    assert errors == []


def test_nothing_named_is_nothing_found() -> None:
    assert discover([]) == ([], [])


def test_missing_paths_do_not_stop_the_others(here: Path) -> None:
    plant("a.txt", "b.txt")
    found, said = messages("a.txt", "gone.txt", "", "x\0y", joined("a.txt", "z"), "b.txt")
    assert found == ["a.txt", "b.txt"]
    assert said[0] == "gone.txt: no such file or folder: check the path"
    assert said[1] == '"": no such file or folder: check the path'
    assert said[2].startswith("x\0y: cannot be read (")
    assert said[3].startswith(joined("a.txt", "z") + ": ")
    assert len(said) == 4


def test_folder_without_reports(here: Path) -> None:
    plant("d/a.csv", "d/e/b.pdf")
    found, said = messages("d")
    assert found == []
    assert said == ["d: no reports (.txt, .text, .md) in this folder: name the files to read others"]


def test_unreadable_subfolder_is_reported_and_the_rest_read(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plant("d/a.txt", "d/locked/b.txt", "d/open/c.txt")
    real: Callable[[str], Any] = os.scandir

    def scandir(path: str) -> Any:
        if path.endswith("locked"):
            raise PermissionError(13, "Permission denied", path)
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    found, said = messages("d")
    assert found == [joined("d", "a.txt"), joined("d", "open", "c.txt")]
    assert len(said) == 1
    assert said[0].startswith(joined("d", "locked") + ": no permission")
    found, said = messages(joined("d", "locked"))
    assert found == []
    assert len(said) == 1, "an unreadable folder is not also one without reports"


def test_loop_of_links_ends(here: Path) -> None:
    plant("d/a.txt", "d/e/b.txt")
    link(os.pardir, joined("d", "e", "up"))
    link("e", joined("d", "e2"))
    assert names("d") == [joined("d", "a.txt"), joined("d", "e", "b.txt")]


def test_links_to_reports(here: Path) -> None:
    plant("d/a.txt", "other/real.dat")
    link(joined(os.pardir, "other", "real.dat"), joined("d", "b.txt"))
    link("gone", joined("d", "dead.txt"))
    link("gone", joined("d", "dead.csv"))
    link("self.txt", joined("d", "self.txt"))
    link("self.csv", joined("d", "self.csv"))
    found, said = messages("d")
    assert found == [joined("d", "a.txt"), joined("d", "b.txt")]
    assert [line.split(": ")[0] for line in said] == [joined("d", "dead.txt"), joined("d", "self.txt")]
    assert "does not exist" in said[0]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_named_pipe_in_a_folder_is_not_waited_for(here: Path) -> None:
    plant("d/a.txt")
    os.mkfifo(joined("d", "pipe.txt"))
    assert names("d") == [joined("d", "a.txt")]


def test_depth_does_not_matter(here: Path) -> None:
    folder = "d"
    os.mkdir(folder)
    for _ in range(1200):
        folder += os.sep + "e"
        try:
            os.mkdir(folder)
        except OSError:
            pytest.skip("this system has a low limit on the length of paths")
    plant(joined(folder, "a.txt"))
    found = names("d")
    # pytest removes its folders by recursion, which is not made for such depths
    os.remove(joined(folder, "a.txt"))
    while folder:
        os.rmdir(folder)
        folder = os.path.dirname(folder)
    assert found == [os.sep.join(["d", *["e"] * 1200, "a.txt"])]


def test_load_file(here: Path) -> None:
    Path("a.txt").write_bytes(TEXT.encode("gb18030"))
    assert load(Source("a.txt", "a.txt")) == (TEXT, "gb18030")
    assert load(Source("a.txt", "a.txt"), "gbk") == (TEXT, "gbk")


def test_load_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode("utf-16")), encoding="ascii"))
    assert load(Source("-", None)) == (TEXT, "utf-16-le")


def test_load_closed_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(ReadError, match=r"^-: standard input is closed"):
        load(Source("-", None))


def test_load_names_the_source_in_errors(here: Path) -> None:
    Path("a.txt").write_bytes(b"%PDF-1.4")
    with pytest.raises(ReadError, match=r"^a\.txt: a PDF document"):
        load(Source("a.txt", "a.txt"))
    with pytest.raises(UsageError, match="unknown encoding"):
        load(Source("a.txt", "a.txt"), "klingon")


def test_load_vanished_file(here: Path) -> None:
    with pytest.raises(ReadError, match=r"^a\.txt: no such file or folder"):
        load(Source("a.txt", "a.txt"))


@pytest.mark.parametrize(
    ("failure", "words"),
    [
        (PermissionError(13, "Permission denied"), "no permission to read it: "),
        (IsADirectoryError(21, "Is a directory"), "a folder, not a file: "),
        (OSError(5, "Input/output error"), "cannot be read (Input/output error): "),
        (ValueError("embedded null byte"), "cannot be read (embedded null byte): "),
    ],
)
def test_load_failures_in_plain_words(failure: Exception, words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise failure

    monkeypatch.setattr(builtins, "open", refuse)
    with pytest.raises(ReadError) as caught:
        load(Source("a.txt", "a.txt"))
    monkeypatch.undo()
    assert str(caught.value).startswith(f"a.txt: {words}")


@pytest.mark.skipif(not os.path.exists("/dev/zero"), reason="needs a file without end")
def test_load_what_never_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("govmetrics.reading.files._MOST", 1 << 23)
    with pytest.raises(ReadError, match=r"^/dev/zero: too large for a report, more than 8 MiB: split it$"):
        load(Source("/dev/zero", "/dev/zero"))


def test_load_what_is_read_in_several_pieces(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("govmetrics.reading.files._PIECE", 7)
    (here / "long.txt").write_text("全年受理来信1200件。" * 9, encoding="utf-8")
    assert load(Source("long.txt", str(here / "long.txt"))) == ("全年受理来信1200件。" * 9, "utf-8")
