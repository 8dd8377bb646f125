"""The reader of XML that others wrote: no document type, no entities, no network, no bottomless nesting."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any
from xml.parsers import expat

from msgspec import Struct

from generator.base.language import say

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

DEEPEST = 500
_PARTED = "}"


class NoXml(Exception):
    """Bytes that are no XML, or XML that no program for office documents writes."""


class Flat(Struct, frozen=True):
    """An element without its children: `name` as `namespace}name`, and all text below it."""

    name: str
    attributes: Mapping[str, str]
    text: str


def children(data: bytes) -> list[Flat]:
    """The elements right below the root. Raises NoXml."""
    gathered = _Children()
    _parse(data, gathered.begin, gathered.end, gathered.words.append)
    return gathered.found


class _Names(dict[str, str]):
    """Names as a tree has them, by those that a parser says."""

    def __missing__(self, said: str) -> str:
        name = self[said] = f"{{{said}" if _PARTED in said else said
        return name


def tree(data: bytes) -> Element:
    """The whole as a tree of Python's own. Raises NoXml."""
    from xml.etree.ElementTree import TreeBuilder

    builder, names = TreeBuilder(), _Names()

    def begin(tag: str, attributes: dict[str, str]) -> None:
        builder.start(names[tag], {names[key]: value for key, value in attributes.items()})

    _parse(data, begin, lambda tag: builder.end(names[tag]), builder.data)
    return builder.close()


def lxml_tree(data: bytes) -> Any:
    """The whole as lxml has it, for what is to be written again. Raises NoXml."""
    from lxml import etree

    check(data)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False,
                             remove_comments=True, remove_pis=True)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise _no_xml(error) from error


def serialised(root: Any) -> bytes:
    """The bytes of a tree of `lxml_tree`, with the declaration that Word writes."""
    from lxml import etree

    data: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return data


def check(data: bytes) -> None:
    """Raise NoXml where `tree` would."""
    _parse(data, lambda _tag, _attributes: None, lambda _tag: None, lambda _text: None)


class _Children:
    """Gathers the elements of the second level, each with the text of all below it."""

    def __init__(self) -> None:
        self.found: list[Flat] = []
        self.words: list[str] = []
        self._depth = 0
        self._attributes: dict[str, str] = {}

    def begin(self, _name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth == 2:
            self._attributes = attributes
            self.words.clear()

    def end(self, name: str) -> None:
        if self._depth == 2:
            self.found.append(Flat(name, self._attributes, "".join(self.words)))
        self._depth -= 1


def _parse(data: bytes, begin: Any, end: Any, text: Any) -> None:
    parser = expat.ParserCreate(namespace_separator=_PARTED)
    parser.buffer_text = True
    depth = 0

    def deeper(tag: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            raise NoXml(say("its elements are over {most} deep in each other", most=DEEPEST))
        begin(tag, attributes)

    def higher(tag: str) -> None:
        nonlocal depth
        depth -= 1
        end(tag)

    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = deeper, higher, text
    parser.StartDoctypeDeclHandler = _no_document_type
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, ValueError, LookupError) as error:  # of an encoding that is none
        raise _no_xml(error) from error


def _no_xml(error: Exception) -> NoXml:
    return NoXml(say("it is no XML, or not whole: `{words}`", words=error))


def _no_document_type(*_: object) -> None:
    raise NoXml(say("it has a document type, as no office document does"))
