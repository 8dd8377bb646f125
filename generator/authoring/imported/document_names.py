"""Names of documents of which a plan has several: that of a group, or of an area of effort, is a hole."""

from __future__ import annotations

from collections.abc import Sequence

from generator.authoring.imported.slots import Hole, Piece, Slot, words_of_shapes
from generator.base.values import replace
from generator.plan.kinds import DocumentKind
from generator.plan.model.form import Form
from generator.plan.model.shape import Choice


def with_twins(slots: Sequence[Slot], kind: DocumentKind) -> list[Slot]:
    """The slots, in which what names the document is one with the name of what it is about."""
    own = {slot.text: slot for slot in slots if [hole.path for hole in slot.holes()] == [(kind.key,)]}
    twins = {slot.text: slot for slot in slots if slot.text and slot is not own.get(slot.text, slot)
             and slot.what == "line" and not slot.weak and len([*slot.holes()]) == 1}  # fmt: skip
    return [replace(slot, twin=twins.get(slot.text)) if own.get(slot.text) is slot else slot
            for slot in slots if twins.get(slot.text) is not slot]  # fmt: skip


def with_area(slot: Slot, form: Form, kind: DocumentKind) -> Slot:
    """The slot, with a hole for the name of the area of effort that the document is for."""
    name = form.indsatsområder[0].navn
    names = (Choice(tuple(area.navn for area in form.indsatsområder)),)
    if kind.key != "indsatsområde" or not any(isinstance(p, str) and name in p for p in slot.pieces):
        return slot
    pieces: list[Piece] = []
    for piece in slot.pieces:
        if isinstance(piece, str) and name in piece:
            before, _, after = piece.partition(name)
            pieces += [before, Hole(("indsatsområde",), filters=("område",), shapes=names,
                                    words=words_of_shapes(names)), after]  # fmt: skip
        else:
            pieces.append(piece)
    return replace(slot, what="line", pieces=tuple(filter(None, pieces)))
