"""Old versions of the little talk, for `diff` to be held to."""

from tests.cli.shell import Shell

FEW = ("--plays", "6")
"""Random talks enough to see, and few enough to be quick."""


def old_version(shell: Shell, *edits: tuple[str, str], name: str = "old.yaml") -> str:
    """Write an old version beside the talk; return its path."""
    text = shell.talk.read_text("utf-8")
    for now, was in edits:
        assert now in text
        text = text.replace(now, was)
    path = shell.talk.with_name(name)
    path.write_text(text, "utf-8")
    return str(path)
