"""A reference document out of a Word template, and what was done for it."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy
from pathlib import Path
from typing import Any

from msgspec import Struct

from generator.authoring.look import dropped, kept
from generator.authoring.look.derive import Deriver, Manner
from generator.authoring.look.lists import Lists
from generator.authoring.look.margins import Edges, ident, kind_of_relation, serialised
from generator.authoring.look.names import W, is_on
from generator.authoring.look.palette import Palette, Theme
from generator.authoring.look.report import Report, about_page, about_palette, about_style
from generator.authoring.look.sheet import Sheet
from generator.authoring.look.word_file import WordFile
from generator.base.findings import Finding, Place
from generator.base.language import say
from generator.base.values import replace
from generator.formats.word import Reference
from generator.formats.word.package.parts import RELATION_TYPES, PackagePart, Relation
from generator.formats.word.package.zip import pack
from generator.formats.word.reference import page
from generator.formats.word.reference.sound import SECTION
from generator.formats.word.reference.tabs import Stops

_MAIN = "/word/document.xml"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_CARRIED = ("theme", "fontTable")


class Look(Struct, frozen=True):
    """A reference document as bytes, the lines that tell what was done, and what is left to mend in Word."""

    data: bytes
    told: tuple[str, ...]
    findings: tuple[Finding, ...]


def made(path: Path, data: bytes, ours: Path, ours_data: bytes, target: Path, logo: str = "") -> Look:
    """The look of a Word template; `ours` is the reference document that the missing styles are taken from.

    `target` is what messages call the result, `logo` the text alternative of pictures that have none.
    Raises Rejected where the file is none that a look can be made of.
    """
    maker = Maker(WordFile(path, data), WordFile(ours, ours_data))
    known = Reference.read(ours, ours_data)
    names = frozenset(name for _, margin in known.margins for name in margin.fields())
    result = maker.make(names | {"Title", "Subject", "Author"}, logo)
    found = Reference.read(path, result).findings
    told = tuple(replace(finding, place=Place(str(target))) for finding in found)
    return Look(result, maker.report.lines(), told)


class Maker:
    """Puts a reference document together from a template and from ours."""

    def __init__(self, template: WordFile, ours: WordFile) -> None:
        self.template, self.ours = template, ours
        self.report = Report()
        self.sheet, self.our_sheet = self._sheet(template), self._sheet(ours)
        self.theme = self._theme(template)
        settings = template.related("settings")
        self.settings = template.tree(settings) if settings else None

    def make(self, known: frozenset[str], logo: str) -> bytes:
        """The reference document; `known` are the properties that headers may show."""
        reading = self.template.reading
        with reading(SECTION):
            section = self._section()
            width = width_of(section)
            uneven = self._uneven(section)
            self.report.page(about_page(section), self._left_of_page)
        with reading("word/numbering.xml"):
            numbering = self._numbering()
        with reading("word/styles.xml"):
            deriver = self._styled(width, numbering)
        stops = Stops.of(self.sheet.root, width)
        edges = Edges(self.template, self.ours, section, uneven, deriver, stops, known)
        edges.take(logo)
        left = dropped.dropped(self.template, self.settings, self.ours)
        self.report.edges(edges.notes, [*left, *edges.dropped])
        return self._packed(section, numbering, edges, deriver)

    def _styled(self, width: int, numbering: Any) -> Deriver:
        """Put the template's styles in order and add what they lack."""
        self.report.kept(self.sheet.take_danish_names())
        palette = Palette.of(self.sheet, self.theme)
        ours = Palette.used(self.our_sheet, self._theme(self.ours))
        manner = Manner(ours, palette, width_of(self._our_section()), width)
        lists = Lists(numbering, self.ours.tree(self.ours.related("numbering")), manner.paint)
        changed = [*kept.with_lists(self.sheet, self.our_sheet, lists), *kept.without_numbers(self.sheet),
                   *kept.without_frames(self.sheet, self.our_sheet),
                   *kept.in_danish(self.sheet), *kept.legible(self.sheet, self.our_sheet, self.theme)]
        deriver = Deriver(self.our_sheet, self.sheet, manner, lists)
        new = deriver.add()
        self.report.styles(about_palette(palette), changed,
                           [about_style(one, self.sheet, self.theme) for one in new])
        return deriver

    def _sheet(self, file: WordFile) -> Sheet:
        name = file.related("styles")
        if not name:
            raise file.refusal(say("it has no word/styles.xml, where its styles are"))
        return Sheet(file.tree(name))

    def _theme(self, file: WordFile) -> Theme:
        name = file.related("theme")
        return Theme(file.tree(name) if name else None)

    def _our_section(self) -> Any:
        return list(self.ours.document.iter(f"{W}sectPr"))[-1]

    def _section(self) -> Any:
        """The last section with the headers of those before it; our paper where it names none."""
        found = [one for one in self.template.document.iter(f"{W}sectPr")
                 if one.getparent().tag in (f"{W}pPr", f"{W}body")]
        section = page.whole(found) if found else self.template.document.makeelement(f"{W}sectPr")
        for tag in ("pgSz", "pgMar"):
            if section.find(W + tag) is None:
                section.append(deepcopy(self._our_section().find(W + tag)))
        self._left_of_page = list(dropped.of_page(section))
        return section

    def _numbering(self) -> Any:
        name = self.template.related("numbering")
        if name:
            return self.template.tree(name)
        root = deepcopy(self.ours.tree(self.ours.related("numbering")))
        root[:] = []
        return root

    def _uneven(self, section: Any) -> bool:
        """Tell if even pages are to have headers of their own, as the template says and has them."""
        said = self.settings is not None and is_on(self.settings.find(f"{W}evenAndOddHeaders"))
        has = any(one.get(f"{W}type") == page.EVEN for one in section)
        if said and not has:
            self._left_of_page.append(say("even pages without a header: they show that of the others"))
        return said and has

    def _packed(self, section: Any, numbering: Any, edges: Edges, deriver: Deriver) -> bytes:
        carried = [self._carried(kind) for kind in _CARRIED]
        own = {"styles": self.sheet.root, "numbering": numbering, "settings": self._settings(edges.uneven)}
        main = tuple(
            [Relation(f"rId{kind.capitalize()}", f"{RELATION_TYPES}/{kind}", f"/word/{kind}.xml")
             for kind in own]
            + [Relation(f"rId{kind[0].upper()}{kind[1:]}", f"{RELATION_TYPES}/{kind}", part.name)
               for kind, part in zip(_CARRIED, carried, strict=True)]
            + [Relation(ident(number), kind_of_relation(edge), edge.part.name)
               for number, edge in enumerate(edges.all)])
        parts = [PackagePart(_MAIN, f"{_TYPE}.document.main+xml",
                             serialised(self._specimen(section, deriver)), main)]
        parts += [PackagePart(f"/word/{kind}.xml", f"{_TYPE}.{kind}+xml", serialised(root))
                  for kind, root in own.items()]
        parts += [*carried, *edges.parts()]
        parts += self._held_by(parts[4:])
        properties = [self.ours.part(name) for name in ("docProps/core.xml", "docProps/custom.xml")]
        parts += properties
        named = [part.name for part in parts]
        if twice := next((name for name in named if named.count(name) > 1), ""):
            message = say("{part} is named as two things in the relations of its parts", part=twice[1:])
            raise self.template.refusal(message)
        return pack(parts, self.ours.relations(""))

    def _carried(self, kind: str) -> PackagePart:
        file = self.template if self.template.related(kind) else self.ours
        return file.part(file.related(kind))

    def _held_by(self, parts: Iterable[PackagePart]) -> list[PackagePart]:
        """The parts that those refer to, a header to its logo, and what these refer to."""
        found: dict[str, PackagePart] = {}
        waiting = [one.target[1:] for part in parts for one in part.relations if not one.external]
        while waiting:
            name = waiting.pop()
            if name not in found:
                found[name] = self.template.part(name)
                waiting += [one.target[1:] for one in found[name].relations if not one.external]
        return [found[name] for name in sorted(found)]

    def _settings(self, uneven: bool) -> Any:
        root = self.ours.tree(self.ours.related("settings"))
        for old in root.findall(f"{W}evenAndOddHeaders"):
            root.remove(old)
        if uneven:
            place = root.find(f"{W}compat")
            place.addprevious(root.makeelement(f"{W}evenAndOddHeaders"))
        return root

    def _specimen(self, section: Any, deriver: Deriver) -> Any:
        """Our sample of all styles, in the template's look and on its paper."""
        root = deepcopy(self.ours.document)
        for tag in ("pStyle", "rStyle", "tblStyle"):
            for one in root.iter(W + tag):
                one.set(f"{W}val", deriver.id_of(one.get(f"{W}val")))
        body = root.find(f"{W}body")
        body.remove(body.findall(f"{W}sectPr")[-1])
        body.append(section)
        return root


def width_of(section: Any) -> int:
    """The twips between the margins of a section."""
    paper, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    return int(paper.get(f"{W}w")) - int(margins.get(f"{W}left")) - int(margins.get(f"{W}right"))
