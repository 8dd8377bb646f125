"""What a plan is: frozen models with Danish fields, and the values in them."""
