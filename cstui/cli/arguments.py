"""What each command takes.

The words among which some arguments choose stand here once more, so that nothing has to be read
for them before a command runs.
"""

from collections.abc import Callable

from cstui.cli.parser import Parser

DIMENSIONS = (
    "channel", "type", "priority", "agent", "team", "customer_kind", "form",
    "hour", "half_hour", "weekday", "day", "week", "month", "subtype", "cause",
)  # fmt: skip
SHEET_FORMS = ("hotline", "response", "after_sales", "satisfaction")
REPORT_NAMES = (
    "daily", "weekly", "monthly", "current", "board", "response", "trends", "heat", "attainment",
    "backlog", "satisfaction", "people", "problems", "anomalies", "staffing", "findings", "tickets",
)  # fmt: skip
REPORT_FORMATS = ("text", "json", "csv", "md", "html", "xlsx")


def _demo(command: Parser) -> None:
    command.takes("--tickets", about="demo_tickets", type=int, default=2000, metavar="N")
    command.takes("--seed", about="demo_seed", type=int, default=1, metavar="S")


def _init(command: Parser) -> None:
    command.takes("path", about="init_path", metavar="PATH")
    command.takes("--zone", about="init_zone", metavar="ZONE")
    command.takes("--shared", about="init_shared", action="store_true")


def _import(command: Parser) -> None:
    command.takes("files", about="import_files", nargs="+", metavar="FILE")
    command.takes("--form", about="import_form", choices=SHEET_FORMS)
    command.takes("--map", about="import_map", metavar="MAP.toml")
    command.takes("--dry-run", about="import_dry_run", action="store_true")
    command.takes("--rejects", about="import_rejects", metavar="OUT.csv")


def _export(command: Parser) -> None:
    command.takes("out", about="export_out", metavar="OUT")
    command.takes("period", about="period", nargs="?", default="all", metavar="PERIOD")
    command.takes("--form", about="export_form", choices=SHEET_FORMS)
    command.takes("--events", about="export_events", action="store_true")
    command.takes("--full", about="export_full", action="store_true")
    command.takes("--tinydb", about="export_tinydb", action="store_true")


def _form(command: Parser) -> None:
    command.takes("form", about="form_name", choices=SHEET_FORMS, metavar="FORM")
    command.takes("-o", "--out", about="form_out", required=True, metavar="OUT.xlsx")


def _report(command: Parser) -> None:
    command.takes("name", about="report_name", nargs="?", metavar="NAME")
    command.takes("period", about="period", nargs="?", metavar="PERIOD")
    command.takes("--metric", about="report_metric", metavar="ID")
    command.takes(
        "--by", about="report_by", action="append", default=[], choices=DIMENSIONS, metavar="DIM"
    )
    command.takes("--where", about="report_where", action="append", default=[], metavar="DIM=VALUE")
    command.takes("--threshold", about="report_threshold", metavar="MINUTES", type=float)
    command.takes("--estimates", about="report_estimates", action="store_true")
    command.takes("--format", about="report_formats", choices=REPORT_FORMATS)
    command.takes("-o", "--out", about="report_out", metavar="OUT")


def _brief(command: Parser) -> None:
    command.takes("--team", about="brief_team", metavar="TEAM", default="")
    command.takes("--mine", about="brief_mine", action="store_true")
    command.takes("--lines", about="brief_lines", type=int, default=5, metavar="N")
    command.takes("--format", about="report_format", choices=("text", "json"), default="text")


def _explain(command: Parser) -> None:
    command.takes("number", about="explain_number", metavar="NUMBER")


def _nothing(command: Parser) -> None:
    """Takes nothing of its own."""


def _backup(command: Parser) -> None:
    command.takes("out", about="backup_out", metavar="OUT")


def _restore(command: Parser) -> None:
    command.takes("backup", about="restore_in", metavar="IN")


def _calendar(command: Parser) -> None:
    command.takes("period", about="calendar_period", nargs="?", default="month", metavar="PERIOD")


def _call_start(command: Parser) -> None:
    command.takes("--phone", about="call_start_phone", default="", metavar="NUMBER")
    command.takes("--rang", about="call_start_rang", metavar="TIME")
    command.takes("--agent", about="call_start_agent", metavar="LOGIN")


def _settings(command: Parser) -> None:
    command.takes("changes", about="settings_changes", nargs="*", metavar="KEY=VALUE")
    command.takes("--from", about="settings_from", metavar="DATE", dest="effective")
    command.takes("--dry-run", about="settings_dry_run", action="store_true")


def _articles(command: Parser) -> None:
    command.takes(
        "action",
        about="articles_action",
        nargs="?",
        default="list",
        choices=("list", "import", "export", "missed"),
        metavar="ACTION",
    )
    command.takes("paths", about="articles_paths", nargs="*", metavar="PATH")
    command.takes("--dry-run", about="import_dry_run", action="store_true")


COMMANDS: dict[str, tuple[str, Callable[[Parser], None]]] = {
    "demo": ("demo", _demo),
    "init": ("init", _init),
    "import": ("importing", _import),
    "export": ("exporting", _export),
    "form": ("form", _form),
    "report": ("report", _report),
    "brief": ("brief", _brief),
    "explain": ("explain", _explain),
    "doctor": ("doctor", _nothing),
    "verify": ("verify", _nothing),
    "backup": ("backup", _backup),
    "restore": ("restore", _restore),
    "calendar": ("calendar", _calendar),
    "settings": ("settings", _settings),
    "articles": ("articles", _articles),
    "call-start": ("call_start", _call_start),
}
"""By name: the module that runs it, and what it takes."""
