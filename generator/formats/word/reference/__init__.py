"""The look: reference.docx as it was read."""
