"""Lists of contents: an entry leads to its heading, and says on which page that is.

Typst sets them as lists; the structure of the PDF calls them what they are.
"""

from __future__ import annotations

from functools import partial

from generator.document.model import Contents, Entry
from generator.formats.pdf.inlines import plain
from generator.formats.pdf.lists import with_room
from generator.formats.pdf.look.values import TWIPS, ParagraphLook
from generator.formats.pdf.source import call, joined, length, literal
from generator.formats.pdf.state import CONTENTS, Setting, paragraph
from generator.formats.word.reference import styles


def contents_code(block: Contents, setting: Setting) -> str:
    """The code of the list's title, and of its entries under it."""
    look = setting.paragraph(styles.CONTENTS_TITLE)
    title = paragraph(setting, look, plain(block.title, setting, look.style), sticky=True)
    if not block.entries:
        return title
    setting.lists.append(CONTENTS)
    rooms, entries = [], []
    for entry in block.entries:
        look = setting.paragraph(styles.ENTRIES[entry.level])
        rooms.append(setting.room(look))
        entries.append(setting.under(entry.mark, partial(_entry, entry, look, setting)))
        setting.passed(look)
    between = min(rooms[1:], default=0.0)
    points = with_room(entries, rooms[1:], between, "list")
    code = call("list", *points, marker="none", spacing=length(between), indent="0pt")
    return f"{title}; {call('items', setting.named(look), length(rooms[0]), code)}"


def _entry(entry: Entry, look: ParagraphLook, setting: Setting) -> str:
    """The code of a line; one whose heading is gone leads nowhere."""
    number_at = look.left + min(0.0, look.first)
    text_at = look.tabs[0].position / TWIPS if look.tabs else look.left
    number = call("mark", length(text_at - number_at), plain(entry.number, setting, look.style) or "none")
    text = plain(entry.text, setting, look.style)
    gone = setting.mark is not None and setting.mark.is_old
    target = literal(entry.anchor) if entry.anchor and not gone else "none"
    return call("entry", setting.named(look), target, joined([number, text]))
