"""The file of rejected rows: line, column, value and reason, for a spreadsheet to open."""

import csv
from pathlib import Path
from types import TracebackType

from cstui.exchange.guarding import guarded
from cstui.exchange.rejects import Reject
from cstui.exchange.replacing import replaced_file
from cstui.i18n import Translator

_COLUMNS = ("line", "column", "value", "reason")
