"""`cstui form F -o OUT.xlsx`: a blank sheet of a form, with drop-downs."""

import sys

from cstui.cli.options import Options
from cstui.cli.session import desk, place
from cstui.cli.writing import out_path
from cstui.i18n import Translator
from cstui.services.exporting import blank_sheet


def run(options: Options, t: Translator) -> int:
    """Write the sheet, and tell how it comes back."""
    out = out_path(options.out, [place(options)])
    with desk(options, t.language) as work:
        blank_sheet(out, options.form, work.rules.settings)
    print(t("told.blank_sheet", path=out, form=options.form), file=sys.stderr)
    return 0
