"""Practice that comes back."""
