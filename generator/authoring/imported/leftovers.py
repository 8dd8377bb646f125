"""rester.md: what an import has left over, each passage with its heading, what stood around it, and why."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from generator.authoring.imported.account import Account, Left, Why
from generator.authoring.imported.units import words_of
from generator.base.language import later, say
from generator.workspace.left_over import CONTRADICTION

REASONS = {
    Why.NO_PLACE: later("The form has no place for it."),
    Why.CONTRADICTS: later("It says otherwise than {beside} at `{key}`, where this stands: {there} ({code})"),
    Why.REFUSED: later("The key `{key}` does not take it: {there}"),
    Why.OTHER_WORDS: later("It may be the form's own text in other words: {there}"),
    Why.COMPUTED: later("The program prints something else here, from what was found."),
    Why.NOT_HELD: later("It stands in a picture, a note or the like, which a document cannot hold."),
    Why.MARGIN: later("It stands in the header or the footer."),
    Why.COMMENT: later("Comment by {author} on: {there}"),
}
LONGEST = 100


def leftovers(account: Account) -> str:
    """The text of rester.md; nothing where nothing is left over."""
    left = [one for one in account.left if words_of(one.text)]
    return "\n".join([*_head(), *_passages(left)]) if left else ""


def _head() -> Iterator[str]:
    title = say("Left over")
    yield f"# {title}"
    yield ""
    yield say("This stood in the documents and is in none of the files. Put each passage where it belongs, "
              "or decide that it goes, and delete it here; delete the file when it is empty.")  # fmt: skip


def _passages(left: list[Left]) -> Iterator[str]:
    for document, of_it in groupby(left, key=lambda one: one.document):
        yield f"\n## {document}"
        for heading, under in groupby(of_it, key=lambda one: one.heading):
            if heading:
                yield f"\n### {heading}"
            for one in under:
                yield ""
                if one.before:
                    yield say("After: {words}", words=f"… {one.before}")
                reason = say(REASONS[one.why], key=key_of(one), there=" ".join(one.instead.split())[:LONGEST],
                             beside=one.beside, author=one.author, code=CONTRADICTION)  # fmt: skip
                likely = say("It may belong to `{key}` in {file}.", key=one.likely, file=one.file)
                yield f"{reason} {likely}" if one.likely else reason
                yield ""
                yield from (f"> {line}".rstrip() for line in one.text.splitlines())


def key_of(left: Left) -> str:
    """The key that is meant, as people write it."""
    path = ""
    for step in left.key[1:]:
        path += f"[{step + 1}]" if isinstance(step, int) else f".{step}" if path else str(step)
    return path
