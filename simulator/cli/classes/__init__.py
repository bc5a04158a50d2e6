"""`whose-client class`: one file per command, and what they share."""
