"""A sheet of response times taken over: `python -m tests.bench.importing [ROWS]`.

Beside it, in the same run, the same rows only read by Python's own csv module.
"""

import argparse
import csv
import random
import shutil
import subprocess
import sys
import tempfile
import time
from datetime import datetime, timedelta
from pathlib import Path

from tests.bench.measuring import on_what, table

HEADS = ("what", "rows", "s", "rows/s")
TITLES = (
    "序号", "客户标识", "问题描述", "问题类型", "接入渠道",
    "提交时间", "首次响应时间", "解决时间", "客户满意度", "备注",
)  # fmt: skip


def write_sheet(path: Path, rows: int) -> None:
    """A sheet as teams fill it in."""
    dice = random.Random(1)
    begin = datetime(2026, 1, 5, 9)  # noqa: DTZ001  # a sheet knows no zone
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        lines = csv.writer(file)
        lines.writerow(TITLES)
        for number in range(1, rows + 1):
            at = begin + timedelta(seconds=number * 97)
            first, last = dice.randint(1, 50), dice.randint(60, 500)
            lines.writerow(
                [
                    number, f"会员A{dice.randrange(10**5)}", "空调不制冷，开机半小时仍吹热风",
                    dice.choice(("产品咨询", "售后投诉", "技术故障")),
                    dice.choice(("电话", "在线客服", "邮件", "APP")),
                    f"{at:%Y-%m-%d%H:%M}",
                    f"{at + timedelta(minutes=first):%H:%M}({first}分钟)",
                    f"{at + timedelta(minutes=last):%Y-%m-%d %H:%M}",
                    dice.randint(1, 5), "",
                ]
            )  # fmt: skip


def main() -> None:
    """Import, and read."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rows", type=int, nargs="?", default=100_000)
    rows = parser.parse_args().rows
    cstui = shutil.which("cstui", path=str(Path(sys.executable).parent)) or "cstui"
    with tempfile.TemporaryDirectory() as folder:
        sheet, store = Path(folder, "log.csv"), Path(folder, "desk.db")
        write_sheet(sheet, rows)
        subprocess.run([cstui, "init", store], check=True, stderr=subprocess.DEVNULL)
        start = time.perf_counter()
        with sheet.open(encoding="utf-8-sig", newline="") as file:
            for _ in csv.reader(file):
                pass
        read = time.perf_counter() - start
        words: list[str | Path] = [cstui, "--store", store, "import", sheet, "--form", "response"]
        start = time.perf_counter()
        subprocess.run(words, check=True, stderr=subprocess.DEVNULL)
        taken = time.perf_counter() - start
    print(on_what("tinydb", "pendulum", "pysqlite3"))
    lines = [("csv module, reading only", read), ("cstui import", taken)]
    print(table(HEADS, [(what, rows, took, rows / took) for what, took in lines]))


if __name__ == "__main__":
    main()
