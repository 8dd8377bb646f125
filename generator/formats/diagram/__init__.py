"""Diagrams laid out: a Document's boxes and edges become shapes at their places, for every writer to draw."""
