"""Document → PDF, in the look of a reference document. Knows the document and findings alone."""
