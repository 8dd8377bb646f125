"""The reader of PDFs, those that others have saved too: one exception for whatever is wrong with them."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from generator.base.language import say


class NoPdf(Exception):
    """Bytes that are no PDF, or one that cannot be read."""


@contextmanager
def opened(data: bytes) -> Iterator[Any]:
    """Open the PDF as pikepdf has it. Raises NoPdf."""
    import pikepdf

    try:
        pdf = pikepdf.open(io.BytesIO(data))
    except (pikepdf.PdfError, ValueError) as error:
        raise NoPdf(say("it is no PDF, or not a whole one: `{words}`", words=error)) from error
    with pdf:
        yield pdf


def information(data: bytes) -> dict[str, str]:
    """The words of a PDF about itself, by name. Raises NoPdf."""
    with opened(data) as pdf:
        return {str(name)[1:]: str(value) for name, value in pdf.docinfo.items()}
