"""Where output goes, and where it must never go."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Shell = Callable[..., tuple[int, str, str]]
SHEET = "客户标识,提交时间,首次响应时间\nA1,2023-10-01 09:15,09:25(10分钟)\n"


@pytest.mark.parametrize(
    "words",
    [["report", "-o"], ["export"], ["export", "--tinydb"], ["import", "log.csv", "--rejects"]],
)
def test_the_store_is_never_written_over(
    words: list[str], shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By no command that writes a file, also not through a link."""
    monkeypatch.chdir(tmp_path)
    Path("log.csv").write_text(SHEET, encoding="utf-8")
    Path("link.csv").symlink_to("desk.db")
    for out in ("desk.db", "link.csv"):
        code, _, err = shell(*words, out)
        assert (code, "Choose another name" in err) == (2, True)
    assert shell("verify")[0] == 0


def test_a_sheet_is_not_replaced_by_its_rejects(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is being imported stays as it is."""
    monkeypatch.chdir(tmp_path)
    Path("log.csv").write_text(SHEET, encoding="utf-8")
    assert shell("import", "log.csv", "--rejects", "log.csv")[0] == 2
    assert Path("log.csv").read_text(encoding="utf-8") == SHEET


def test_output_goes_to_ordinary_files_only(shell: Shell) -> None:
    """A device is not replaced by a file."""
    assert shell("report", "-o", "/dev/null")[0] == 2
    assert not Path("/dev/null").is_file()


@pytest.mark.parametrize("minutes", ["nan", "inf", "1e30", "0", "-5"])
def test_a_limit_is_some_time(minutes: str, shell: Shell) -> None:
    """Whatever is no length of time is refused in a sentence."""
    code, _, err = shell("report", f"--threshold={minutes}")
    assert (code, "366" in err) == (2, True)


def run(words: list[str], store: Path, **how: str) -> "subprocess.CompletedProcess[bytes]":
    """The command in a process of its own."""
    settings = {"CSTUI_STORE": str(store), "PATH": os.environ["PATH"]}
    command = [sys.executable, "-m", "cstui", *words]
    return subprocess.run(command, env={**settings, **how}, capture_output=True, check=False)


def test_chinese_is_printed_whatever_the_encoding(shell: Shell, tmp_path: Path) -> None:
    """UTF-8 always, as what half of the users write fits into no other."""
    done = run(["--lang", "zh", "report"], tmp_path / "desk.db", PYTHONIOENCODING="latin-1")
    assert done.returncode == 0
    assert "首次响应" in done.stdout.decode()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a system without /dev/full")
def test_a_full_disk_behind_the_output_is_told(shell: Shell, tmp_path: Path) -> None:
    """In a sentence, with exit code 2."""
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "cstui", "--store", tmp_path / "desk.db", "report"],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr
    assert done.stderr.startswith(b"cstui: ")


def test_a_reader_that_has_gone_is_no_failure(shell: Shell, tmp_path: Path) -> None:
    """As with `| head`."""
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [sys.executable, "-m", "cstui", "--store", tmp_path / "desk.db", "report"],
        stdout=writer,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(writer)
    assert (done.returncode, done.stderr) == (0, b"")
