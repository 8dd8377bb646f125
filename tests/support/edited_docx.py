"""Edits that people make in Word, made in the XML of a .docx."""

from __future__ import annotations

import io
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.text.paragraph import Paragraph
from docx.text.run import Run

DAY = "2026-03-02T10:00:00Z"


class Editor:
    """A .docx in which somebody types; `author` is whose the tracked changes are, if there are to be any."""

    def __init__(self, source: Path | bytes, author: str = "") -> None:
        self._path = source if isinstance(source, Path) else None
        data = source.read_bytes() if isinstance(source, Path) else source
        self._document = docx.Document(io.BytesIO(data))
        self._author = author
        self._numbers = iter(range(90_000, 99_000))

    @property
    def body(self) -> Any:
        return self._document.element.body

    def saved(self) -> bytes:
        """The bytes as they are saved, to the file too if it was one."""
        out = io.BytesIO()
        self._document.save(out)
        if self._path:
            self._path.write_bytes(out.getvalue())
        return out.getvalue()

    def paragraph(self, words: str, nth: int = 0) -> Any:
        """The paragraph that holds the words, the nth of those that do."""
        found = [p for p in self.body.iter(qn("w:p")) if words in _plain(_text(p))]
        if len(found) <= nth:
            raise LookupError(words)
        return found[nth]

    def replace(self, old: str, new: str, nth: int = 0) -> None:
        """Type over the words; nothing where they are to go."""
        paragraph = self.paragraph(old, nth)
        run, before, after = _cut_out(paragraph, old)
        pieces = [_run_like(run, before)] if before else []
        if self._author:
            pieces += [self._tracked("w:del", _run_like(run, old, "w:delText"))]
            pieces += [self._tracked("w:ins", _run_like(run, new))] if new else []
        elif new:
            pieces += [_run_like(run, new)]
        pieces += [_run_like(run, after)] if after else []
        for piece in pieces:
            run.addprevious(piece)
        run.getparent().remove(run)

    def everywhere(self, old: str, new: str) -> None:
        """Type over the words wherever they stand."""
        while any(old in _plain(_text(p)) for p in self.body.iter(qn("w:p"))):
            self.replace(old, new)

    def look(self, words: str, tag: str = "w:b", value: str = "") -> None:
        """Make the words bold, or of another look."""
        look = OxmlElement(tag)
        if value:
            look.set(qn("w:val"), value)
        _alone(self.paragraph(words), words).get_or_add_rPr().append(look)

    def link(self, words: str, address: str) -> None:
        """Make the words a link."""
        run = _alone(self.paragraph(words), words)
        link = OxmlElement("w:hyperlink")
        link.set(qn("r:id"), self._document.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, True))
        run.addprevious(link)
        link.append(run)

    def highlight(self, words: str) -> None:
        """Mark the words with a yellow pen."""
        self.look(words, "w:highlight", "yellow")

    def split_cell(self, words: str, text: str) -> None:
        """Make two cells of the one that holds the words, the second with this text."""
        cell = self.paragraph(words).getparent()
        new = deepcopy(cell)
        _set_text(new.find(qn("w:p")), text)
        cell.addnext(new)

    def split_table(self, words: str) -> None:
        """Begin a new table with the row that holds the words."""
        row = self._row(words)
        table = row.getparent()
        new = deepcopy(table)
        at = table.index(row)
        for one in list(new)[:at]:
            if one.tag == qn("w:tr"):
                new.remove(one)
        for one in list(table)[at:]:
            table.remove(one)
        table.addnext(new)
        table.addnext(OxmlElement("w:p"))

    def to_text(self, words: str) -> None:
        """Make the first table that holds the words paragraphs with tabs."""
        table = next(t for t in self.body.iter(qn("w:tbl")) if words in _plain(_text(t)))
        for row in table.iter(qn("w:tr")):
            new = OxmlElement("w:p")
            _set_text(new, "\t".join(" ".join(map(_text, cell.findall(qn("w:p"))))
                                    for cell in row.findall(qn("w:tc"))))
            table.addprevious(new)
        table.getparent().remove(table)

    def add_after(self, words: str, text: str, nth: int = 0) -> None:
        """Put in a paragraph, or an item, like the nth one that holds the words."""
        paragraph = self.paragraph(words, nth)
        new = deepcopy(paragraph)
        _set_text(new, text)
        if self._author:
            self._track_all(new, "w:ins")
        paragraph.addnext(new)

    def paragraph_after(self, words: str, text: str, style: str = "") -> None:
        """Put in a plain paragraph, or one in that style, behind the one that holds the words."""
        new: Any = OxmlElement("w:p")
        run = OxmlElement("w:r")
        run.append(_t(text, "w:t"))
        new.append(run)
        if style:
            new.get_or_add_pPr().get_or_add_pStyle().set(qn("w:val"), style)
        if self._author:
            self._track_all(new, "w:ins")
        self.paragraph(words).addnext(new)

    def remove(self, words: str) -> None:
        """Take out the paragraph that holds the words."""
        paragraph = self.paragraph(words)
        if self._author:
            self._track_all(paragraph, "w:del")
        else:
            paragraph.getparent().remove(paragraph)

    def move(self, words: str, after: str) -> None:
        """Cut out the paragraph with the words and put it in after another."""
        paragraph = self.paragraph(words)
        self.paragraph(after).addnext(paragraph)

    def split(self, words: str) -> None:
        """Begin a new paragraph with the words."""
        paragraph = self.paragraph(words)
        before, after = _text(paragraph).split(words, 1)
        new = deepcopy(paragraph)
        _set_text(paragraph, before.rstrip())
        _set_text(new, words + after)
        paragraph.addnext(new)

    def join(self, words: str) -> None:
        """Take out the end of the paragraph before the one that holds the words."""
        paragraph = self.paragraph(words)
        before = paragraph.getprevious()
        _set_text(before, f"{_text(before)} {_text(paragraph)}")
        paragraph.getparent().remove(paragraph)

    def remove_section(self, words: str) -> None:
        """Take out the heading that holds the words, and all up to the next one of its level or above."""
        for one in self._section(words):
            one.getparent().remove(one)

    def copy_section(self, words: str, name: str) -> None:
        """Put in the section once more behind itself, the words of its heading exchanged."""
        section = self._section(words)
        copies = [deepcopy(one) for one in section]
        _set_text(copies[0], _text(copies[0]).replace(words, name))
        for one in reversed(copies):
            section[-1].addnext(one)

    def _section(self, words: str) -> list[Any]:
        heading = [p for p in self.body.iter(qn("w:p")) if words in _plain(_text(p)) and _level(p)][-1]
        found = [heading]
        for one in heading.itersiblings():
            if one.tag == qn("w:sectPr") or 0 < _level(one) <= _level(heading):
                break
            found.append(one)
        return found

    def remove_table(self, words: str) -> None:
        """Take out the first table that holds the words, with its caption."""
        table = next(t for t in self.body.iter(qn("w:tbl")) if words in _plain(_text(t)))
        caption = table.getprevious()
        if _text(caption).startswith("Tabel"):
            caption.getparent().remove(caption)
        table.getparent().remove(table)

    def row_after(self, words: str, *texts: str) -> None:
        """Put in a row like the last one that holds the words, with these texts in its cells."""
        row = self._row(words)
        new = deepcopy(row)
        for cell, text in zip(new.findall(qn("w:tc")), texts, strict=True):
            first, *more = cell.findall(qn("w:p"))
            for paragraph in more:
                cell.remove(paragraph)
            _set_text(first, text)
        row.addnext(new)

    def remove_row(self, words: str) -> None:
        """Take out the last row that holds the words."""
        row = self._row(words)
        row.getparent().remove(row)

    def _row(self, words: str) -> Any:
        found = [row for row in self.body.iter(qn("w:tr"))
                 if any(words in _plain(_text(p)) for p in row.iter(qn("w:p")))]
        return found[-1]

    def move_row(self, words: str, after: str) -> None:
        """Move the row that holds the words."""
        self._row(after).addnext(self._row(words))

    def comment(self, words: str, text: str, author: str = "Birte Holm") -> None:
        """Write a comment about the words."""
        paragraph = self.paragraph(words)
        run = Run(_alone(paragraph, words), Paragraph(paragraph, self._document))
        comment = self._document.add_comment(run, text, author)
        comment._comment_elm.set(qn("w:date"), DAY)

    def header(self, text: str) -> None:
        """Type over the first words of the header."""
        paragraph = next(one for one in self._document.sections[0].header.paragraphs if one.text.strip())
        paragraph.runs[0].text = text

    def equation(self, words: str, signs: str) -> None:
        """Put an equation behind the words of a paragraph."""
        equation, run, text = (OxmlElement(f"m:{name}") for name in ("oMath", "r", "t"))
        text.text = signs
        run.append(text)
        equation.append(run)
        self.paragraph(words).append(equation)

    def reject_all(self) -> None:
        """Reject every tracked change of words within paragraphs."""
        for mark in list(self.body.iter(qn("w:ins"))):
            mark.getparent().remove(mark)
        for mark in list(self.body.iter(qn("w:del"))):
            for run in list(mark):
                for text in run.iter(qn("w:delText")):
                    text.tag = qn("w:t")
                mark.addprevious(run)
            mark.getparent().remove(mark)

    def every(self, change: Callable[[str], str]) -> None:
        """Type over the text of each paragraph."""
        for paragraph in list(self.body.iter(qn("w:p"))):
            if text := _text(paragraph):
                _set_text(paragraph, change(text))

    def _tracked(self, tag: str, run: Any) -> Any:
        mark = self._mark(tag)
        mark.append(run)
        return mark

    def _mark(self, tag: str) -> Any:
        mark = OxmlElement(tag)
        mark.set(qn("w:id"), str(next(self._numbers)))
        mark.set(qn("w:author"), self._author)
        mark.set(qn("w:date"), DAY)
        return mark

    def _track_all(self, paragraph: Any, tag: str) -> None:
        for run in list(paragraph.findall(qn("w:r"))):
            mark = self._mark(tag)
            run.addprevious(mark)
            mark.append(run)
            if tag == "w:del":
                for text in run.findall(qn("w:t")):
                    text.tag = qn("w:delText")
        look = paragraph.get_or_add_pPr()
        end = look.find(qn("w:rPr"))
        if end is None:
            end = OxmlElement("w:rPr")
            look.append(end)
        end.insert(0, self._mark(tag))


def _level(element: Any) -> int:
    """The level of a heading; 0 of anything else."""
    style = element.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    name = style.get(qn("w:val")) if style is not None else ""
    return int(name[-1]) if name.startswith("Heading") and name[-1].isdigit() else 0


def _text(element: Any) -> str:
    """The text of a paragraph or a run, without what stands in a drawing."""
    return "".join(one.text or "" for one in element.xpath(
        ".//w:t[not(ancestor::w:drawing) and not(ancestor::w:pict)]"))


def _set_text(paragraph: Any, text: str) -> None:
    """The whole text of a paragraph, in the look of its first run."""
    runs = [run for run in paragraph.iter(qn("w:r")) if run.find(qn("w:t")) is not None]
    if not runs:
        run = OxmlElement("w:r")
        run.append(_t(text, "w:t"))
        paragraph.append(run)
        return
    runs[0].addprevious(_run_like(runs[0], text))
    for run in runs:
        run.getparent().remove(run)


def _cut_out(paragraph: Any, words: str) -> tuple[Any, str, str]:
    """The run that holds the words, and what stands in it before and after them; runs are joined for it."""
    for run in paragraph.iter(qn("w:r")):
        if words in _plain(_text(run)):
            return run, *_around(_text(run), words)
    runs = [run for run in paragraph.findall(qn("w:r")) if run.find(qn("w:t")) is not None]
    whole = _run_like(runs[0], "".join(map(_text, runs)))
    runs[0].addprevious(whole)
    for run in runs:
        paragraph.remove(run)
    return whole, *_around(_text(whole), words)


def _around(text: str, words: str) -> tuple[str, str]:
    """The text before the words, and after them; a hard space is as a plain one."""
    at = _plain(text).index(words)
    return text[:at], text[at + len(words):]


def _plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def _alone(paragraph: Any, words: str) -> Any:
    """A run that holds the words and nothing else."""
    run, before, after = _cut_out(paragraph, words)
    middle = _run_like(run, words)
    pieces = [_run_like(run, before)] if before else []
    for piece in (*pieces, middle, *([_run_like(run, after)] if after else [])):
        run.addprevious(piece)
    run.getparent().remove(run)
    return middle


def _run_like(run: Any, text: str, tag: str = "w:t") -> Any:
    made = OxmlElement("w:r")
    look = run.find(qn("w:rPr"))
    if look is not None:
        made.append(deepcopy(look))
    made.append(_t(text, tag))
    return made


def _t(text: str, tag: str) -> Any:
    element = OxmlElement(tag)
    element.text = text
    element.set(qn("xml:space"), "preserve")
    return element
