"""A bare Textual list: on `1` a line is added and shown. The reference for a reply."""

from textual.app import App, ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

SHOWN = 60


class BareList(App[None]):
    """A list of lines that grows at the end, as many of them mounted as ours."""

    BINDINGS = [("1", "add", "Add")]  # noqa: RUF012 - Textual's own convention
    count = 0

    def compose(self) -> ComposeResult:
        """Show the list."""
        yield VerticalScroll(Static("bare-app-is-ready"))

    async def action_add(self) -> None:
        """Add one line at the end."""
        self.count += 1
        with self.batch_update():
            lines = self.query_one(VerticalScroll)
            await lines.mount(Static(f"line {self.count} " * 8, markup=False))
            while len(lines.children) > SHOWN:
                await lines.children[0].remove()
            lines.scroll_end(animate=False)


if __name__ == "__main__":
    BareList().run()
