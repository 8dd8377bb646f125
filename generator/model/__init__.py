"""What a plan is: frozen pydantic models with Danish fields, and the values in them."""
