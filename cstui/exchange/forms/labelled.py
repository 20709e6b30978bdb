"""Cells of a text with labelled parts behind it: `已告知进度；客户反应：理解；下一步：明日回电`."""

import re
from collections.abc import Mapping

from cstui.i18n import LANGUAGES, Translator


class Labelled:
    """Parts of a text, each under its label in either language.

    Args:
        labels: the phrase of each part's label, by the part's name.
    """

    def __init__(self, labels: Mapping[str, str]) -> None:
        self._labels = labels
        self._names = {
            Translator(language)(key).casefold(): name
            for name, key in labels.items()
            for language in LANGUAGES
        }
        known = "|".join(map(re.escape, self._names))
        self._label = re.compile(rf"(?:^|[;；])\s*({known})\s*[:：]\s*", re.IGNORECASE)

    def parts(self, text: str) -> dict[str, str]:
        """The parts by their names; what stands before the first label by the empty name."""
        pieces = self._label.split(text)
        parts = {"": pieces[0].strip()}
        for label, part in zip(pieces[1::2], pieces[2::2], strict=True):
            parts[self._names[label.casefold()]] = part.strip()
        return parts

    def text(self, first: str, parts: Mapping[str, str], translate: Translator) -> str:
        """The text that `parts` takes apart again."""
        shown = [first] if first else []
        for name, key in self._labels.items():
            if part := parts.get(name):
                shown.append(translate("forms.labelled", label=translate(key), text=part))
        return translate("forms.between").join(shown)
