"""Work of the commands, plan by plan."""
