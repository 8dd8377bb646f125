"""Signers of a document, read from the file that is sent to be signed."""

from __future__ import annotations

import io
import zipfile

import pytest

from generator.base.findings import Rejected
from generator.base.values import replace
from generator.compare.documents import redline
from generator.document.anchors import reference_of
from generator.document.model import Block, Document, Signature
from generator.document.signatures import signers
from generator.formats.word import write
from generator.formats.word.signer_properties import as_properties
from generator.formats.word.signers import Signer, signers_of_docx
from tests.support.word_samples import PROPERTIES, document, h, p, reference


def parties(number: int, digital: bool = False) -> tuple[Signature, ...]:
    return tuple(Signature(
        f"Part {n}, kontoret", f"part_{n}", f"Navn {n}" if n % 2 else "", f"titel {n}", f"Part {n}",
        f"1234567{n % 10}" if n % 3 else "", digital) for n in range(1, number + 1))


def with_signers(*blocks: Block) -> Document:
    return document(*blocks, properties=(*PROPERTIES, *as_properties(signers(blocks))))


def expected(blocks: tuple[Signature, ...]) -> list[Signer]:
    return [Signer(order, one.label, one.name, one.title, one.organisation, one.cvr, one.anchor,
                   reference_of(one.anchor) if one.digital else "")
            for order, one in enumerate(blocks, start=1)]


@pytest.mark.parametrize("digital", [False, True])
@pytest.mark.parametrize("number", range(1, 13))
def test_the_file_tells_who_signs_in_which_order(number: int, digital: bool) -> None:
    blocks = parties(number, digital)
    data = write(with_signers(h(1, "Underskrifter"), *blocks, p("Efter.")), reference())
    assert list(signers_of_docx(data)) == expected(blocks)


def test_beside_one_who_signs_by_hand_the_dash_is_no_reference() -> None:
    blocks = (*parties(3), *[replace(one, anchor=f"x{one.anchor}") for one in parties(2, digital=True)])
    assert list(signers_of_docx(write(with_signers(*blocks), reference()))) == expected(blocks)


def test_a_name_that_was_written_into_the_file_is_told() -> None:
    data = write(with_signers(Signature("Part", "a", title="Direktør")), reference())
    assert signers_of_docx(_edited(data, "Direktør", "Forstander"))[0].title == "Forstander"


def test_a_hard_space_is_for_the_line_and_not_for_a_service() -> None:
    block = Signature("Sct.\u00a0Jørgen", "a", organisation="Sct.\u00a0Jørgen", cvr="12\u00a034")
    (told,) = signers_of_docx(write(with_signers(block), reference()))
    assert (told.label, told.organisation, told.cvr) == ("Sct. Jørgen", "Sct. Jørgen", "12 34")


def test_a_block_that_was_taken_out_of_the_page_has_no_anchor() -> None:
    data = write(with_signers(Signature("Part", "a", "Ane", organisation="Part")), reference())
    gone = _edited(data, 'w:name="a"', 'w:name="b"')
    assert signers_of_docx(gone) == (Signer(1, "", "", "", "Part", "", "", ""),)


@pytest.mark.parametrize("number", [3, 6])
def test_in_a_redline_the_signers_are_those_of_the_new_document(number: int) -> None:
    old, new = with_signers(*parties(number)), with_signers(*parties(number + 1)[1:])
    assert list(signers_of_docx(write(redline(old, new), reference()))) == expected(parties(number + 1)[1:])


def test_a_document_of_somebody_else_has_no_signers_and_what_is_no_document_is_refused() -> None:
    assert signers_of_docx(write(document(p("x")), reference())) == ()
    with pytest.raises(Rejected):
        signers_of_docx(b"PK")


def _edited(data: bytes, old: str, new: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as inside, zipfile.ZipFile(out, "w") as written:
        for name in inside.namelist():
            of_the_page = name == "word/document.xml"
            part = inside.read(name)
            written.writestr(name, part.replace(old.encode(), new.encode()) if of_the_page else part)
    return out.getvalue()
