"""The document as values, and the markup that it is made of."""
