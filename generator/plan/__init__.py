"""A plan: its source, what it is, and what must hold for it."""
