"""Commands for those who work on the project; none is in the wheel."""
