"""Every string that a person reads, in English and Chinese.

Phrases stand in `phrases/`, a module an area; each key has both languages side by side, so that
neither can be forgotten.
"""

from cstui.i18n.translator import LANGUAGES, Language, Translator, language_of

__all__ = ["LANGUAGES", "Language", "Translator", "language_of"]
