"""Plan as a value: frozen models with Danish fields, and the values in them."""
