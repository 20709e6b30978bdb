"""`cstui settings`: all settings in one file, and back."""

from pathlib import Path

import pytest

from tests.unit.cli.conftest import Shell


@pytest.fixture
def exported(shell: Shell, tmp_path: Path) -> Path:
    """A file with the settings of the store."""
    out = tmp_path / "team.toml"
    assert shell("settings", "export", out)[0] == 0
    return out


def edit(path: Path, old: str, new: str) -> None:
    """Change a file as with an editor."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_file_comes_back_unchanged(shell: Shell, exported: Path) -> None:
    """And says that nothing differs."""
    before = shell("settings")[1]
    code, out, err = shell("settings", "import", exported)
    assert (code, out, "Nothing differs" in err) == (0, "", True)
    assert shell("settings")[1] == before


def test_an_edited_file_changes_what_was_edited(shell: Shell, exported: Path) -> None:
    """It is told as it may be typed, with what takes over later."""
    shell("settings", "threshold=20 min", "--from", "2999-01-01")
    edit(exported, 'threshold = "30 min"', 'threshold = "15 min"')
    edit(exported, '"on site",', '"on site",\n    "fax",')
    code, _, err = shell("settings", "import", exported)
    assert code == 0
    assert 'threshold = "15 min"' in err
    assert '# from 2999-01-01: threshold = "20 min"' in err
    assert "people" not in err
    assert 'threshold = "15 min"' in shell("settings")[1]
    assert '"on site", "fax"]' in shell("settings")[1]


def test_a_dry_run_changes_nothing(shell: Shell, exported: Path) -> None:
    """It tells what would change; the option may stand before or behind the file."""
    edit(exported, 'threshold = "30 min"', 'threshold = "15 min"')
    before = shell("settings")[1]
    for words in (["--dry-run", exported], [exported, "--dry-run"]):
        code, _, err = shell("settings", "import", *words)
        assert (code, 'threshold = "15 min"' in err) == (0, True)
    assert shell("settings", "--dry-run", "threshold=15 min")[0] == 0
    assert shell("settings")[1] == before


def test_mistakes_in_a_file_are_told_all_at_once(shell: Shell, exported: Path) -> None:
    """A line each, as `FILE:LINE: SETTING: SENTENCE`, in the reader's language; none is set."""
    edit(exported, 'threshold = "30 min"', 'threshold = "soon"')
    edit(exported, "repeat_days = 7", "repeat_days = true")
    edit(exported, 'role = "supervisor"', 'rule = "supervisor"')
    lines = exported.read_text(encoding="utf-8").split("\n")
    before = shell("settings")[1]
    code, out, err = shell("settings", "import", exported)
    *told, last = err.splitlines()
    assert (code, out) == (2, "")
    places = [lines.index('threshold = "soon"'), lines.index("repeat_days = true")]
    places.append(lines.index('rule = "supervisor"'))
    assert [line.split(" ")[0] for line in told] == [f"{exported}:{at + 1}:" for at in places]
    assert [line.split(" ")[1] for line in told[:2]] == ["threshold:", "repeat_days:"]
    assert last == "cstui: Nothing was changed; places that need a look: 3."
    assert "3 处" in shell("settings", "import", exported, "--lang", "zh")[2]
    assert shell("settings")[1] == before


def test_a_file_that_is_not_toml_is_told_with_its_line(shell: Shell, exported: Path) -> None:
    """No traceback, and no word of the parser's."""
    edit(exported, 'threshold = "30 min"', 'threshold = "30 min')
    code, _, err = shell("settings", "import", exported)
    place = exported.read_text(encoding="utf-8").split("\n").index('threshold = "30 min') + 1
    assert code == 2
    assert err.startswith(f"{exported}:{place}: “threshold")


def test_a_file_may_come_from_another_editor(shell: Shell, exported: Path) -> None:
    """With a mark of its encoding and other line ends; another encoding is refused."""
    text = exported.read_text(encoding="utf-8").replace('"30 min"', '"15 min"')
    exported.write_bytes(text.replace("\n", "\r\n").encode("utf-8-sig"))
    assert shell("settings", "import", exported)[0] == 0
    assert 'threshold = "15 min"' in shell("settings")[1]
    exported.write_bytes('greeting = "您好"'.encode("gbk"))
    code, _, err = shell("settings", "import", exported)
    assert (code, "UTF-8" in err) == (2, True)


def test_the_help_begins_with_the_command(shell: Shell, capsys: pytest.CaptureFixture[str]) -> None:
    """In both languages."""
    for language, usage in {"en": "usage:", "zh": "用法："}.items():
        with pytest.raises(SystemExit):
            shell("settings", "--help", "--lang", language)
        assert capsys.readouterr().out.startswith(f"{usage} cstui settings [-h]")


@pytest.mark.parametrize(
    "words",
    [["export"], ["import"], ["import", "nothing.toml"], ["import", "a.toml", "b.toml"]],
)
def test_a_file_must_be_named_and_be_there(words: list[str], shell: Shell) -> None:
    """One of them."""
    code, _, err = shell("settings", *words)
    assert (code, len(err.splitlines())) == (2, 1)
    assert "did not expect" not in err


def test_the_store_is_not_exported_over(shell: Shell, tmp_path: Path) -> None:
    """Nor is anything that is no file."""
    for out in (tmp_path / "desk.db", tmp_path):
        assert shell("settings", "export", out)[0] == 2
    assert shell("verify")[0] == 0


def test_only_a_supervisor_imports(shell: Shell, exported: Path) -> None:
    """Anybody may look, and so write a file."""
    shell("settings", "allow_as=true", "people.li={}")
    edit(exported, 'threshold = "30 min"', 'threshold = "15 min"')
    assert shell("--as", "li", "settings", "export", exported.with_name("li.toml"))[0] == 0
    code, _, err = shell("--as", "li", "settings", "import", exported)
    assert (code, "supervisor" in err) == (2, True)
