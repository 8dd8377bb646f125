"""The text of a .docx for `git diff`: all words, marks and comments, whatever the console can show."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from generator.compare.documents import redline
from generator.formats.word import write
from generator.formats.word.reading.as_text import text_of_docx
from tests.conftest import Aftale
from tests.formats.word.reading.test_what_others_write import BY, COMMENTS, EXTENDED, PICTURE
from tests.support.foreign_docx import docx, paragraph, run
from tests.support.word_samples import document, every_block, h, items, p, reference, row, table


def test_a_hard_hyphen_stays_and_a_new_line_glues_no_words() -> None:
    hyphen = "<w:r><w:t>F</w:t><w:noBreakHyphen/><w:t>16</w:t><w:cr/><w:t>i luften</w:t></w:r>"
    assert text_of_docx(docx(paragraph(hyphen))) == "F\u201116 i luften\n"


def test_words_that_came_and_went_are_marked_as_git_marks_them() -> None:
    body = paragraph(run("Der er ") + f"<w:del {BY}><w:r><w:delText>fem</w:delText></w:r></w:del>"
                     f"<w:ins {BY}>" + run("seks") + "</w:ins>" + run(" huse"))
    assert text_of_docx(docx(body)) == "Der er [-fem-]{+seks+} huse\n"


def test_what_came_as_a_whole_is_marked_as_a_whole() -> None:
    old = document(h(1, "Formål"), items("Beboere", "Naboer"), table(row("a", "b")))
    new = document(h(1, "Formål"), items("Beboere", "Naboer", "Andre"), table(row("a", "b"), row("c", "d")))
    text = text_of_docx(write(redline(old, new), reference()))
    assert text == "\n# Formål\n- Beboere\n- Naboer\n- {+Andre+}\nTabel\n| a | b |\n{+| c | d |+}\n"


def test_a_comment_and_what_no_line_can_show_stand_below_their_paragraph() -> None:
    about = '<w:commentRangeStart w:id="1"/>' + run("14 huse") + '<w:commentRangeEnd w:id="1"/>'
    body = "".join(map(paragraph, (run("Der er ") + about, run("Efter.") + PICTURE, run("Til sidst."))))
    lines = text_of_docx(docx(body, {"comments": COMMENTS, "commentsExtended": EXTENDED})).splitlines()
    assert lines == ["Der er 14 huse", '> Bo 2026-05-01 "14 huse": Er det rigtigt?', '> Ane "14 huse": Ja',
                     "Efter.", "> picture: Et hus", "Til sidst."]


def test_every_word_of_a_document_is_in_its_text() -> None:
    text = text_of_docx(write(every_block(), reference()))
    for words in ("Strategisk samarbejdsaftale", "- Viborg Kommune", "# Underskrifter", "1 Formål", "  - a",
                  "| Ringparken: 21,5 % / - et punkt / - et nummer |", "Følgegruppen møder & mad"):
        assert words.strip("| ") in text


def test_the_text_is_utf_8_whatever_the_console_has_for_letters(tmp_path: Path) -> None:
    path = tmp_path / "f.docx"
    path.write_bytes(write(document(p("Åben ✓ F\u201116")), reference()))
    command = [sys.executable, "-m", "generator", "inspect", "--text", str(path)]
    for encoding in ("cp1252", "ascii"):
        environment = {"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
        said = subprocess.run(command, env=environment, capture_output=True, check=True)
        assert said.stdout.decode("utf-8").strip() == "Åben ✓ F\u201116"


def test_a_file_that_is_no_docx_is_told(tmp_path: Path, aftale: Aftale) -> None:
    (tmp_path / "x.docx").write_bytes(b"PK\3\4")
    assert "error F7" in aftale("inspect", "--text", str(tmp_path / "x.docx")).output
