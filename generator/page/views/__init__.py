"""Views: pages as HTML, without script and without style."""
