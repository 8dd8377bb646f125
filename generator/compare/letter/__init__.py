"""The letter to Landsbyggefonden about what has changed in a plan and needs its approval."""
