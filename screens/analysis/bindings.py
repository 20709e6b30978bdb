"""The keys of the analysis screen: digits for the views, letters for what is asked."""

from textual.binding import BindingType

from screens.analysis.question import VIEWS
from screens.analysis.summary import KEYS as VIEW_KEYS
from screens.kit.keys import bind

KEYS: list[BindingType] = [
    bind("tab", "analysis.next_view", "beside(1)", show=False),
    bind("shift+tab", "analysis.previous_view", "beside(-1)", show=False),
    *(
        bind(key, f"analysis.view.{view}", f"look_at('{view}')", show=False)
        for key, view in zip(VIEW_KEYS, VIEWS, strict=False)
    ),
    bind("v", "analysis.view", "view", show=False),
    bind("comma", "analysis.shorter", "step(-1)", show=False),
    bind("full_stop", "analysis.longer", "step(1)", show=False),
    bind("p", "analysis.period", "period"),
    bind("g", "analysis.group", "group"),
    bind("x", "analysis.cross", "cross", show=False),
    bind("f", "analysis.filter", "filter"),
    bind("delete,backspace", "analysis.unfilter", "unfilter"),
    bind("equals_sign", "analysis.define", "define"),
    bind("w", "analysis.write", "write"),
    bind("f5", "analysis.refresh", "refresh", show=False),
]
"""All of them; those that the views' names show already are not in the key bar."""
