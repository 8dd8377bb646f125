"""One .docx, one Document: what anybody has saved in Word or in another program, with its marks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from generator.base.border import files
from generator.document.model import Block, Document, Signature
from generator.formats.word.codes import no_docx
from generator.formats.word.reading.blocks import body_blocks
from generator.formats.word.reading.comments import Comment, comments_of
from generator.formats.word.reading.contents_lists import with_short_names
from generator.formats.word.reading.names import W, standing, value
from generator.formats.word.reading.numbering import Numbering
from generator.formats.word.reading.package import Package
from generator.formats.word.reading.signature_blocks import with_anchors, with_facts
from generator.formats.word.reading.story import Seen, Story, Told
from generator.formats.word.reading.styles import Styles
from generator.formats.word.reading.text_flow import Flow
from generator.formats.word.reference.styles import DRAFT_MARK
from generator.formats.word.signer_properties import facts_of

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_DC = "{http://purl.org/dc/elements/1.1/}"
_TERMS = "{http://purl.org/dc/terms/}"
_LANGUAGE = "da-DK"


class Read(Struct, frozen=True):
    """All that a .docx says: the Document, with the marks of what is tracked in it, and what stands beside.

    `paragraphs` has every paragraph as the file has it, in order: the origin of a block of the Document names
    the first that it was read from by its number, which `seen` looks up. `told` is what the Document cannot
    hold, `margins` the texts of headers and footers. `accepted` and `rejected` of
    `generator.document.revision_marks` give the Document with all marks taken in, or taken back.
    """

    document: Document
    comments: tuple[Comment, ...]
    told: tuple[Told, ...]
    paragraphs: tuple[Seen, ...]
    margins: tuple[str, ...]

    def seen(self, block: Block) -> Seen | None:
        """The first paragraph that the block was read from; None for a block that was not read here."""
        place = block.origin.line - 1 if block.origin else -1
        return self.paragraphs[place] if 0 <= place < len(self.paragraphs) else None


def read_document(source: bytes | Path) -> Read:
    """Read the bytes of a .docx, or the file at a path.

    Raises Rejected for what is no whole .docx, and OSError for a file that cannot be read.
    """
    package = Package(files.read(source) if isinstance(source, Path) else source)
    if package.document is None or (body := package.document.find(f"{W}body")) is None:
        raise no_docx()
    styles = Styles(package.of_kind("styles"))
    story = Story(package, styles, Numbering(package.of_kind("numbering"), styles))
    pieces = list(Flow(story).pieces(body))
    blocks = with_short_names(body_blocks(pieces, story.tell))
    margins = [*package.all_of_kind("header"), *package.all_of_kind("footer")]
    document = _about(package, _with_facts(blocks, package.properties()),
                      any(_is_draft(margin, styles) for margin in margins))
    texts = (text for margin in margins for one in margin.iter(f"{W}p") if (text := standing(one)))
    return Read(document, comments_of(story), _told(story), tuple(story.seen), tuple(texts))


def _about(package: Package, blocks: tuple[Block, ...], draft: bool) -> Document:
    core = package.about("core")
    said = {} if core is None else {one.tag: one.text or "" for one in core}
    return Document(
        title=said.get(f"{_DC}title", ""), blocks=blocks, draft=draft,
        language=said.get(f"{_DC}language", "") or _LANGUAGE, subject=said.get(f"{_DC}subject", ""),
        author=said.get(f"{_DC}creator", ""), date=said.get(f"{_TERMS}created", "").partition("T")[0],
        properties=tuple(package.properties().items()))


def _with_facts(blocks: tuple[Block, ...], properties: Mapping[str, str]) -> tuple[Block, ...]:
    facts = {one.anchor: one for one in facts_of(properties)}
    return tuple([with_facts(block, facts) if isinstance(block, Signature) else block
                  for block in with_anchors(blocks)])


def _is_draft(margin: Element, styles: Styles) -> bool:
    return any(styles.name(value(one, "pPr/pStyle")) == DRAFT_MARK and not _is_gone(one)
               for one in margin.iter(f"{W}p"))


def _is_gone(paragraph: Element) -> bool:
    """Tell whether a revision has taken out all that the paragraph says."""
    return paragraph.find(f".//{W}delText") is not None and paragraph.find(f".//{W}t") is None


def _told(story: Story) -> tuple[Told, ...]:
    return tuple(_placed(story))


def _placed(story: Story) -> Iterator[Told]:
    """All that was told, with the heading above it and the words around it."""
    seen = story.seen
    for what, text, number in story.told:
        before = seen[:number]
        heading = next((one.text for one in reversed(before) if one.level and one.text.strip()), "")
        own = seen[number - 1].text if 0 < number <= len(seen) else ""
        near = own if own.strip() else next((one.text for one in reversed(before) if one.text.strip()), "")
        yield Told(what, text, " ".join(heading.split()), " ".join(near.split()), number)

