"""Keeping spreadsheets from taking a text for a formula."""

import re

_GUARD = "'"
_FORMULA = re.compile(r"'*[=+\-@\t\r].", re.DOTALL)
"""A text that begins like a formula, or like one that was guarded."""


def guarded(text: str) -> str:
    """A text that no spreadsheet runs: one that begins like a formula gets an apostrophe."""
    return _GUARD + text if _FORMULA.match(text) else text


def unguarded(text: str) -> str:
    """The text as it was before it was guarded."""
    return text[1:] if text.startswith(_GUARD) and _FORMULA.match(text) else text
