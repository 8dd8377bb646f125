"""The look of reference.docx as values that another program than Word can set text by."""
