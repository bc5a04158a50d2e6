"""The commands of `whose-client data`."""
