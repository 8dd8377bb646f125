"""Revisions as Word tracks them."""
