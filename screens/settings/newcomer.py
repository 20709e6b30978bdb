"""What can be added to a team's settings: people and limits."""

from collections.abc import Mapping

from screens.kit.choice import Choice
from screens.kit.fields import Field
from screens.kit.form import Labelled
from screens.kit.language import Phrase

_TEMPLATES = {
    "people": 'name = ""\nrole = "agent"\nteam = ""\nskills = []',
    "policy": 'hours = "always"\n\n[limits]\nfirst_response = "30 min"',
}
"""What a new one begins with, by what it is."""


def rows_of_question() -> list[Labelled]:
    """What is asked of it: what it is, and the name that it goes by."""
    kinds = [(kind, Phrase(f"settings.new.{kind}")) for kind in _TEMPLATES]
    return [
        Labelled(Phrase("settings.new.kind"), Choice(kinds, "people", id="kind"), required=True),
        Labelled(Phrase("settings.new.name"), Field(id="name"), required=True),
    ]


def key_asked_for(answers: Mapping[str, str]) -> str:
    """The setting that the answers mean."""
    return f"{answers['kind']}.{answers['name']}"


def template(key: str) -> str:
    """What a new setting begins with."""
    return _TEMPLATES[key.partition(".")[0]]
