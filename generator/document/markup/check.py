"""All that is wrong with a tree of markup, each with its template and line."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.findings import Finding
from generator.base.language import listed, say
from generator.document.markup import codes
from generator.document.markup.inlines import SPACE, fold
from generator.document.markup.values import EXAMPLES, FAULTS, nearest
from generator.document.markup.vocabulary import (
    ATTRIBUTES,
    BODY,
    CHILDREN,
    CLASSES,
    FILLED,
    HEADINGS,
    INLINE,
    REQUIRED,
    TAGS,
    TEXT,
)
from generator.document.markup.wholes import OF_WHOLES, Seen
from generator.document.markup.xhtml import Element, place

_KNOWN = {
    tag: ATTRIBUTES.get(tag, frozenset()) | ({"class"} if tag in CLASSES else frozenset()) for tag in CHILDREN
}
_OF_TEXT = HEADINGS | {"p", "caption"}


def complaints(root: Element) -> list[Finding]:
    """All that is wrong in the tree, in the order it stands there."""
    found: list[Finding] = []
    seen = Seen(root)
    _check(root, seen, found)
    return found


def _check(element: Element, seen: Seen, found: list[Finding]) -> bool:
    """Gather all that is wrong in the element; tell whether there is text in it."""
    tag = element.tag
    if tag not in TAGS and element is not seen.root:
        found.append(_unknown_tag(element))
        return True
    if tag in REQUIRED or (element.attributes and not _has_only_a_class(element)):
        found.extend(_attributes(element))
    allowed = CHILDREN[tag]
    has_text = has_tags = False
    for child in element.children:
        if isinstance(child, str):
            if child.strip(SPACE):
                has_text = True
                if tag not in TEXT:
                    found.append(_misplaced_text(child, element))
            continue
        has_tags = True
        if child.tag not in allowed and child.tag in TAGS:
            found.append(_misplaced(child, element))
        has_text = _check(child, seen, found) or has_text
    if tag in FILLED and not (has_text or (has_tags and tag not in _OF_TEXT)):
        message = say("`<{tag}>` is empty", tag=tag)
        found.append(Finding(codes.EMPTY, message, _why_empty(tag), place(element.origin)))
    if tag in OF_WHOLES:
        found.extend(OF_WHOLES[tag](element, seen))
    return has_text


def _why_empty(tag: str) -> str:
    if tag in ("p", "li") or tag in HEADINGS:
        return say("leave it out: the space between paragraphs comes from their styles")
    return say("fill it or leave it out")


def _unknown_tag(element: Element) -> Finding:
    message = say("the tag `<{tag}>` does not exist", tag=element.tag)
    return Finding(codes.UNKNOWN_TAG, message, nearest(element.tag, TAGS, "<{}>"), place(element.origin))


def _misplaced(child: Element, parent: Element) -> Finding:
    tag, around = child.tag, parent.tag
    if around == BODY:
        message = say("`<{tag}>` cannot stand directly in the document", tag=tag)
    else:
        message = say("`<{tag}>` cannot stand in `<{around}>`", tag=tag, around=around)
    return Finding(codes.MISPLACED_TAG, message, _where_else(tag, around), place(child.origin))


def _where_else(tag: str, around: str) -> str:
    """The hint for a tag that cannot stand in the one around it."""
    if tag == "table" and around in ("td", "th"):
        return say("tables do not stand inside each other; use paragraphs or a list in the cell")
    if tag in INLINE and around in (BODY, "section"):
        return say("put it in a <p>")
    if tag in CHILDREN[BODY] and around == "p":
        return say("close the paragraph first: write </p> before <{tag}>", tag=tag)
    homes = [f"<{home}>" for home, allowed in CHILDREN.items() if tag in allowed and home != BODY]
    return say("<{tag}> stands in {homes}", tag=tag, homes=listed(homes, "or"))


def _misplaced_text(text: str, parent: Element) -> Finding:
    words = fold(text)
    shown = words if len(words) <= 30 else words[:29] + "…"
    if parent.tag == BODY:
        message = say("the text `{words}` stands directly in the document", words=shown)
    else:
        message = say("the text `{words}` stands directly in `<{tag}>`", words=shown, tag=parent.tag)
    fits = sorted(CHILDREN[parent.tag] & TEXT, key=lambda tag: (tag != "p", tag))
    hint = say("put it in a <{tag}>", tag=fits[0]) if fits else say("take it out")
    return Finding(codes.MISPLACED_TEXT, message, hint, place(parent.origin))


def _attributes(element: Element) -> Iterator[Finding]:
    tag, origin = element.tag, element.origin
    known = _KNOWN[tag]
    for name, value in element.attributes.items():
        if name not in known:
            hint = nearest(name, known) if known else say("<{tag}> has no attributes", tag=tag)
            message = say("`<{tag}>` has no attribute `{name}`", tag=tag, name=name)
            yield Finding(codes.UNKNOWN_ATTRIBUTE, message, hint, place(origin))
        elif name == "class":
            yield from _class(element, value)
        elif name in FAULTS and (fault := FAULTS[name](value)):
            message = say('`{name}="{value}"` is not possible', name=name, value=value)
            yield Finding(codes.BAD_ATTRIBUTE, message, fault, place(origin))
    for name in REQUIRED.get(tag, ()):
        if not fold(element.attributes.get(name, "")):
            message = say("`<{tag}>` lacks `{name}`", tag=tag, name=name)
            hint = say('write {name}="{example}"', name=name, example=EXAMPLES[name])
            yield Finding(codes.BAD_ATTRIBUTE, message, hint, place(origin))


def _has_only_a_class(element: Element) -> bool:
    """Tell whether its one attribute is a class that its tag has, as is so in most cells of a table."""
    attributes = element.attributes
    return len(attributes) == 1 and attributes.get("class") in CLASSES.get(element.tag, ())


def _class(element: Element, value: str) -> Iterator[Finding]:
    known = CLASSES[element.tag]
    if value in known:
        return
    if len(value.split()) > 1 and set(value.split()) <= known:
        message = say('`class="{value}"` names more than one class', value=value)
        hint = say("keep one of them")
    else:
        message = say("`<{tag}>` has no class `{name}`", tag=element.tag, name=value)
        hint = nearest(value, known)
    yield Finding(codes.UNKNOWN_CLASS, message, hint, place(element.origin))
