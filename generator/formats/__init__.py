"""Documents as files, a folder a format."""
