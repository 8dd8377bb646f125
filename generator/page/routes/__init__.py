"""Routes of the page: each answers requests of its kind, and says nothing of others."""
