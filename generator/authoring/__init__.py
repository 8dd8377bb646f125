"""Tools for those who write YAML: a new plan, the formatter, schemas for editors, the merge."""
