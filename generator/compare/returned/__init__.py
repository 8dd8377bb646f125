"""A document that people have edited → edits of the YAML that it was made of, proven by making it again.

The traced document is the grammar: what has a key is a hole, the rest is the form's. What now stands in a
hole is made a value by the filter that printed it, turned round. What cannot come back is told with its
words, its place and the reason.
"""

from __future__ import annotations

from generator.compare.returned.returning import Returned, returned
from generator.compare.returned.told import Told

__all__ = ["Returned", "Told", "returned"]
