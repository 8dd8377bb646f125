"""Sentences that the page's script says, in the language that is spoken: they stand in the page as data."""

from __future__ import annotations

from generator.base.language import later, say

OF_FIELDS = {
    "computed": later("This is computed. It follows from:"),
    "form": later("These words are the form's own. They are the same in all agreements of the round."),
    "example": later("For example:"),
    "used": later("This name stands at other places too:"),
    "mentioned": later("These texts mention it. They are left as they are; read them afterwards:"),
    "everywhere": later("Write it at all places"),
    "only_here": later("Write it here alone"),
    "mend": later("To be mended"),
    "look": later("To look at"),
    "tools": later("Look of the text"),
    "bold": later("Bold"),
    "italic": later("Italic"),
    "points": later("Points"),
    "numbers": later("Numbers"),
    "left_picture": later("Pictures are left out: a text has none."),
    "left_table": later("A table has become lines of text: a text has no tables."),
    "left_heading": later("A heading has become an ordinary paragraph: headings are the form's."),
    "left_note": later("Footnotes and comments are left out."),
    "left_look": later("Colours and lines under or through the text are left out."),
    "lines": later("One on each line."),
    "save": later("Save"),
    "close": later("Close"),
    "leave": later("Close without saving"),
    "other": later("Somebody else has written this here meanwhile:"),
    "mine": later("Write mine in its place"),
    "theirs": later("Keep theirs"),
    "choose": later("Choose"),
    "inside": later("Choose what you will write:"),
    "around": later("The whole list"),
    "add": later("Add"),
    "new": later("A new entry:"),
    "needed": later("This is needed: write it."),
    "entry_name": later("Its name"),
    "entry_value": later("What is written there"),
    "remove": later("Remove"),
    "up": later("Move up"),
    "down": later("Move down"),
    "not_here": later("This part is not on the page yet. Write it here:"),
    "no_field": later("This cannot be changed here yet."),
}  # fmt: skip
"""Sentences about fields."""

OF_THE_PLAN = {
    "saved": later("Saved."),
    "nothing_to_undo": later("There is nothing of yours to undo."),
    "undone": later("Your last change is undone."),
    "undo": later("Undo"),
    "gone": later("The program has ended. What you have typed is kept in this window; "
                  "start `aftale open` again."),
    "working": later("Wait a moment …"),
    "look_again": later("Something must be written in another way. See below."),
    "keep": later("Keep a version"),
    "version": later("What is in this version? It may be left empty."),
    "placed": later("It is gone from the list. Undo brings it back."),
    "taken": later("The file is among your downloads."),
    "bringing": later("The file is read …"),
    "too_large": later("The file is too large: it may be of 20 MB."),
    "take_away": later("Remove"),
    "chosen": later("{n} of {all} are chosen."),
    "written": later("It is written."),
    "none_chosen": later("Nothing is chosen. Put a mark at what is to be written."),
}  # fmt: skip
"""Sentences about a plan as a whole, by the names that the script calls them by."""


def of_the_script() -> dict[str, str]:
    """The sentences, said."""
    return {name: say(text) for name, text in (OF_FIELDS | OF_THE_PLAN).items()}
