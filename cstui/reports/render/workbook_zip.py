"""A workbook as bytes that depend on nothing but what is in it."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.writer.excel import ExcelWriter

_OLDEST = (1980, 1, 1, 0, 0, 0)
"""The earliest moment that the format knows."""
_UNIX = 3


def packed(book: Workbook) -> bytes:
    """The workbook's file, whose parts carry no time, and which keeps the properties it has.

    `Workbook.save` would write the present moment into the properties.
    """
    written, settled = BytesIO(), BytesIO()
    ExcelWriter(book, ZipFile(written, "w")).save()
    with ZipFile(written) as parts, ZipFile(settled, "w", ZIP_DEFLATED) as archive:
        for name in parts.namelist():
            part = ZipInfo(name, _OLDEST)
            part.create_system = _UNIX
            archive.writestr(part, parts.read(name), ZIP_DEFLATED)
    return settled.getvalue()
