"""Rule files: what is wrong with them is said at once and in one line each; a user's folder extends and overrides."""

from __future__ import annotations

import os
import pickle
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from govmetrics import cache as kept
from govmetrics import extract, parse, rulebook, rulecache
from govmetrics.errors import RuleError, RuleErrors
from govmetrics.rulebook import RuleBook

GOOD = """
kind = "count"
why = "Villages count."
first = ["digit"]
order = 1
pattern = '''{{digits:value}}(?P<unit>个寨子)'''
[[example]]
text = "走访12个寨子"
finds = ["12 个寨子"]
[[example]]
text = "寨子"
finds = []
"""
Write = Callable[[str, str], Path]


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    folder = tmp_path / "rules"
    folder.mkdir()
    return folder


@pytest.fixture
def write(rules: Path) -> Write:
    def put(name: str, content: str) -> Path:
        path = rules / name
        path.write_text(content, encoding="utf-8")
        return path

    return put


def compiled(*folders: Path) -> RuleBook:
    return rulebook.compile_folders([rulebook.builtin(), *map(str, folders)])


def errors_of(*folders: Path) -> list[str]:
    with pytest.raises(RuleErrors) as caught:
        compiled(*folders)
    lines = str(caught.value).splitlines()
    assert len(lines) == len(caught.value.errors), "one line an error"
    return lines


def found(book: RuleBook, text: str) -> list[str]:
    return [f"{metric.rule}: {metric.value} {metric.unit}".rstrip() for metric in extract(parse(text), book)]


class TestErrors:
    @pytest.mark.parametrize(
        ("old", "new", "says"),
        [
            ('kind = "count"', 'kind = "weight"', ["unknown kind weight", "count", "none"]),
            ('kind = "count"', "kind = 3", ["kind must be a text"]),
            ('kind = "count"\n', "", ["kind is missing", "count"]),
            ('why = "Villages count."\n', "", ["why is missing"]),
            ('why = "Villages count."', 'why = "Villages count."\nwhy = "Twice."', ["no valid TOML", "line 4"]),
            ("order = 1", 'order = "first"', ["order must be a whole number"]),
            ("order = 1", "order = 1\npriority = 2", ["unknown key priority", "order"]),
            ("{{digits:value}}", "{{digitz:value}}", ["pattern", "unknown fragment digitz", "digits"]),
            ("{{digits:value}}", "({{digits:value}}", ["pattern", "bad regular expression", "mend"]),
            ("{{digits:value}}(?P<unit>个寨子)", "(?:个寨子)?", ["pattern", "empty text"]),
            ('first = ["digit"]', "first = [3]", ["first", "digit", "hanzi"]),
            ('first = ["digit"]\n', "", ["first", "digit", "hanzi"]),
            ('first = ["digit"]', 'after = "numeral"', ["unknown head numeral", "number", "hanzi"]),
            ("finds = []", 'finds = ["1 个寨子"]', ["no counter-example", "finds = []"]),
            ("finds = []", 'finds = "nothing"', ["example 2", "finds"]),
            ('text = "寨子"\n', "", ["example 2", "text"]),
            ("[[example]]", "[[examples]]", ["unknown key examples", "example is missing"]),
        ],
    )
    def test_each_says_its_file_and_remedy(self, rules: Path, write: Write, old: str, new: str, says: list[str]) -> None:
        path = write("village.toml", GOOD.replace(old, new))
        lines = errors_of(rules)
        assert all(line.startswith(f"{path}: ") for line in lines)
        for words in says:
            assert any(words in line for line in lines), lines

    def test_a_rule_that_is_right_raises_nothing(self, rules: Path, write: Write) -> None:
        write("village.toml", GOOD)
        assert "village" in compiled(rules).rules

    def test_a_pattern_without_the_group_of_its_kind_is_told(self, rules: Path, write: Write) -> None:
        path = write("village.toml", GOOD.replace("{{digits:value}}(?P<unit>个寨子)", "{{digits}}(?P<unit>个寨子)"))
        (line,) = errors_of(rules)
        assert line.startswith(f"{path}: ")
        assert "value" in line

    def test_all_errors_of_all_files_come_together(self, rules: Path, write: Write) -> None:
        write("a.toml", "kind = \n")
        write("b.toml", GOOD.replace('"count"', '"weight"').replace("digits:value", "digitz:value").replace("finds = []", 'finds = ["x"]'))
        write("c.toml", GOOD.replace("order = 1", "odrer = 1").replace('why = "Villages count."', "why = 1"))
        write("d.toml", GOOD)
        lines = errors_of(rules)
        assert {os.path.basename(line.split(":")[0]) for line in lines} == {"a.toml", "b.toml", "c.toml"}
        assert sum("b.toml" in line for line in lines) == 3
        assert sum("c.toml" in line for line in lines) == 2

    def test_an_unknown_key_hides_no_other_error(self, rules: Path, write: Write) -> None:
        content = GOOD.replace("order = 1", "odrer = 1").replace('"count"', '"weight"').replace("digits:value", "digitz:value")
        write("a.toml", content.replace('["digit"]', "[3]").replace("finds = []", "finds = 0"))
        lines = errors_of(rules)
        wanted = ("unknown key odrer", "unknown kind weight", "unknown fragment digitz", "first must list", "example 2 needs")
        assert [sum(words in line for line in lines) for words in wanted] == [1] * 5
        assert len(lines) == 5

    def test_a_file_that_is_no_utf_8(self, rules: Path) -> None:
        (rules / "gbk.toml").write_bytes(GOOD.encode("gb18030"))
        (line,) = errors_of(rules)
        assert "gbk.toml: is not UTF-8 at byte" in line

    def test_a_folder_that_is_none(self, tmp_path: Path) -> None:
        (line,) = errors_of(tmp_path / "absent")
        assert line == f"{tmp_path / 'absent'}: is no folder of rules; --rules takes a folder with NAME.toml files"

    def test_a_file_in_place_of_a_folder(self, write: Write) -> None:
        (line,) = errors_of(write("village.toml", GOOD))
        assert "is no folder of rules" in line

    @pytest.mark.skipif(os.geteuid() == 0 if hasattr(os, "geteuid") else True, reason="needs a user whom permissions bind")
    def test_a_file_that_may_not_be_read(self, rules: Path, write: Write) -> None:
        path = write("village.toml", GOOD)
        path.chmod(0)
        (line,) = errors_of(rules)
        assert line.startswith(f"{path}: cannot be read (Permission denied)")


class TestLexiconErrors:
    @pytest.mark.parametrize(
        ("content", "says"),
        [
            ('[fragments]\nself = "a{{self}}"', ["fragments.self", "contains itself", "break the circle"]),
            ('[fragments]\none = "{{two}}"\ntwo = "{{three}}"\nthree = "{{one}}"', ["one > two > three > one", "break the circle"]),
            ('[fragments]\none = "{{nothing}}"', ["fragments.one", "unknown fragment nothing"]),
            ("[fragments]\none = 1", ["fragments.one must be a pattern text"]),
            ('[words]\nunit = "件"', ["words.unit must be a list of words"]),
            ('[words]\nunit = [""]', ["words.unit must be a list of words"]),
            ('[word]\nunit = ["件"]', ["unknown key word", "[words]"]),
            ('unit = ["件"]', ["unknown key unit", "[words]"]),
            ('[starts]\nletter = "abc"', ["starts.letter must be"]),
            ('[heads]\nletter = "abc"', ["heads.letter must be"]),
            ('[fragments]\nopen = "("', ["fragments.open", "regular expression"]),
            ('[starts]\ndigit = ["0123456789", "("]', ["starts.digit", "regular expression"]),
            ('[heads]\nnumber = [["digit"], "(?P<numbervalue>"]', ["heads.number", "regular expression"]),
            ('[heads]\nnumber = [["digit"], "(?P<numbervalue>{{nothing}})"]', ["heads.number", "unknown fragment nothing"]),
            ('[heads]\nnumber = [["absent"], "(?P<numbervalue>a)"]', ["heads.number", "absent"]),
        ],
    )
    def test_each_says_its_file_and_remedy(self, rules: Path, write: Write, content: str, says: list[str]) -> None:
        path = write("lexicon.toml", content)
        lines = errors_of(rules)
        assert all(line.startswith(str(path)) for line in lines)
        for words in says:
            assert any(words in line for line in lines), lines


class TestUsersRules:
    def test_a_folder_adds_a_rule(self, rules: Path, write: Write) -> None:
        write("village.toml", GOOD)
        book = compiled(rules)
        assert found(book, "走访12个寨子和3个村。") == ["village: 12 个寨子", "count: 3 个"]
        assert book.users == ("village",)

    def test_a_rule_in_a_folder_inside_counts_too(self, rules: Path) -> None:
        (rules / "deeper").mkdir()
        (rules / "deeper" / "village.toml").write_text(GOOD, encoding="utf-8")
        assert "village" in compiled(rules).rules

    def test_a_rule_overrides_the_built_in_one_of_its_id(self, rules: Path, write: Write) -> None:
        write("count.toml", GOOD)
        book = compiled(rules)
        assert found(book, "走访12个寨子，受理18件。") == ["count: 12 个寨子"]
        assert book.rules["count"].why == "Villages count."

    def test_the_last_folder_wins(self, tmp_path: Path) -> None:
        for name in ("one", "two"):
            (tmp_path / name).mkdir()
            (tmp_path / name / "village.toml").write_text(GOOD.replace("Villages", name), encoding="utf-8")
        assert compiled(tmp_path / "one", tmp_path / "two").rules["village"].why == "one count.".replace("one", "two")

    def test_words_extend_the_lexicon(self, rules: Path, write: Write) -> None:
        write("lexicon.toml", '[words]\nunit = ["口窖"]\nincrease = ["蹿升"]\n')
        (metric,) = extract(parse("储菜窖蹿升36口窖。"), compiled(rules))
        assert (metric.text, metric.unit, metric.change) == ("36口窖", "口窖", "increase")
        assert found(compiled(), "储菜窖36口窖。") == ["count: 36 口"]

    def test_a_fragment_is_overridden(self, rules: Path, write: Write) -> None:
        write("lexicon.toml", "[fragments]\nyear = '''(?:30\\d\\d)(?!\\d)'''\n")
        assert found(compiled(rules), "展望3024年。") == ["date-year: 3024"]
        assert found(compiled(), "展望3024年。") == ["count: 3024 年"]

    def test_a_rule_for_names_takes_numbers_out(self, rules: Path, write: Write) -> None:
        write(
            "name-bus.toml",
            GOOD.replace('"count"', '"none"')
            .replace("{{digits:value}}(?P<unit>个寨子)", "{{digits}}路公交")
            .replace('["12 个寨子"]', '["12 个"]'),
        )
        assert found(compiled(rules), "乘12路公交，走访12个寨子。") == ["count: 12 个"]

    def test_a_group_of_one_name_in_two_alternatives(self, rules: Path, write: Write) -> None:
        write(
            "village.toml",
            GOOD.replace(
                "{{digits:value}}(?P<unit>个寨子)", "{{digits:value}}(?P<unit>个寨子) | 约{{digits:value}}(?P<unit>座碉楼)"
            ).replace('["digit"]', '["digit", "约"]'),
        )
        assert found(compiled(rules), "走访12个寨子，约3座碉楼。") == ["village: 12 个寨子", "village: 3 座碉楼"]

    def test_a_folder_without_rule_files_is_a_mistake(self, rules: Path) -> None:
        with pytest.raises(RuleErrors, match="has no rule file"):
            compiled(rules)
        (rules / "indicators").mkdir()
        assert compiled(rules).rules.keys() == compiled().rules.keys()

    def test_load_keeps_one_book_for_the_same_folders(
        self, rules: Path, write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("GOVMETRICS_CACHE", str(tmp_path / "cache"))
        write("village.toml", GOOD)
        book = rulebook.load([str(rules)])
        assert rulebook.load([str(rules)]) is book
        assert "village" in book.rules
        assert "village" not in rulebook.load().rules


class TestRunaway:
    @pytest.fixture(autouse=True)
    def limit(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(rulebook, "TIME_LIMIT", 0.4)

    def test_a_pattern_that_runs_away_is_stopped_and_named(self, rules: Path, write: Write) -> None:
        path = write(
            "runaway.toml",
            GOOD.replace(
                "{{digits:value}}(?P<unit>个寨子)", r"(?:\d|\d\d|\d甲|甲)*(?:(?:\d|甲)+)*\s*(?=(?:.|..)*乙$){{digits:value}}(?P<unit>丙)"
            ),
        )
        book = compiled(rules)
        started = time.monotonic()
        with pytest.raises(RuleError, match="runaway") as caught:
            extract(parse("1甲" * 4000 + "丁"), book)
        assert time.monotonic() - started < 10 * rulebook.TIME_LIMIT
        assert str(caught.value).startswith(f"{path}: ")
        assert "\n" not in str(caught.value)

    def test_many_slow_places_are_stopped_too(self, rules: Path, write: Write) -> None:
        write("slow.toml", GOOD.replace("{{digits:value}}(?P<unit>个寨子)", r"(?=(?:\d|.)*?乙){{digits:value}}(?P<unit>个寨子)"))
        book = compiled(rules)
        started = time.monotonic()
        with pytest.raises(RuleError, match="slow"):
            extract(parse("12件，" * 100_000), book)
        assert time.monotonic() - started < 20 * rulebook.TIME_LIMIT


def _full(*_: object) -> None:
    raise OSError("no space left on device")


class TestCache:
    @pytest.fixture(autouse=True)
    def cache(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        monkeypatch.setenv("GOVMETRICS_CACHE", str(tmp_path / "cache"))
        return tmp_path / "cache"

    @pytest.fixture
    def compilations(self, monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
        made: list[list[str]] = []
        compile_folders = rulebook.compile_folders

        def counted(folders: list[str]) -> RuleBook:
            made.append(list(folders))
            return compile_folders(folders)

        monkeypatch.setattr(rulebook, "compile_folders", counted)
        return made

    @staticmethod
    def folders(rules: Path) -> list[str]:
        return [rulebook.builtin(), str(rules)]

    def test_a_current_cache_is_used(self, rules: Path, write: Write, compilations: list[list[str]]) -> None:
        write("village.toml", GOOD)
        first = rulecache.load(self.folders(rules))
        again = rulecache.load(self.folders(rules))
        assert len(compilations) == 1
        assert again.rules == first.rules
        assert (
            found(again, "走访12个寨子，同比增长3.5%。")
            == found(first, "走访12个寨子，同比增长3.5%。")
            == ["village: 12 个寨子", "percent: 3.5 %"]
        )

    def test_it_is_remade_when_a_file_changes_comes_or_goes(self, rules: Path, write: Write, compilations: list[list[str]]) -> None:
        path = write("village.toml", GOOD)
        rulecache.load(self.folders(rules))
        write("village.toml", GOOD.replace("Villages", "Hamlets"))
        assert rulecache.load(self.folders(rules)).rules["village"].why == "Hamlets count."
        write("lexicon.toml", '[words]\nunit = ["口窖"]\n')
        assert found(rulecache.load(self.folders(rules)), "36口窖") == ["count: 36 口窖"]
        path.unlink()
        assert "village" not in rulecache.load(self.folders(rules)).rules
        assert len(compilations) == 4

    def test_it_is_remade_when_only_the_time_of_a_file_changes(self, rules: Path, write: Write, compilations: list[list[str]]) -> None:
        path = write("village.toml", GOOD)
        rulecache.load(self.folders(rules))
        os.utime(path, ns=(1, 1))
        rulecache.load(self.folders(rules))
        assert len(compilations) == 2

    def test_two_sets_of_folders_have_a_cache_each(self, rules: Path, write: Write, compilations: list[list[str]]) -> None:
        write("village.toml", GOOD)
        for _ in range(2):
            assert "village" in rulecache.load(self.folders(rules)).rules
            assert "village" not in rulecache.load([rulebook.builtin()]).rules
        assert len(compilations) == 2

    @pytest.mark.parametrize(
        "content", [b"", b"\x80", b"not a pickle", pickle.dumps(("stamp", "book")), pickle.dumps(3), b"cgovmetrics.absent\nThing\n."]
    )
    def test_a_corrupt_cache_is_remade(self, rules: Path, write: Write, cache: Path, compilations: list[list[str]], content: bytes) -> None:
        write("village.toml", GOOD)
        rulecache.load(self.folders(rules))
        (kept,) = cache.iterdir()
        kept.write_bytes(content)
        assert "village" in rulecache.load(self.folders(rules)).rules
        assert "village" in rulecache.load(self.folders(rules)).rules
        assert len(compilations) == 2

    def test_a_cache_folder_that_cannot_be_made_is_done_without(
        self, rules: Path, write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (tmp_path / "file").write_text("in the way", encoding="utf-8")
        monkeypatch.setenv("GOVMETRICS_CACHE", str(tmp_path / "file" / "cache"))
        write("village.toml", GOOD)
        assert "village" in rulecache.load(self.folders(rules)).rules
        assert (tmp_path / "file").read_text(encoding="utf-8") == "in the way"

    def test_nothing_is_kept_of_rules_with_errors(self, rules: Path, write: Write, cache: Path) -> None:
        write("village.toml", GOOD.replace('"count"', '"weight"'))
        with pytest.raises(RuleErrors):
            rulecache.load(self.folders(rules))
        assert not cache.exists() or not list(cache.iterdir())

    def test_no_half_written_file_stays(self, rules: Path, write: Write, cache: Path) -> None:
        write("village.toml", GOOD)
        rulecache.load(self.folders(rules))
        assert [path.suffix for path in cache.iterdir()] == [".pickle"]

    def test_what_cannot_be_kept_leaves_nothing_behind(self, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        with pytest.raises(TypeError):
            kept.save("a.pickle", 1, {"generator": (number for number in range(3))})
        monkeypatch.setattr(os, "replace", _full)
        kept.save("a.pickle", 1, {})
        assert list(cache.iterdir()) == []

    def test_two_of_one_number_do_not_meet(self, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        made: list[str] = []
        monkeypatch.setattr(os, "replace", lambda old, new: made.append(old))
        kept.save("a.pickle", 1, {})
        kept.save("a.pickle", 1, {})
        assert len(set(made)) == len(made) == 2

    @pytest.mark.parametrize(
        ("platform", "variable", "inner"),
        [("linux", "XDG_CACHE_HOME", ["govmetrics"]), ("win32", "LOCALAPPDATA", ["govmetrics", "cache"])],
    )
    def test_the_place_without_the_variable(
        self, rules: Path, write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, platform: str, variable: str, inner: list[str]
    ) -> None:
        write("village.toml", GOOD)
        monkeypatch.delenv("GOVMETRICS_CACHE")
        monkeypatch.setattr("sys.platform", platform)
        monkeypatch.setenv(variable, str(tmp_path / "user"))
        rulecache.load(self.folders(rules))
        (kept,) = tmp_path.joinpath("user", *inner).iterdir()
        assert kept.suffix == ".pickle"
