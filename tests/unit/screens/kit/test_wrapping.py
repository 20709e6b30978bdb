"""Breaking text into lines of terminal cells."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from screens.kit.wrapping import wrapped


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("part ordered today", 8, ["part", "ordered", "today"]),
        ("压缩机电容老化，已订配件", 10, ["压缩机电容", "老化，已订", "配件"]),
        ("压缩机电容，老化", 10, ["压缩机电", "容，老化"]),
        ("客户说：“不行”", 10, ["客户说：", "“不行”"]),
        ("SR20260506001 已解决", 9, ["SR2026050", "6001 已解", "决"]),
        ("one\ntwo", 20, ["one", "two"]),
        ("", 5, [""]),
    ],
)
def test_lines(text: str, width: int, lines: list[str]) -> None:
    """Words stay whole, ideographs need no space, closing punctuation begins no line."""
    assert [*wrapped(text, width)] == lines


@given(st.text("ab 压缩，。“”-\n", max_size=60), st.integers(4, 20))
def test_no_line_is_too_wide_and_nothing_is_lost(text: str, width: int) -> None:
    """Whatever is written, each line fits, and only blanks go."""
    lines = wrapped(text, width)
    assert all(cell_len(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())
