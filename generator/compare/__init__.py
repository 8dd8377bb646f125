"""Two versions of a plan: what changed in its data, and what changed in its documents."""
