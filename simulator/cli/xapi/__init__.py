"""Attempts as xAPI statements: to stdout, into a file, or to a record store."""
