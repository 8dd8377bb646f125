"""The closed vocabulary: every tag with its attributes, its classes and those that may stand in it.

To let templates use another style of reference.docx, add a class here; nothing else changes. A new tag goes
into the union of its kind, and mypy names the places that must know it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeAlias, get_args

BODY = "document"
"""The element around everything; no template writes it."""

InlineTag: TypeAlias = Literal["strong", "em", "a", "br"]
HeadingTag: TypeAlias = Literal["h1", "h2", "h3"]
BlockTag: TypeAlias = Literal[
    HeadingTag, "section", "p", "ul", "ol", "table", "signature", "note", "pagebreak", "contents", "bar",
    "diagram",
]
TablePart: TypeAlias = Literal["caption", "thead", "tbody", "tr"]
CellTag: TypeAlias = Literal["th", "td"]

INLINE: frozenset[InlineTag] = frozenset(get_args(InlineTag))
HEADINGS: frozenset[HeadingTag] = frozenset(get_args(HeadingTag))
TABLE_PARTS: frozenset[TablePart] = frozenset(get_args(TablePart))
_TOP: frozenset[BlockTag] = frozenset(get_args(BlockTag))
_IN_CELL = frozenset({"p", "ul", "ol"})
BAR_PART = "part"
DIAGRAM_BOX, DIAGRAM_EDGE = "box", "edge"

CHILDREN: Mapping[str, frozenset[str]] = {
    BODY: _TOP,
    "section": _TOP,
    "h1": INLINE,
    "h2": INLINE,
    "h3": INLINE,
    "p": INLINE,
    "ul": frozenset({"li"}),
    "ol": frozenset({"li"}),
    "li": INLINE | _IN_CELL,
    "table": TABLE_PARTS,
    "caption": INLINE,
    "thead": frozenset({"tr"}),
    "tbody": frozenset({"tr"}),
    "tr": frozenset(get_args(CellTag)),
    "th": INLINE | _IN_CELL,
    "td": INLINE | _IN_CELL | {"bar"},
    "strong": INLINE,
    "em": INLINE,
    "a": INLINE - {"a"},
    "br": frozenset(),
    "signature": frozenset(),
    "note": INLINE | _IN_CELL,
    "pagebreak": frozenset(),
    "contents": frozenset(),
    "bar": frozenset({BAR_PART}),
    BAR_PART: frozenset(),
    "diagram": frozenset({DIAGRAM_BOX, DIAGRAM_EDGE}),
    DIAGRAM_BOX: frozenset(),
    DIAGRAM_EDGE: frozenset(),
}
"""The tags there are, each with those that may stand directly in it."""

TAGS = frozenset(CHILDREN) - {BODY}
TEXT = frozenset(tag for tag, children in CHILDREN.items() if "strong" in children)
"""The tags in which text may stand."""

FILLED = HEADINGS | {"p", "li", "caption", "ul", "ol", "thead", "tbody", "tr", "note", "table", "bar",
                     "diagram"}
"""The tags that must hold something."""

ATTRIBUTES: Mapping[str, frozenset[str]] = {
    "table": frozenset({"columns", "description"}),
    "th": frozenset({"colspan", "rowspan"}),
    "td": frozenset({"colspan", "rowspan"}),
    "a": frozenset({"href"}),
    "signature": frozenset({"label", "anchor", "name", "title", "organisation", "cvr"}),
    "contents": frozenset({"title", "most"}),
    **dict.fromkeys(HEADINGS, frozenset({"short"})),
    "bar": frozenset({"description", "width"}),
    BAR_PART: frozenset({"share", "label"}),
    "diagram": frozenset({"description"}),
    DIAGRAM_BOX: frozenset({"id", "label", "detail", "level"}),
    DIAGRAM_EDGE: frozenset({"from", "to", "says", "look"}),
}
"""The attributes of a tag, apart from `class`."""

REQUIRED: Mapping[str, tuple[str, ...]] = {
    "table": ("columns",),
    "a": ("href",),
    "signature": ("label", "anchor"),
    "contents": ("title",),
    "bar": ("description",),
    BAR_PART: ("share", "label"),
    "diagram": ("description",),
    DIAGRAM_BOX: ("id", "label", "level"),
    DIAGRAM_EDGE: ("from", "to", "says", "look"),
}

PARAGRAPH_STYLES: Mapping[str, str] = {
    "title": "Title",
    "subtitle": "Subtitle",
    "draft": "Draft Mark",
    "lead": "Lead",
    "label": "Label",
    "assessment": "Assessment",
    "source": "Source",
    "subhead": "Table Subhead",
    "value": "Table Value",
    "amount": "Table Amount",
}
GUIDANCE = "Guidance"
"""The style of a paragraph in a note."""

CELL_STYLES: Mapping[str, Mapping[str, str]] = {
    "td": {"amount": "Table Amount", "total": "Table Total", "total-amount": "Table Total Amount"},
    "th": {"amount": "Table Amount Head", "total": "Table Total", "total-amount": "Table Total Amount"},
}
"""The style that a class of a cell gives to the cell's paragraphs."""

FORM_STYLES = frozenset({*PARAGRAPH_STYLES.values(), GUIDANCE}).union(
    *(styles.values() for styles in CELL_STYLES.values()))
"""The styles that a form can give to a paragraph."""

TABLE_STYLES: Mapping[str, str] = {"summary": "Aftale Summary"}
RUN_STYLES: Mapping[str, str] = {"gap": "Gap", "known-gap": "Known Gap"}
NEW_PAGE = "new-page"
LETTERS = "letters"
"""Of a numbered list: its points are a), b), c)."""
DIGITAL = "digital"
"""Of a signature: without lines for ink."""

CLASSES: Mapping[str, frozenset[str]] = {
    "p": frozenset(PARAGRAPH_STYLES),
    "em": frozenset(RUN_STYLES),
    "ol": frozenset({LETTERS}),
    "signature": frozenset({DIGITAL}),
    "table": frozenset(TABLE_STYLES),
    **{tag: frozenset(styles) for tag, styles in CELL_STYLES.items()},
    **dict.fromkeys(HEADINGS, frozenset({NEW_PAGE})),
}
"""The classes of a tag; a tag has one at a time."""

LINK_SCHEMES = ("http://", "https://", "mailto:")
