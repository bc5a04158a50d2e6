"""The least that Textual can do: one label. The reference for starting up."""

from textual.app import App, ComposeResult
from textual.widgets import Label


class Bare(App[None]):
    """An app with one label."""

    def compose(self) -> ComposeResult:
        """Show the label."""
        yield Label("bare-app-is-ready")


if __name__ == "__main__":
    Bare().run()
