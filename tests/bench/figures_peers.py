"""The same rows for other programs, and their figures: run by `tests.bench.figures`.

`write DB FOLDER` writes the rows of all tickets, and prints what is asked of them; `duckdb` and
`pandas` read them from a file and print number, mean, percentiles and timeout rate of the first
responses of a period, by channel, and of all by the empty name.
"""

import csv
import json
import math
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

HEADS = ("channel", "submitted", "responded", "resolved", "ended", "answered")
"""Instants are seconds since 1970, 0 where there is none; `answered` tells answered calls."""
Told = dict[str, list[float | None]]


def write(filled: str, folder: str) -> dict[str, object]:
    """Write the rows as Parquet and CSV; tells of which month, its limits, and how many rows."""
    import duckdb
    import numpy as np

    from cstui.cli.session import seat
    from cstui.clock.period import parse_period
    from cstui.domain.facts import Flag
    from cstui.metrics.window import Window
    from cstui.services.live_facts import LiveFacts
    from data.desk import open_store

    store = open_store(Path(filled))
    desk = seat(store, None)
    rounds, now = LiveFacts(store).rounds, desk.clock.now()
    # a month that is over is told as it was known at its end, which these rows do not hold
    period = parse_period("month", now, desk.rules.zone)
    assert period.start
    assert period.end
    window = Window.between(*(int(at.timestamp()) for at in (period.start, period.end, now)))
    first = rounds.only(rounds.first)
    names = np.array(rounds.words, dtype=object)[first["channel"]].tolist()
    instants = [first[name].tolist() for name in HEADS[1:-1]]
    answered = first.flagged(Flag.ANSWERED).astype(np.uint8).tolist()
    file = Path(folder, "rows.csv")
    with file.open("w", encoding="utf-8", newline="") as text:
        out = csv.writer(text)
        out.writerow(HEADS)
        out.writerows(zip(names, *instants, answered, strict=True))
    duckdb.sql(f"COPY (FROM '{file}') TO '{file.with_suffix('.parquet')}' (FORMAT parquet)")
    return {
        "period": period.name,
        "start": window.start,
        "end": window.end,
        "as_of": window.as_of,
        "threshold": desk.rules.settings.threshold,
        "rows": len(first),
    }


def in_duckdb(file: str, asked: dict[str, int]) -> Told:
    """The figures, by one statement."""
    import duckdb

    pending = "({0} = 0 OR {0} >= $end)".format
    missing = (
        f"submitted <> 0 AND {pending('responded')} AND {pending('resolved')}"
        " AND NOT (answered = 1 AND responded = 0)"
        " AND submitted + $threshold BETWEEN $start AND $end - 1"
        f" AND submitted + $threshold < CASE WHEN {pending('ended')} THEN $as_of ELSE ended END"
    )
    asked = {name: asked[name] for name in ("start", "end", "as_of", "threshold")}
    found = duckdb.execute(
        f"""
        WITH seen AS (
            SELECT channel, responded - submitted AS waited, {missing} AS missing,
                responded BETWEEN $start AND $end - 1 AND submitted <> 0
                    AND responded >= submitted AS known
            FROM '{file}'
        ), told AS (
            SELECT channel, CASE WHEN known THEN waited END AS waited,
                CASE WHEN missing OR known
                    THEN CAST(missing OR waited > $threshold AS INTEGER) END AS late
            FROM seen
        )
        SELECT coalesce(channel, ''), count(waited), avg(waited), quantile_cont(waited, 0.5),
            quantile_cont(waited, 0.9), quantile_cont(waited, 0.95), avg(late)
        FROM told GROUP BY GROUPING SETS ((channel), ())
        """,
        asked,
    ).fetchall()
    return {name: figures for name, *figures in found if figures[0]}


def in_pandas(file: str, asked: dict[str, int]) -> Told:
    """The figures, by data frames."""
    import pandas as pd

    start, end, threshold = asked["start"], asked["end"], asked["threshold"]
    parquet = file.endswith("parquet")
    rows = pd.read_parquet(file) if parquet else pd.read_csv(file, dtype={"channel": "category"})
    submitted, responded = rows["submitted"], rows["responded"]

    def pending(name: str) -> Any:  # noqa: ANN401
        return (rows[name] == 0) | (rows[name] >= end)

    known = responded.between(start, end - 1) & (submitted != 0) & (responded >= submitted)
    waited = responded - submitted
    passed = submitted + threshold
    until = rows["ended"].where(~pending("ended"), asked["as_of"])
    untimed = (rows["answered"] == 1) & (responded == 0)
    missing = (
        (submitted != 0) & pending("responded") & pending("resolved") & ~untimed
        & passed.between(start, end - 1) & (passed < until)
    )  # fmt: skip
    late = (missing | (known & (waited > threshold)))[missing | known]
    waited, channel = waited[known], rows["channel"]
    told: Told = {"": _figures(waited, late)}
    later = dict(list(late.groupby(channel[late.index], observed=True)))
    for name, each in waited.groupby(channel[known], observed=True):
        told[str(name)] = _figures(each, later[name])
    return told


def _figures(waited: Any, late: Any) -> list[float | None]:  # noqa: ANN401
    spread = waited.quantile([0.5, 0.9, 0.95]).tolist()
    told = [len(waited), waited.mean(), *spread, late.mean()]
    return [None if math.isnan(each) else float(each) for each in told]


_PEERS: dict[str, Callable[[str, dict[str, int]], Told]] = {
    "duckdb": in_duckdb, "pandas": in_pandas,
}  # fmt: skip


def main() -> None:
    """Do what is asked for, and print it."""
    what, *words = sys.argv[1:]
    if what == "write":
        print(json.dumps(write(*words)))
    else:
        file, asked = words
        print(json.dumps(_PEERS[what](file, json.loads(asked))))


if __name__ == "__main__":
    main()
