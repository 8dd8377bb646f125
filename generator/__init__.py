"""Aftale: from an agreement in YAML to the Word documents that Landsbyggefonden requires."""

import time

__version__ = "0.1.0"
STARTED = time.time()
"""Moment before any other module of the program was read."""
