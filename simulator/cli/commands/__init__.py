"""The commands, one file each; a module is imported when its command is named.

Each has `command(shell)`, which makes the command with its help in the user's
language, and imports what it works with only when it runs.
"""
