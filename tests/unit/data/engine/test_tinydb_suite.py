"""TinyDB's own tests pass on our tables, all but one that spells the name of a class."""

import os
import subprocess
import sys
import tarfile
from importlib.metadata import version
from pathlib import Path

import pytest

FIXTURES = '''
"""TinyDB's fixtures, with our database in the place of its own."""

import pytest
from tinydb.middlewares import CachingMiddleware
from tinydb.storages import MemoryStorage

from data.engine.creation import create
from data.engine.database import RowDb
from data.engine.table import RowTable


class CachingTable(RowTable):
    default_query_cache_capacity = 10


class CachingDb(RowDb):
    table_class = CachingTable


@pytest.fixture
def db(tmp_path):
    create(tmp_path / "suite.db")
    with CachingDb(tmp_path / "suite.db") as opened:
        opened.drop_tables()
        opened.insert_multiple({"int": 1, "char": c} for c in "abc")
        yield opened


@pytest.fixture
def storage():
    return CachingMiddleware(MemoryStorage)()
'''


@pytest.fixture(scope="session")
def suite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """TinyDB's tests, from the released source of the version that is installed."""
    released = version("tinydb")
    directory = tmp_path_factory.mktemp("tinydb")
    cached = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "cstui-tests"
    archive = cached / f"tinydb-{released}.tar.gz"
    if not archive.exists():
        cached.mkdir(parents=True, exist_ok=True)
        fetch = ["download", "--no-binary", ":all:", "--no-deps"]
        fetched = subprocess.run(
            [sys.executable, "-m", "pip", *fetch, "-d", str(cached), f"tinydb=={released}"],
            capture_output=True,
            text=True,
            timeout=120,
        )
        if not archive.exists():
            reason = (fetched.stderr.strip().splitlines() or ["no reason given"])[-1]
            pytest.skip(f"TinyDB's source could not be fetched: {reason}")
    with tarfile.open(archive) as opened:
        opened.extractall(directory, filter="data")
    tests = directory / f"tinydb-{released}" / "tests"
    if not tests.is_dir():
        pytest.skip(f"the source of TinyDB {released} comes without tests")
    (tests / "conftest.py").write_text(FIXTURES)
    return tests


def test_tinydbs_own_tests_pass(suite: Path) -> None:
    """Each of TinyDB's tests of database, tables and queries holds for our database too."""
    done = subprocess.run(
        [
            *(sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-c", os.devnull),
            *("--rootdir", str(suite), "--deselect", "test_tables.py::test_table_repr", str(suite)),
        ],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(Path.cwd())},
    )
    last = done.stdout.strip().splitlines()[-1]
    assert done.returncode == 0, done.stdout
    assert "1 deselected" in last
    assert int(last.split()[0]) > 140
