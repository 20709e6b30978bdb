"""What is read of plotext."""

import subprocess
import sys

PROGRAM = """
import sys
from cstui.reports.plotting import blank, lines_of
print(len(lines_of(blank(30, 5, colour=False), colour=False)), "plotext._doc.tools" in sys.modules)
"""


def test_its_manual_stays_unread() -> None:
    """It would cost each report three times as much as all that draws."""
    told = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True
    )
    assert told.stdout.split() == ["5", "False"]
