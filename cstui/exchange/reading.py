"""Opening a sheet of any kind that cstui reads."""

from pathlib import Path

from cstui.domain.errors import InputError, NotFound
from cstui.exchange.delimited import UNREADABLE, DelimitedFile
from cstui.exchange.maps import FileOptions
from cstui.exchange.objects import ObjectFile
from cstui.exchange.sheets import Source
from cstui.exchange.workbooks import Workbook

_TEXT_ENDINGS = (".csv", ".tsv", ".tab", ".txt")


def open_source(path: Path, options: FileOptions) -> Source:
    """Open a file by its ending: .csv, .tsv, .tab, .txt, .json (each also .gz), .xlsx, .xlsm.

    Raises:
        NotFound: where there is no such file.
        InputError: where it cannot be read, or is of another kind.
    """
    if not path.is_file():
        raise NotFound("file_missing", path=str(path))
    name = path.name.lower().removesuffix(".gz")
    ending = Path(name).suffix
    try:
        if ending in (".xlsx", ".xlsm"):
            return Workbook(path, options)
        if ending == ".json":
            return ObjectFile(path, options)
        if ending in _TEXT_ENDINGS:
            return DelimitedFile(path, options)
    except UNREADABLE as error:
        raise InputError("file_unreadable", path=str(path)) from error
    raise InputError("old_workbook" if ending == ".xls" else "sheet_kind", path=str(path))
