"""A class: people who play the same talk at the same time, and their trainer."""
