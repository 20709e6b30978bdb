"""`cstui explain NUMBER`: the minute ledger behind a ticket's clocks."""

from cstui.cli.options import Options
from cstui.cli.session import desk
from cstui.i18n import Translator
from cstui.reports.explain import explain_text


def run(options: Options, t: Translator) -> int:
    """Print how each clock of the ticket came to its verdict."""
    with desk(options, t.language) as work:
        ticket = work.store.ticket(options.number)
        rules = work.rules
        print(explain_text(ticket, rules.policies, rules.calendars, work.clock.now(), t), end="")
    return 0
