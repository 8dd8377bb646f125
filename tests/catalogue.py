"""Catalogue of what people read: extracted from the code, compared with the Danish, compiled.

`python -m tests.catalogue` brings `aftale.po` up to date with the code and compiles it: a new sentence gets
an empty translation, one that is gone leaves. Nothing is guessed: a translation is written, never likened.
"""

from __future__ import annotations

import inspect
import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import click
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from generator.cli import commands
from generator.cli.help import Said, paragraphs

ROOT = Path(__file__).resolve().parent.parent
DANISH = ROOT / "generator/locale/da/LC_MESSAGES/aftale.po"
KEYWORDS = {"say": None, "say_count": (1, 2), "later": None}
NOT_KNOWN = re.compile(rb'^"(Report|POT-Cr|PO-Rev|Last-Tr|Language-T|Generated)[^\n]*\n', re.M)
"""Header lines that say nothing here, or would change with every run."""
HEAD = """\
# What people read. The English is in the code; `python -m tests.catalogue` brings the two
# together. Each entry is one whole sentence with named values: keep the names in { }, give each
# a noun before it, and no genitive. Begin with a capital and end with a full stop; a hint is an
# imperative (Skriv …, Ret …, Slet …). What is typed in YAML or at the prompt stands in backticks,
# words from a text in ”…”.
# Words of the domain keep their language in both; in English they stand as they do in the YAML:
# - the plan: helhedsplan, delaftale, strategisk samarbejdsaftale, bilag, kommissorium, regulativ,
# beredskabsplan, milepælsplan, aktivitetsskema, organisationsdiagram, indsatsområde, indsats
# - who and where: part, kommune, boligorganisation, Landsbyggefonden, bestyrelse, ejer,
# boligområde, afdeling, lejemål, beboere
# - what is followed: delmål, indikator, baseline, måling, målepunkt, nøgletal, kriterium,
# hændelse, milepæl, aktivitet, medfinansiering, post, kilde
# - words for a value: udkast, endelig, vedlagt, eftersendes, mangler, afventer, ikke opgjort,
# diskretioneret
# Codes (B2), keys, names of files, commands and options are the same in every language."""
"""What a translator reads first, in the catalogue of every language."""
AT_NO_TIME = datetime(2026, 1, 1, tzinfo=UTC)
OF_CLICK = {"_": None, "gettext": None, "ngettext": (1, 2)}


def extracted() -> Catalog:
    """All sentences of the code, and click's own, each with the files that say it."""
    catalogue = Catalog()
    for folder, keywords, shown in (
        (ROOT / "generator", KEYWORDS, "generator"),
        (Path(inspect.getfile(click)).parent, OF_CLICK, "click"),
    ):
        for file, _, message, _, context in extract_from_dir(str(folder), keywords=keywords):
            catalogue.add(message, locations=[(f"{shown}/{file}", 0)], context=context)
    for text, file in of_commands():
        catalogue.add(text, locations=[(file, 0)])
    return catalogue


def of_commands() -> Iterator[tuple[str, str]]:
    """Texts that the help of the commands shows, each with the file of its command."""
    for command in (commands, *commands.commands.values()):
        assert command.callback
        file = Path(inspect.getfile(inspect.unwrap(command.callback))).relative_to(ROOT).as_posix()
        for thing in (command, *command.params):
            attributes = (kept for kind in type(thing).__mro__ for kept in vars(kind).values())
            written = (kept.written(thing) for kept in attributes if isinstance(kept, Said))
            yield from ((text, file) for whole in written for text in paragraphs(whole))


def danish() -> Catalog:
    """The catalogue as the translator left it."""
    with DANISH.open("rb") as file:
        return read_po(file, locale="da")


def updated(old: Catalog) -> Catalog:
    """The old catalogue with the sentences of the code: new ones without a translation, none left over."""
    catalogue = Catalog(
        locale="da", domain="aftale", header_comment=HEAD, charset="utf-8", fuzzy=False,
        project="aftale", version="1", creation_date=AT_NO_TIME,
    )  # fmt: skip
    for message in extracted():
        if not message.id:
            continue
        known = old.get(message.id if isinstance(message.id, str) else message.id[0], message.context)
        kept = known.string if known is not None and known.id == message.id else ""
        catalogue.add(message.id, kept, locations=sorted(set(message.locations)), context=message.context)
    return catalogue


def forms(message: Message, of: str = "string") -> list[str]:
    """The sentence, or its translation: one text, or one for one thing and one for many."""
    text = getattr(message, of)
    return [text] if isinstance(text, str) else list(text)


def as_po(catalogue: Catalog) -> bytes:
    """The text that a translator opens."""
    file = BytesIO()
    write_po(file, catalogue, sort_by_file=True, width=100, include_lineno=False, ignore_obsolete=True)
    return NOT_KNOWN.sub(b"", file.getvalue())


def as_mo(catalogue: Catalog) -> bytes:
    """The compiled catalogue that the program reads."""
    file = BytesIO()
    write_mo(file, catalogue)
    return file.getvalue()


def main() -> None:
    """Bring the catalogue up to date, compile it, and say what has no translation yet."""
    catalogue = updated(danish())
    DANISH.write_bytes(as_po(catalogue))
    DANISH.with_suffix(".mo").write_bytes(as_mo(catalogue))
    empty = [message for message in catalogue if message.id and not all(forms(message))]
    for message in empty:
        sys.stdout.write(f"{message.locations[0][0]}: {message.id}\n")
    sys.stdout.write(f"{len(empty)} without a translation\n")


if __name__ == "__main__":
    main()
