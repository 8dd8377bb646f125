"""A look out of a Word template: its fonts, colours, page, header and footer, and what it lacks of styles."""

from __future__ import annotations

from generator.authoring.look.make import Look, made

__all__ = ["Look", "made"]
