"""Pictures in headers and footers: those that nobody who cannot see them is told of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/picture}pic"
_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_IMAGE = "{urn:schemas-microsoft-com:vml}imagedata"
_OLDER_FORM = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


def undescribed(root: Any) -> Iterator[Any]:
    """The elements that should have a text alternative and have none: `wp:docPr`, or an old kind of shape.

    One that is marked as decoration needs none; what is kept for old programs is the same picture again.
    """
    for frame in root.iter(f"{_DRAWING}inline", f"{_DRAWING}anchor"):
        about = frame.find(f"{_DRAWING}docPr")
        if about is not None and frame.find(f".//{_PICTURE}") is not None and not _is_told(about):
            yield about
    for image in root.iter(_IMAGE):
        shape = image.getparent()
        if not shape.get("alt") and not any(above.tag == _OLDER_FORM for above in image.iterancestors()):
            yield shape


def describe(element: Any, text: str) -> None:
    """Give a picture of `undescribed` its text alternative."""
    element.set("descr" if element.tag == f"{_DRAWING}docPr" else "alt", text)


def name(element: Any) -> str:
    """The name of a picture of `undescribed`, as Word's selection pane has it."""
    return element.get("name") or element.get("id") or "–"


def _is_told(about: Any) -> bool:
    decoration = about.find(f".//{_DECORATIVE}")
    return bool(about.get("descr")) or (decoration is not None and decoration.get("val") in ("1", "true"))
