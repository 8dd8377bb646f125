"""Things of a template that no document of ours has, told so that nobody looks for them in vain."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.authoring.look.names import W, value
from generator.authoring.look.word_file import WordFile

_PARTS = (
    ("vbaproject", "macros"), ("vbadata", "macros"), ("word/glossary/", "building blocks (AutoText)"),
    ("customui/", "buttons of its own in the ribbon"), ("customxml/", "XML data of its own (customXml)"),
    ("word/comments", "comments"), ("word/activex/", "form controls (ActiveX)"),
    ("docprops/custom.xml", "its own document properties"),
)  # fmt: skip
_SETTINGS = (("docVars", "document variables"), ("mailMerge", "mail merge and its source"),
             ("documentProtection", "protection against changes"), ("writeProtection", "its password"))
_OF_ONE_DOCUMENT = ("cols", "vAlign", "type", "paperSrc", "sectPrChange", "printerSettings", "footnotePr",
                    "endnotePr")  # fmt: skip
_ATTACHED = "/attachedTemplate"


def dropped(template: WordFile, settings: Any | None, ours: WordFile) -> Iterator[str]:
    """Things left behind, but for those of headers and footers; each once, and nothing that ours has too."""
    body = template.document
    names = [name.lower() for name in template.names if not _has(ours, template, name)]
    yield from dict.fromkeys(what for part, what in _PARTS if any(part in name for name in names))
    if settings is not None:
        yield from (what for tag, what in _SETTINGS if settings.find(W + tag) is not None)
        attached = (one.target for one in template.relations(template.related("settings"))
                    if one.kind.endswith(_ATTACHED))
        yield from (f"the link to the template {target.rpartition('/')[2]}" for target in attached)
    controls = sum(1 for _ in body.iter(f"{W}sdt"))
    if controls:
        yield f"{controls} content control{'s' if controls > 1 else ''} of the body"
    text = _text(body)
    words = len(text.split())
    if words and text != _text(ours.document):
        yield f"the text of the body ({words} word{'s' if words > 1 else ''}); a reference document has none"


def _has(ours: WordFile, template: WordFile, name: str) -> bool:
    return name in ours.names and ours.data(name) == template.data(name)


def _text(body: Any) -> str:
    return " ".join(text.text or "" for text in body.iter(f"{W}t"))


def of_page(section: Any) -> Iterator[str]:
    """Leave the section one column, at the top of its pages, and no tray of a printer; tells of columns."""
    if (count := value(section, "cols", "num")) not in ("", "1"):
        yield f"its {count} columns: tables need the whole width"
    for one in [one for one in section if one.tag.removeprefix(W) in _OF_ONE_DOCUMENT]:
        section.remove(one)
