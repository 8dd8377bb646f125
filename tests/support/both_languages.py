"""What is told in a language, and English that is left standing where Danish is spoken."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

from generator.base.language import Language, speak

QUOTED = re.compile(r"`[^`]*`")
ENGLISH = re.compile(
    r"\b(?:the|is|are|was|of|and|or|not|no|nothing|which|that|this|there|here|its|where|when|why|how|what|who"
    r"|each|with|from|than|has|does|must|cannot|you|write|leave|mend)\b",
    re.IGNORECASE,
)
"""Words that no Danish sentence of ours has; those that Danish has too (for, to, have, by, if) are none."""


@contextmanager
def speaking(language: Language) -> Iterator[None]:
    """Speak the language, and then English again, as the tests do."""
    speak(language)
    try:
        yield
    finally:
        speak("en")


def english_in(text: str) -> list[str]:
    """English words of a text, but for what stands in backticks: keys, commands and what was typed."""
    return ENGLISH.findall(QUOTED.sub("", text))
