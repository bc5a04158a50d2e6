"""Widgets: each shows one thing and posts one kind of message."""
