"""The zip of a .docx: its parts, their relations, their seal."""
