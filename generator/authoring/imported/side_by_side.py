"""Page that shows each document as it was read beside the one that is built of what was imported."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from generator.authoring.imported.importing import Imported
from generator.authoring.imported.leftovers import leftovers
from generator.base.language import say
from generator.formats.html import fragment

STYLE = """body { font-family: sans-serif; margin: 1rem; }
.pair { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 2rem; align-items: start; }
.pair > section { border: 1px solid #bbb; padding: 0 1rem; overflow-x: auto; overflow-wrap: anywhere; }
.pair > section::before { content: attr(aria-label); color: #555; display: block; padding-top: .5rem; }
@media (max-width: 45rem) { .pair { grid-template-columns: minmax(0, 1fr); gap: 1rem; } }
table { border-collapse: collapse; } td, th { border: 1px solid #bbb; padding: .2rem; text-align: left; }
pre { white-space: pre-wrap; }"""


def side_by_side(imported: Imported) -> bytes:
    """The page, in UTF-8; it asks for no other file."""
    title = escape(say("Imported and built"))
    body = "\n".join([f"<h1>{title}</h1>", *_pairs(imported), *_rest(imported)])
    return (f'<!doctype html>\n<html lang="da">\n<head>\n<meta charset="utf-8">\n'
            f'<meta name="viewport" content="width=device-width">\n<title>{title}</title>\n'
            f"<style>{STYLE}</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n").encode()  # fmt: skip


def _pairs(imported: Imported) -> Iterator[str]:
    none, before, after = say("It cannot be built yet."), say("As it was read"), say("As it is built")
    for document, name in imported.of.items():
        built = imported.built.get(name)
        right = fragment(built) if built else f"<p>{escape(none)}</p>"
        yield f"<h2>{escape(document)}</h2>"
        yield f'<div class="pair">{_section(before, fragment(imported.read[name]))}'
        yield f"{_section(after, right)}</div>"


def _section(label: str, inner: str) -> str:
    return f'<section aria-label="{escape(label)}">\n{inner}\n</section>'


def _rest(imported: Imported) -> Iterator[str]:
    if text := leftovers(imported.account):
        yield f"<pre>{escape(text)}</pre>"
