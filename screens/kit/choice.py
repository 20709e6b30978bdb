"""A one-line field that offers a list when asked."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.binding import BindingType
from textual.message import Message
from textual.strip import Strip

from screens.kit.fields import Field
from screens.kit.keys import bind
from screens.kit.language import follow_language, said, translator_of
from screens.kit.options import (
    OptionLike,
    OverlayList,
    matching,
    meant,
    options_of,
    steer,
)

LIST_MARK = " ▾"


class ChoiceList(OverlayList):
    """The list that a choice opens."""


class Choice(Field):
    """A field whose answer is one of some options.

    F4 or Down opens the list; typing narrows it by words and by Pinyin initials, Enter picks, Esc
    closes. Without the list, what was typed is completed when the field is left, if it fits one
    option better than any other.

    Args:
        options: what can be picked.
        answer: the value picked at first.
        free: whether another text is an answer too.
    """

    BINDINGS: ClassVar[list[BindingType]] = [bind("f4,down", "kit.choice.open", "open_list")]

    @dataclass
    class Chosen(Message):
        """Another option was picked or typed."""

        choice: "Choice"
        """The field."""
        answer: str
        """The new answer; empty when there is none."""

        @property
        def control(self) -> "Choice":
            """The field, for selectors."""
            return self.choice

    def __init__(
        self,
        options: Iterable[OptionLike],
        answer: str = "",
        *,
        free: bool = False,
        placeholder: str = "",
        id: str | None = None,
        classes: str | None = None,
        disabled: bool = False,
    ) -> None:
        super().__init__(
            placeholder=placeholder, anew=True, id=id, classes=classes, disabled=disabled
        )
        self.free = free
        self._options = options_of(options)
        self._labels: dict[str, str] = {}
        self._ready = False
        self._list: ChoiceList | None = None
        self._first_answer = answer
        self._last_answer = answer

    def on_mount(self) -> None:
        """Shows the first answer, and follows the language."""
        self._ready = True
        self.set_options(self._options, answer=self._first_answer)
        follow_language(self, self._retranslate)

    @property
    def answer(self) -> str:
        """The value picked; free text where that is allowed; else empty."""
        if not self._ready:
            return self._first_answer
        text = self.value.strip()
        by_label = {label: value for value, label in self._labels.items()}
        return by_label.get(text, text if self.free else "")

    @answer.setter
    def answer(self, answer: str) -> None:
        self._first_answer = answer
        self.value = self._labels.get(answer, answer if self.free else "")

    @property
    def is_unknown(self) -> bool:
        """Whether something was typed that is no option."""
        return bool(self.value.strip()) and not self.answer

    def set_options(self, options: Iterable[OptionLike], *, answer: str | None = None) -> None:
        """Offers other options; keeps the answer where it is among them."""
        kept = self.answer if answer is None else answer
        self._options = options_of(options)
        if not self._ready:
            self._first_answer = kept
            return
        t = translator_of(self)
        self._labels = {option.value: said(option.label, t) for option in self._options}
        self.answer = kept

    @property
    def is_open(self) -> bool:
        """Whether its list is open."""
        return self._list is not None

    @property
    def _fits_none(self) -> bool:
        """Whether something was typed that is no option's label, be it an answer or not."""
        return bool(self.value.strip()) and self.answer not in self._labels

    def complete(self) -> None:
        """Makes what was typed the option that it fits best; leaves it where there are several."""
        if self._fits_none and (
            option := meant(self._options, self.value, translator_of(self), free=self.free)
        ):
            self.answer = option.value

    def accept(self) -> None:
        """Picks from the open list, or completes what was typed."""
        if self._list:
            self._pick()
        else:
            self.complete()

    def action_open_list(self) -> None:
        """Opens the list under the field, or above it where there is no room."""
        if self._list or not self._options:
            return
        picked = [option.value for option in self._options]
        cursor = picked.index(self.answer) if self.answer in picked else 0
        self._list = ChoiceList(self._options, cursor=cursor)
        if self._fits_none:
            self._list.show(matching(self._options, self.value, translator_of(self)))
        self.screen.mount(self._list)
        self._list.stand_by(self.region, len(self._options))

    def render_line(self, y: int) -> Strip:
        """The field's line, with a mark at its end that tells of the list."""
        strip = super().render_line(y)
        room = self.scrollable_content_region.width - cell_len(LIST_MARK)
        return Strip(
            [*strip.crop_extend(0, room, self.rich_style), Segment(LIST_MARK, self.rich_style)]
        )

    def close_list(self) -> None:
        """Closes the list, if it is open."""
        if self._list:
            self._list.remove()
            self._list = None

    def watch_value(self, value: str) -> None:
        """Narrows the open list to what is typed, and tells of a new answer."""
        if self._list and not self._labels.get(self.answer):
            self._list.show(matching(self._options, value, translator_of(self)))
        if (answer := self.answer) != self._last_answer:
            self._last_answer = answer
            self.post_message(self.Chosen(self, answer))

    def on_key(self, event: events.Key) -> None:
        """Moves and picks in the open list; other keys are typed."""
        if self._list:
            steer(event, self._list.move, {"enter": self._pick, "escape": self.close_list})

    def on_blur(self) -> None:
        """Completes what was typed."""
        self.close_list()
        self.complete()

    def _pick(self) -> None:
        if self._list and (option := self._list.current):
            self.answer = option.value
            self.cursor_position = len(self.value)
        self.close_list()

    def _retranslate(self) -> None:
        self.close_list()
        self.set_options(self._options)
