"""Things of a template that no document of ours has, told so that nobody looks for them in vain."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.authoring.look.names import W, value
from generator.authoring.look.word_file import WordFile
from generator.base.language import later, say, say_count

_PARTS = (
    ("vbaproject", later("macros")), ("vbadata", later("macros")),
    ("word/glossary/", later("building blocks (AutoText)")),
    ("customui/", later("buttons of its own in the ribbon")),
    ("customxml/", later("XML data of its own (customXml)")),
    ("word/comments", later("comments")), ("word/activex/", later("form controls (ActiveX)")),
    ("docprops/custom.xml", later("its own document properties")),
)  # fmt: skip
_SETTINGS = (
    ("docVars", later("document variables")), ("mailMerge", later("mail merge and its source")),
    ("documentProtection", later("protection against changes")), ("writeProtection", later("its password")),
)  # fmt: skip
_OF_ONE_DOCUMENT = ("cols", "vAlign", "type", "paperSrc", "sectPrChange", "printerSettings", "footnotePr",
                    "endnotePr")  # fmt: skip
_ATTACHED = "/attachedTemplate"


def dropped(template: WordFile, settings: Any | None, ours: WordFile) -> Iterator[str]:
    """Things left behind, but for those of headers and footers; each once, and nothing that ours has too."""
    body = template.document
    names = [name.lower() for name in template.names if not _has(ours, template, name)]
    yield from dict.fromkeys(say(what) for part, what in _PARTS if any(part in name for name in names))
    if settings is not None:
        yield from (say(what) for tag, what in _SETTINGS if settings.find(W + tag) is not None)
        attached = (one.target for one in template.relations(template.related("settings"))
                    if one.kind.endswith(_ATTACHED))
        yield from (say("the link to the template {file}", file=target.rpartition("/")[2])
                    for target in attached)
    controls = sum(1 for _ in body.iter(f"{W}sdt"))
    if controls:
        yield say_count("{n} content control of the body", "{n} content controls of the body", controls)
    text = _text(body)
    words = len(text.split())
    if words and text != _text(ours.document):
        yield say_count("the text of the body ({n} word); a reference document has none",
                        "the text of the body ({n} words); a reference document has none", words)


def _has(ours: WordFile, template: WordFile, name: str) -> bool:
    return name in ours.names and ours.data(name) == template.data(name)


def _text(body: Any) -> str:
    return " ".join(text.text or "" for text in body.iter(f"{W}t"))


def of_page(section: Any) -> Iterator[str]:
    """Leave the section one column, at the top of its pages, and no tray of a printer; tells of columns."""
    if (count := value(section, "cols", "num")) not in ("", "1"):
        yield say("its {count} columns: tables need the whole width", count=count)
    for one in [one for one in section if one.tag.removeprefix(W) in _OF_ONE_DOCUMENT]:
        section.remove(one)
