"""What the program needs from outside, as protocols: a clock, and a store with all it keeps."""

from cstui.ports.clock import Clock
from cstui.ports.desks import Articles, Callers, Presence, Ringings
from cstui.ports.facts import Facts, FactSource
from cstui.ports.store import Store
from cstui.ports.values import Changes, Derived, Entry, Finding, Setting
from cstui.ports.views import Extent, Page, SortedBy, View, Viewer, Which, Word

__all__ = [
    "Articles",
    "Callers",
    "Changes",
    "Clock",
    "Derived",
    "Entry",
    "Extent",
    "FactSource",
    "Facts",
    "Finding",
    "Page",
    "Presence",
    "Ringings",
    "Setting",
    "SortedBy",
    "Store",
    "View",
    "Viewer",
    "Which",
    "Word",
]  # fmt: skip
