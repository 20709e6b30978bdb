"""What is installed is what was written."""

import zipfile
from pathlib import Path

from tests.terminal.conftest import ROOT


def test_the_wheel_holds_all_three_packages_and_their_resources(wheel: Path) -> None:
    """Every module, stylesheet and resource of the sources is in it."""
    with zipfile.ZipFile(wheel) as packed:
        inside = set(packed.namelist())
    wanted = {
        path.relative_to(ROOT).as_posix()
        for package in ("cstui", "screens", "data")
        for path in (ROOT / package).rglob("*")
        if path.suffix in {".py", ".css", ".tcss", ".toml", ".txt"}
    }
    assert wanted
    assert wanted <= inside
