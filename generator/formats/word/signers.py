"""Signers of a .docx, for those who send it to be signed: what its page says, and what its properties add."""

from __future__ import annotations

from msgspec import Struct

from generator.document.anchors import reference_of
from generator.document.model import Signature
from generator.document.revision_marks import accepted
from generator.document.signatures import signers
from generator.formats.word.reading import read_document
from generator.formats.word.signer_properties import Facts, facts_of, plain


class Signer(Struct, frozen=True):
    """A signer, as the file says it; `order` from 1. What is not known, or not there any more, is empty.

    `reference` stands on the page where the party signs electronically; `anchor` is the bookmark.
    """

    order: int
    label: str
    name: str
    title: str
    organisation: str
    cvr: str
    anchor: str
    reference: str

    @property
    def digital(self) -> bool:
        """Tell whether the block has no lines for ink."""
        return bool(self.reference)


def signers_of_docx(data: bytes) -> tuple[Signer, ...]:
    """The signers in their order; none in a document that was not made here. Raises Rejected for no .docx."""
    document = accepted(read_document(data).document)
    blocks = {block.anchor: block for block in signers(document.blocks)}
    return tuple([_signer(order, facts, blocks.get(facts.anchor))
                  for order, facts in enumerate(facts_of(dict(document.properties)), start=1)])


def _signer(order: int, facts: Facts, block: Signature | None) -> Signer:
    if block is None:
        return Signer(order, "", "", "", facts.organisation, facts.cvr, "", "")
    reference = reference_of(block.anchor) if block.digital else ""
    return Signer(order, plain(block.label), plain(block.name), plain(block.title), facts.organisation,
                  facts.cvr, block.anchor, reference)
