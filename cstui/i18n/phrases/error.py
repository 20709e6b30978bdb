"""Failures: a title of a few words, and a sentence that says what to do."""

from cstui.i18n.phrases.error_clock import CLOCK_ERRORS
from cstui.i18n.phrases.error_desk import DESK_ERRORS
from cstui.i18n.phrases.error_exchange import EXCHANGE_ERRORS
from cstui.i18n.phrases.error_followup import FOLLOWUP_ERRORS
from cstui.i18n.phrases.error_intake import INTAKE_ERRORS
from cstui.i18n.phrases.error_knowledge import KNOWLEDGE_ERRORS
from cstui.i18n.phrases.error_report import REPORT_ERRORS
from cstui.i18n.phrases.error_settings import SETTINGS_ERRORS
from cstui.i18n.phrases.error_shell import SHELL_ERRORS
from cstui.i18n.phrases.error_store import STORE_ERRORS

PHRASES = (
    STORE_ERRORS
    | CLOCK_ERRORS
    | DESK_ERRORS
    | EXCHANGE_ERRORS
    | INTAKE_ERRORS
    | FOLLOWUP_ERRORS
    | KNOWLEDGE_ERRORS
    | REPORT_ERRORS
    | SETTINGS_ERRORS
    | SHELL_ERRORS
    | {
        "error.fields.title": ("Some fields need a look", "部分内容需要补充"),
        "error.fields.text": ("Please look at: {names}.", "请检查：{names}。"),
    }
)
