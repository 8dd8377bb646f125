"""What a command does, plan by plan."""
