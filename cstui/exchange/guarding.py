"""Keeping spreadsheets from taking a text for a formula."""

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
_GUARD = "'"


def guarded(text: str) -> str:
    """A text that no spreadsheet runs: one that begins like a formula gets an apostrophe."""
    return _GUARD + text if text.startswith(_FORMULA_STARTS) and len(text) > 1 else text


def unguarded(text: str) -> str:
    """The text as it was before it was guarded."""
    plain = text[1:]
    return plain if text.startswith(_GUARD) and plain.startswith(_FORMULA_STARTS) else text
