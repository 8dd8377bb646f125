"""Tools that every room may use."""
