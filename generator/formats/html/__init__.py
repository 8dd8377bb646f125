"""Document → HTML for a web page: headings, lists and tables that mean what they are. Knows the Document alone."""

from __future__ import annotations

from generator.formats.html.fragment import fragment
from generator.formats.html.page import page

__all__ = ["fragment", "page"]
