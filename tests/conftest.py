"""How the tests are run."""

import os

import pytest


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """One more than there are cores: much of their time tests wait for a terminal or a process."""
    return (os.cpu_count() or 1) + 1
