"""Text pasted into the terminal, kept apart from keys."""

import re

_START, _END = "\x1b[200~", "\x1b[201~"
_BEGUN = re.compile(r"\x1b(?:\[[0-?]*)?\Z")
_COMMAND = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~])?")


class PasteGuard:
    """Takes the terminal's commands out of what is pasted.

    Textual's parser leaves a paste at the first Esc in it and takes all that follows for keys: a
    coloured line from a log would press some.
    """

    def __init__(self) -> None:
        self._inside = False
        self._before = ""
        self._held = ""

    def passed(self, text: str) -> str:
        """What of the terminal's input goes on to the parser; the rest may come with more input."""
        if not self._inside and "\x1b" not in text and not self._before:
            return text
        passed = []
        text, self._held = self._held + text, ""
        while text:
            take = self._pasted if self._inside else self._typed
            done, text = take(text)
            passed.append(done)
        return "".join(passed)

    def _typed(self, text: str) -> tuple[str, str]:
        """The input up to the start of a paste, and what is left of it."""
        # the mark of the start may come in two pieces; an Esc must not wait for what never comes
        known = len(self._before)
        start = (self._before + text).find(_START)
        if start < 0:
            end = (self._before + text)[1 - len(_START) :]
            self._before = end[end.rfind("\x1b") :] if "\x1b" in end else ""
            return text, ""
        cut = start + len(_START) - known
        self._inside, self._before = True, ""
        return text[:cut], text[cut:]

    def _pasted(self, text: str) -> tuple[str, str]:
        """The paste up to its end, without commands, and what is left of the input."""
        end = text.find(_END)
        if end >= 0:
            self._inside = False
            return _COMMAND.sub("", text[:end]) + _END, text[end + len(_END) :]
        if begun := _BEGUN.search(text):
            text, self._held = text[: begun.start()], begun[0]
        return _COMMAND.sub("", text), ""
