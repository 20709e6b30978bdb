"""The limits by which the team of the simulated week works: every clock has one."""

from typing import Any, Final

POLICIES: Final[dict[str, dict[str, Any]]] = {
    "hotline": {
        "hours": "business",
        "pauses": ["resolution", "update"],
        "pausing_waits": ["配件", "客户"],
        "limits": {
            "greeting": "10 s",
            "wrap_up": "2 min",
            "accept": "2 h",
            "update": {"urgent": "4 h", "normal": "8 h", "low": "24 h"},
            "resolution": {"urgent": "8 h", "normal": "16 h", "low": "40 h"},
            "revisit": "24 h",
            "slowness": "4 h",
        },
    },
    "after_sales": {
        "hours": "always",
        "pauses": ["resolution"],
        "pausing_waits": ["配件", "客户"],
        "limits": {
            "first_response": {"urgent": "15 min", "normal": "2 h", "low": "2 h"},
            "accept": "2 h",
            "update": {"urgent": "4 h", "normal": "24 h", "low": "24 h"},
            "resolution": "48 h",
        },
    },
    "response": {
        "hours": "business",
        "pauses": [],
        "pausing_waits": ["配件", "客户"],
        "limits": {"first_response": "30 min", "resolution": "3 d", "follow_up": "8 h"},
    },
}
"""Each policy's definition, as a setting tells it; each has the name of its form."""

WORDS: Final = {"高": "urgent", "中": "normal", "低": "low"}
"""Levels by the words of the week."""
