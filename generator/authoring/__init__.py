"""For those who write YAML: a new plan, the formatter, schemas for editors, the merge."""
