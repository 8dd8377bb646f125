"""Aftale: from an agreement in YAML to the Word documents that Landsbyggefonden requires."""

__version__ = "0.1.0"
