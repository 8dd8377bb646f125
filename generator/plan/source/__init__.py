"""YAML text as strings with places."""
