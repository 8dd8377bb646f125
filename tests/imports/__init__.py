"""Measure of an import, with damage that people do to a document: `python -m tests.imports --help`."""
