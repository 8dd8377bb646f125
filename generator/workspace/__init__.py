"""Folders and files: which plans there are, what git knows, what was written."""
