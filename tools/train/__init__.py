"""Rebuild the shipped reader from the bank: `make train`. Needs the `train` extra."""
