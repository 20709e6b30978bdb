"""Sheets from the shell: blank ones, filled ones, those that nobody knows; and the handover."""

import json
from collections.abc import Callable
from pathlib import Path

from cstui.exchange.forms.satisfaction import SATISFACTION
from tests.fixtures.exchange.forms import SATISFACTION_ROWS, sheet_rows
from tests.fixtures.exchange.sheets import write_csv

Shell = Callable[..., tuple[int, str, str]]


def test_a_blank_sheet_comes_back(shell: Shell, tmp_path: Path) -> None:
    """The command tells how; an empty sheet holds no tickets."""
    out = tmp_path / "blank.xlsx"
    code, printed, told = shell("form", "after_sales", "-o", out)
    assert (code, printed) == (0, "")
    assert f"cstui import {out} --form after_sales" in told
    code, _, told = shell("import", out, "--form", "after_sales")
    assert code == 0
    assert "tickets imported: 0" in told


def test_a_form_needs_no_telling(shell: Shell, tmp_path: Path) -> None:
    """Its headings say which it is; with another form's name they are refused."""
    path = write_csv(tmp_path / "f.csv", sheet_rows(SATISFACTION, *SATISFACTION_ROWS))
    assert "imported: 3" in shell("import", path, "--dry-run")[2]
    assert shell("import", path, "--form", "hotline")[0] == 2
    assert "imported: 3" in shell("import", path, "--form", "satisfaction")[2]
    out = tmp_path / "out.csv"
    assert shell("export", out, "--form", "satisfaction")[0] == 0
    assert "here already: 3" in shell("import", out)[2]


def test_an_unknown_sheet_gets_a_map_proposed(shell: Shell, tmp_path: Path) -> None:
    """The map on stdout, what to do with it on stderr; nothing is written, and that is told."""
    rows = [["Created", "Topic", "Colour"], ["2024-05-06 09:15", "repair", "red"]]
    sheet = write_csv(tmp_path / "a.csv", rows)
    code, printed, told = shell("import", sheet)
    assert (code, printed) == (1, '[columns]\nopened = "Created"\ncategory = "Topic"\n')
    assert "--map MAP.toml" in told
    assert "Colour" in told
    assert "would be imported: 1" in shell("import", sheet, "--dry-run")[2]
    saved = tmp_path / "map.toml"
    saved.write_text(printed, encoding="utf-8")
    code, _, told = shell("import", sheet, "--map", saved)
    assert (code, "imported: 1" in told) == (0, True)


def test_the_handover(shell: Shell, tmp_path: Path) -> None:
    """Plain text on stdout, in the language asked for."""
    code, printed, told = shell("brief", "--lang", "zh")
    assert (code, told) == (0, "")
    assert "交接班简报" in printed
    assert "没有需要特别交接的事项" in printed
    assert "my tickets" in shell("brief", "--mine")[1]
    assert json.loads(shell("brief", "--format", "json")[1])["sections"] == []
    for words in (["--team", "nobody"], ["--lines", "0"]):
        code, printed, told = shell("brief", *words)
        assert (code, printed) == (2, "")
        assert told.startswith("cstui: ")
