"""Snippets: texts that are needed often, put in by an abbreviation."""

import re
from collections.abc import Mapping

from msgspec import Struct, field

from cstui.i18n import matching
from cstui.i18n.matching import Fit, folded

_PLACEHOLDER = re.compile(r"\{([^{}\n]*)\}")


class Expansion(Struct, frozen=True):
    """A snippet's text as it is put in."""

    text: str
    """The text, in which a placeholder without a value stands as it was written."""
    holes: tuple[tuple[int, int], ...] = ()
    """Where these stand: start and end of each, in their order."""


def expansion(text: str, values: Mapping[str, str]) -> Expansion:
    """The text with its placeholders, such as `{customer}`, filled.

    Args:
        text: a snippet's text.
        values: what placeholders stand for; one that is missing or empty leaves a hole, to be
            filled by whoever types.
    """
    filled, holes, end = "", [], 0
    for found in _PLACEHOLDER.finditer(text):
        filled += text[end : found.start()]
        value = values.get(found[1].strip(), "")
        if not value:
            holes.append((len(filled), len(filled) + len(found[0])))
        filled += value or found[0]
        end = found.end()
    return Expansion(filled + text[end:], tuple(holes))


class Snippets(Struct, frozen=True):
    """The snippets at hand, and what their placeholders stand for just now."""

    texts: Mapping[str, str]
    """The text of each abbreviation."""
    values: Mapping[str, str] = field(default_factory=dict)
    """The value of each placeholder that has one."""

    def fitting(self, typed: str) -> list[str]:
        """The abbreviations of the snippets that fit what was typed, the best first.

        Letters are looked for in the abbreviation, then among the words and Pinyin initials of
        the text. Hanzi have to begin an abbreviation: after a semicolon they are mostly prose.
        """
        wanted = folded(typed)
        if not wanted.isascii():
            return [name for name in self.texts if folded(name).startswith(wanted)]
        if not wanted:
            return list(self.texts)
        named = matching.fitting(wanted, self.texts, lambda name: (name,))
        worded = matching.fitting(wanted, self.texts, lambda name: (self.texts[name],))
        found = (name for how, name in [*named, *worded] if how is not Fit.WITHIN)
        return list(dict.fromkeys(found))

    def expanded(self, name: str) -> Expansion:
        """The text of an abbreviation, its placeholders filled."""
        return expansion(self.texts[name], self.values)
