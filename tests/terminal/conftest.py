"""The program as users have it: built as a wheel and installed in an environment of its own."""

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.fixtures.terminal import Terminal

ROOT = Path(__file__).parents[2]
Open = Callable[..., Terminal]


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the sources as they stand."""
    out = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", out, ROOT],
        check=True,
        capture_output=True,
    )
    (made,) = out.glob("*.whl")
    return made


@pytest.fixture(scope="session")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command `cstui` of the installed wheel; its dependencies are those of the tests."""
    home = tmp_path_factory.mktemp("installed")
    venv.create(home, with_pip=False, symlinks=True)
    paths = sysconfig.get_paths(vars={"base": str(home), "platbase": str(home)})
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(paths["purelib"])
    dependencies = Path(paths["purelib"], "dependencies.pth")
    dependencies.write_text(sysconfig.get_paths()["purelib"] + "\n", encoding="utf-8")
    command = home / "bin" / "cstui"
    command.write_text(
        f"#!{home}/bin/python\nimport sys\nfrom cstui.cli.main import main\nsys.exit(main())\n",
        encoding="utf-8",
    )
    command.chmod(0o755)
    return command


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """Somebody's environment: nothing of the machine that runs the tests but its search path."""
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(tmp_path),
        "LANG": "C.UTF-8",
        "CSTUI_STORE": str(tmp_path / "desk.db"),
    }
