"""Speeds, each beside a reference measured in the same run: `make bench`.

Nothing here is a test: machines differ, ratios travel.
"""
