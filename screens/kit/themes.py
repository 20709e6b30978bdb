"""Two calm themes, dark and light."""

from textual.theme import Theme

DARK = Theme(
    name="dark",
    dark=True,
    primary="#5f87af",
    secondary="#87afaf",
    accent="#d7af87",
    success="#87af87",
    warning="#d7af5f",
    error="#d7875f",
    foreground="#d0d0d0",
    background="#1c1c1c",
    surface="#303030",
    panel="#262626",
)
LIGHT = Theme(
    name="light",
    dark=False,
    primary="#005f87",
    secondary="#5f8787",
    accent="#875f00",
    success="#5f875f",
    warning="#af8700",
    error="#af5f5f",
    foreground="#262626",
    background="#ffffff",
    surface="#e4e4e4",
    panel="#eeeeee",
)
