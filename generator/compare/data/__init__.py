"""Changes between two versions of a plan, in the agreement's terms, and what follows from it."""
