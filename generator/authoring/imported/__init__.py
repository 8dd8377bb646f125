"""Documents that the program did not write, made into the YAML of a plan."""
