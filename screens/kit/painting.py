"""Paints no more lines of a widget than have changed, and loses no wide characters in it.

For a key in one field, Textual renders whole each widget of the same container: all fields of a
form. Here a widget gives the lines that are asked for, if it is seen among them at all.

Textual paints a line in pieces, from one edge of any widget to the next. A wide character across
such an edge becomes two blanks, even where the edge belongs to a widget that is covered: in a toast
or an open list, hanzi would be missing wherever a field below begins or ends.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import cast

from textual._compositor import Compositor
from textual.geometry import Region
from textual.strip import Strip


class Painter(Compositor):
    """A compositor to which the edges of a widget do not matter where another one covers them."""

    @property
    def cuts(self) -> list[list[int]]:
        """The edges that are seen, by line."""
        if self._cuts is None:
            self._cuts = self._seen_edges()
        return self._cuts

    def _seen_edges(self) -> list[list[int]]:
        width, height = self.size
        edges: list[set[int]] = [set() for _ in range(height)]
        spans: list[list[tuple[int, int]]] = [[] for _ in range(height)]
        # those in front come first
        for region, clip in self.visible_widgets.values():
            seen = region.intersection(clip)
            left, right = seen.column_span
            for y in seen.line_range if left < right else ():
                for edge in (left, right):
                    if not any(start < edge < end for start, end in spans[y]):
                        edges[y].add(edge)
                spans[y].append((left, right))
        return [sorted(line | {0, width}) for line in edges]

    def _render_chops(
        self, crop: Region, is_rendered_line: Callable[[int], bool]
    ) -> Sequence[Mapping[int, Strip]]:
        pieces: list[dict[int, Strip]] = [{} for _ in self.cuts]
        bare = {y: set(cuts[:-1]) for y, cuts in enumerate(self.cuts) if is_rendered_line(y)}
        """By line, where the pieces begin that are still to be painted."""
        # from front to back: of a piece, the first to be painted is seen
        for seen, strips in self._rendered(crop, bare):
            left, right = seen.column_span
            for y, strip in zip(seen.line_range, strips, strict=False):
                if bare.get(y):
                    starts = [left, *(cut for cut in self.cuts[y] if left < cut < right)]
                    ends = [*starts[1:], right]
                    parts = strip.divide([end - left for end in ends])
                    for start, part in zip(starts, parts, strict=False):
                        pieces[y].setdefault(start, part)
                    bare[y].difference_update(starts)
        painted = [
            {cut: line.get(cut) for cut in cuts[:-1]}
            for line, cuts in zip(pieces, self.cuts, strict=True)
        ]
        return cast("Sequence[Mapping[int, Strip]]", painted)  # as Textual's own is typed

    def _rendered(
        self, crop: Region, bare: Mapping[int, set[int]]
    ) -> Iterator[tuple[Region, list[Strip]]]:
        """Where widgets are seen on the lines of a region, those in front first, and what of.

        What others cover whole by then is not rendered at all.
        """
        for widget, (region, clip) in self.visible_widgets.items():
            if crop.overlaps(region):
                seen = region.intersection(clip)
                lines = [y for y in seen.line_range if bare.get(y)]
                if lines:
                    seen = Region(seen.x, lines[0], seen.width, lines[-1] + 1 - lines[0])
                    yield seen, widget.render_lines(seen.translate(-region.offset))
