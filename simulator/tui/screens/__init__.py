"""Screens: one file each; all but home are imported when first opened."""
