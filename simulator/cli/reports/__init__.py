"""What `whose-client report` does: pages and tables, of a talk and of all talks."""
