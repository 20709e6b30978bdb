"""`cstui doctor`: look over the store and this installation."""

import sys
from collections.abc import Iterable
from importlib.metadata import version

from cstui.cli.options import Options
from cstui.cli.session import desk
from cstui.i18n import Translator
from cstui.ports import Finding

_PACKAGES = ("cstui", "textual", "tinydb", "pendulum", "plotext", "numpy")


def run(options: Options, t: Translator) -> int:
    """Print what was found; 1 when something is wrong."""
    with desk(options, t.language) as work:
        return tell([*_installation(), *work.store.check()], t)


def tell(findings: Iterable[Finding], t: Translator) -> int:
    """Print findings, a line each; the exit code says whether all are good."""
    code = 0
    for finding in findings:
        mark = t("finding.good") if finding.good else t("finding.bad")
        print(f"{mark} {t(f'finding.{finding.key}', **finding.values)}")
        code = code if finding.good else 1
    return code


def _installation() -> Iterable[Finding]:
    packages = ", ".join(f"{name} {version(name)}" for name in _PACKAGES)
    yield Finding("python", True, {"version": sys.version.split()[0], "packages": packages})
    encoding = sys.stdout.encoding
    yield Finding("encoding", encoding.lower() == "utf-8", {"encoding": encoding})
