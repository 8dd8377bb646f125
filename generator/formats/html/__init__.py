"""Document → HTML for a web page, with headings, lists and tables that mean what they are.

Knows the Document alone. What a revision struck out is left out, and what it put in stands.
"""

from __future__ import annotations

from generator.formats.html.fragment import fragment
from generator.formats.html.page import page

__all__ = ["fragment", "page"]
