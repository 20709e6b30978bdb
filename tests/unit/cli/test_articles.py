"""`cstui articles`: the knowledge base in files."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Shell = Callable[..., tuple[int, str, str]]

SHEET = "标题,分类,正文,检索词\n炸锅清洗,操作,用温水。,炸锅\n以旧换新,产品,可以。,\n"


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    """Two articles as a spreadsheet of a Chinese system has them."""
    path = tmp_path / "articles.csv"
    path.write_text(SHEET, encoding="gb18030")
    return path


def test_articles_come_in_and_go_out(sheet: Path, tmp_path: Path) -> None:
    """In processes of their own: data on stdout, talk on stderr, nothing imported twice."""
    environment = {**os.environ, "CSTUI_STORE": str(tmp_path / "desk.db"), "LANG": "zh_CN.UTF-8"}

    def run(*words: object) -> subprocess.CompletedProcess[str]:
        told = [sys.executable, "-m", "cstui", *map(str, words)]
        return subprocess.run(
            told, env=environment, capture_output=True, encoding="utf-8", check=False
        )

    assert run("init", tmp_path / "desk.db").returncode == 0
    first = run("articles", "import", sheet)
    assert (first.returncode, first.stdout) == (0, "")
    assert "新增 2 篇" in first.stderr
    again = run("articles", "import", sheet)
    assert "新增 0 篇" in again.stderr
    assert "2 篇已有且内容相同" in again.stderr
    listed = run("articles")
    assert "0\t操作\t炸锅清洗" in listed.stdout.splitlines()
    assert listed.stderr == ""
    out = run("articles", "export", tmp_path / "kb")
    assert (out.returncode, out.stdout) == (0, "")
    assert (tmp_path / "kb" / "操作" / "炸锅清洗.md").is_file()
    assert "新增 0 篇" in run("articles", "import", tmp_path / "kb").stderr


def test_a_rehearsal_writes_nothing(shell: Shell, sheet: Path) -> None:
    """It tells what would happen."""
    code, _, err = shell("articles", "import", sheet, "--dry-run")
    assert (code, "added: 2" in err, "nothing was written" in err) == (0, True, True)
    assert "炸锅" not in shell("articles")[1]


def test_what_is_not_usable_is_told_and_stops_nothing(shell: Shell, tmp_path: Path) -> None:
    """With file and line; exit code 1."""
    (tmp_path / "kb").mkdir()
    (tmp_path / "kb" / "a.csv").write_text("title,section,body\nA,product,x\n,product,y\n", "utf-8")
    (tmp_path / "kb" / "b.md").write_text("# B\n\nb\n", "utf-8")
    code, out, err = shell("articles", "import", tmp_path / "kb")
    assert (code, out) == (1, "")
    lines = err.splitlines()
    assert lines[0].startswith(f"{tmp_path / 'kb' / 'a.csv'}:3: ")
    assert lines[1].startswith(f"{tmp_path / 'kb' / 'b.md'}:1: ")
    assert lines[2:] == ["articles added: 1", "not usable: 2"]
    assert "\tA\n" in shell("articles")[1]


def test_a_changed_article_is_revised(shell: Shell, sheet: Path) -> None:
    """By its title."""
    shell("articles", "import", sheet)
    sheet.write_text(SHEET.replace("用温水", "用软布"), "utf-8")
    assert "revised: 1" in shell("articles", "import", sheet)[2]


@pytest.mark.parametrize("name", ["kb.csv", "kb.xlsx", "kb.json", "kb"])
def test_an_export_is_imported_again_without_a_change(
    shell: Shell, sheet: Path, tmp_path: Path, name: str
) -> None:
    """Whatever it was written to."""
    shell("articles", "import", sheet)
    out = tmp_path / name
    assert shell("articles", "export", out, "--lang", "zh")[0] == 0
    code, _, err = shell("articles", "import", out)
    assert (code, "added: 0" in err, "revised" in err) == (0, True, False)


def test_missed_searches_are_for_supervisors(shell: Shell) -> None:
    """Whoever created the store is one."""
    assert shell("articles", "missed") == (0, "", "")
    shell("settings", "allow_as=true", "people.li={}")
    assert shell("--as", "li", "articles", "missed")[0] == 2


@pytest.mark.parametrize(
    "words",
    [
        ["import"],
        ["export"],
        ["export", "a.csv", "b.csv"],
        ["list", "a.csv"],
        ["list", "--dry-run"],
        ["import", "nowhere.csv"],
        ["export", "kb.pdf"],
        ["nonsense"],
    ],
)
def test_misuse_is_told_in_one_sentence(shell: Shell, words: list[str]) -> None:
    """Exit code 2, nothing written."""
    code, out, err = shell("articles", *words)
    assert (code, out, len(err.splitlines())) == (2, "", 1)
