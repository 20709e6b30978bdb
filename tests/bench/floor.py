"""What any Textual program costs: an app of one input and nothing else."""

from textual.app import App, ComposeResult
from textual.widgets import Input


class Floor(App[None]):
    """One input."""

    def compose(self) -> ComposeResult:
        """The input."""
        yield Input()


if __name__ == "__main__":
    Floor().run(mouse=False)
