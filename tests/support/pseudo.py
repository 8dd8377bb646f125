"""A catalogue that marks what is said: each sentence stands between ⟦ and ⟧, and the values in it outside.

What is left outside of the marks was not said through the catalogue: it is data, a code or a name, or else
a sentence that somebody forgot.
"""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from tests.catalogue import extracted, forms

VALUE = re.compile(r"(\{\w*\})")
MARKED = re.compile(r"⟦[^⟦⟧]*⟧")
COLOUR = re.compile(r"\x1b\[[0-9;]*m")


def marked(sentence: str) -> str:
    """The sentence with marks round its own words."""
    return "".join(part if VALUE.fullmatch(part) else f"⟦{part}⟧" for part in VALUE.split(sentence) if part)


def write(folder: Path) -> None:
    """Write the catalogue as that of Danish, of all sentences that the code says, below the folder."""
    catalogue = Catalog(locale="da")
    for message in extracted():
        if message.id:
            said = [marked(text) for text in forms(message, "id")]
            one = isinstance(message.id, str)
            catalogue.add(message.id, said[0] if one else said, context=message.context)
    path = folder / "da" / "LC_MESSAGES" / "aftale.mo"
    path.parent.mkdir(parents=True)
    file = BytesIO()
    write_mo(file, catalogue)
    path.write_bytes(file.getvalue())


def outside(text: str) -> str:
    """What stands outside of the marks, wherever a line is broken."""
    return MARKED.sub(" ", COLOUR.sub("", text))
