"""Deriving: what is written beside a ticket, so that lists and figures need not read it."""

from cstui.services.deriving.deriver import Deriver

__all__ = ["Deriver"]
