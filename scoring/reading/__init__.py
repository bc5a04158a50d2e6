"""Free text, read: what a reply does, where, and how surely. Pure and offline."""
