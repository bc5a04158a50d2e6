"""Reports as pages of HTML: one file each, which loads nothing and has no script."""

from simulator.reports.html.drawing import drawn, texts

__all__ = ["drawn", "texts"]
