"""Every word of the vocabulary is known wherever markup is told apart, and means something of its own."""

from __future__ import annotations

from itertools import combinations
from typing import get_args

import pytest

from generator.document.gaps import GAP, KNOWN_GAP
from generator.document.markup import parse, vocabulary, wholes
from generator.document.markup.blocks import blocks
from generator.document.markup.inlines import inlines
from generator.document.markup.values import EXAMPLES
from generator.document.markup.vocabulary import ATTRIBUTES, BODY, CHILDREN, CLASSES, REQUIRED, TAGS, TEXT
from generator.document.markup.xhtml import Element
from generator.document.model import Block, Origin, Paragraph, Run

UNIONS = {
    name: frozenset(get_args(getattr(vocabulary, name)))
    for name in ("InlineTag", "BlockTag", "TablePart", "CellTag")
}
SAMPLES = {
    "section": "<section><p>x</p></section>",
    "p": "<p>x</p>",
    "h1": "<h1>x</h1>",
    "h2": "<h1>x</h1><h2>x</h2>",
    "h3": "<h1>x</h1><h2>x</h2><h3>x</h3>",
    "ul": "<ul><li>x</li></ul>",
    "ol": "<ol><li>x</li></ol>",
    "table": '<table columns="1"><tr><td>x</td></tr></table>',
    "signature": '<signature label="x" anchor="x"/>',
    "note": "<note>x</note>",
    "pagebreak": "<p>x</p><pagebreak/>",
    "caption": '<table columns="1"><caption>x</caption><tr><td>x</td></tr></table>',
    "thead": '<table columns="1"><thead><tr><td>x</td></tr></thead></table>',
    "tbody": '<table columns="1"><tbody><tr><td>x</td></tr></tbody></table>',
    "tr": '<table columns="1"><tr><td>x</td></tr></table>',
    "th": '<table columns="1"><tr><th>x</th></tr></table>',
    "td": '<table columns="1"><tr><td>x</td></tr></table>',
    "li": "<ul><li>x</li></ul>",
    "strong": "<p>x<strong>x</strong></p>",
    "em": "<p>x<em>x</em></p>",
    "a": '<p>x<a href="https://lbf.dk/">x</a></p>',
    "br": "<p>x<br/></p>",
    "contents": '<contents title="x"/>',
    "bar": '<bar description="x"><part share="100" label="x"/></bar>',
    "part": '<bar description="x"><part share="100" label="x"/></bar>',
    "diagram": '<diagram description="x"><box id="x" label="x" level="0"/></diagram>',
    "box": '<diagram description="x"><box id="x" label="x" level="0"/></diagram>',
    "edge": '<diagram description="x"><box id="x" label="x" level="0"/>'
            '<edge from="x" to="x" says="x" look="solid"/></diagram>',
}
"""The least that has the tag; what is equal to the last but one of its kind is told in SAME."""

SAME = {frozenset({"section", "p"}), frozenset({"tbody", "tr"})}
VALUES = {"columns": ("1", "2"), "colspan": ("1", "2"), "rowspan": ("1", "2"), "href": ("https://a", "https://b"),
          "anchor": ("a", "b"), "share": ("1", "2"), "level": ("1", "2"), "look": ("solid", "dashed"),
          "most": ("1", "2"), "width": ("50", "100")}


def test_every_tag_is_of_one_kind() -> None:
    of_a_kind = [tag for tags in UNIONS.values() for tag in tags]
    assert sorted([*of_a_kind, "li", "part", "box", "edge"]) == sorted(TAGS)
    assert {tag for allowed in CHILDREN.values() for tag in allowed} == TAGS


@pytest.mark.parametrize("kind", UNIONS)
def test_no_tag_makes_what_another_of_its_kind_makes(kind: str) -> None:
    made = {tag: parse(SAMPLES[tag]) for tag in UNIONS[kind]}
    for one, other in combinations(sorted(made), 2):
        assert (made[one] == made[other]) == (frozenset({one, other}) in SAME), (one, other)


@pytest.mark.parametrize("tag", sorted(UNIONS["InlineTag"]))
def test_a_tag_in_a_text_is_not_as_if_it_were_not_there(tag: str) -> None:
    assert parse(SAMPLES[tag]) not in (parse("<p>xx</p>"), parse("<p>x</p>"))


CLASSES_OF_TAGS = [(tag, name) for tag, names in sorted(CLASSES.items()) for name in sorted(names)]


@pytest.mark.parametrize(("tag", "name"), CLASSES_OF_TAGS)
def test_every_class_changes_what_its_tag_makes(tag: str, name: str) -> None:
    plain = SAMPLES[tag]
    others = [parse(_opened(plain, tag, f'class="{other}"')) for other in CLASSES[tag] - {name}]
    assert parse(_opened(plain, tag, f'class="{name}"')) not in [parse(plain), *others]


ATTRIBUTES_OF_TAGS = [(tag, name) for tag, names in sorted(ATTRIBUTES.items()) for name in sorted(names)]


@pytest.mark.parametrize(("tag", "name"), ATTRIBUTES_OF_TAGS)
def test_every_attribute_changes_what_its_tag_makes(tag: str, name: str) -> None:
    one, other = VALUES.get(name, ("a", "b"))
    assert _blocks_of(tag, name, one) != _blocks_of(tag, name, other)


def test_what_a_tag_must_have_is_an_attribute_of_it_with_an_example() -> None:
    for tag, names in REQUIRED.items():
        assert set(names) <= ATTRIBUTES[tag] and set(names) <= set(EXAMPLES)


def test_every_part_of_a_table_has_its_place_in_the_order_of_parts() -> None:
    assert set(wholes._PARTS) == CHILDREN["table"]


def test_a_gap_is_a_style_that_a_template_can_give() -> None:
    assert set(vocabulary.RUN_STYLES.values()) == {GAP, KNOWN_GAP}


def _element(tag: str, *children: Element | str) -> Element:
    element = Element(tag, {}, Origin("a", 1), None)
    element.children.extend(children)
    return element


def test_a_tag_that_nothing_knows_is_an_error_and_no_italic_text() -> None:
    with pytest.raises(AssertionError):
        inlines(["x", _element("u", "y")])
    with pytest.raises(AssertionError):
        list(blocks(_element(BODY, _element("div", "y"))))
    with pytest.raises(KeyError):
        list(blocks(_element(BODY, _table_with_a_cell("tx"))))


def _table_with_a_cell(tag: str) -> Element:
    table = _element("table", _element("tr", _element(tag, "y")))
    table.attributes["columns"] = "1"
    return table


@pytest.mark.parametrize("tag", ["p", "em", "td"])
def test_a_class_that_nothing_knows_is_an_error_and_not_left_out(tag: str) -> None:
    inner = _element(tag, "x")
    inner.attributes["class"] = "ukendt"
    table = _element("table", _element("tr", inner))
    table.attributes["columns"] = "1"
    whole = {"p": inner, "em": _element("p", inner), "td": table}[tag]
    with pytest.raises(KeyError):
        list(blocks(_element(BODY, whole)))


def test_the_sample_is_read_as_one_would_write_it() -> None:
    assert parse(SAMPLES["em"]) == (Paragraph((Run("x"), Run("x", italic=True))),)


def _opened(markup: str, tag: str, attribute: str) -> str:
    """The markup with one attribute more on the last such tag."""
    before, opening, after = markup.rpartition(f"<{tag}")
    return f"{before}{opening} {attribute}{after}"


def _blocks_of(tag: str, name: str, value: str) -> tuple[Block, ...]:
    """The blocks of a tag with this attribute; nothing is checked, so that only its meaning counts."""
    element = _element(tag, *(["x"] if tag in TEXT else []))
    required = {key: VALUES.get(key, ("a",))[0] for key in REQUIRED.get(tag, ())}
    element.attributes.update({**required, name: value})
    if tag in ("td", "th"):
        table = _element("table", _element("tr", element))
        table.attributes["columns"] = "1"
        return tuple(blocks(_element(BODY, table)))
    if drawing := {"part": "bar", "box": "diagram", "edge": "diagram"}.get(tag):
        drawn = _element(drawing, element)
        drawn.attributes["description"] = "x"
        return tuple(blocks(_element(BODY, drawn)))
    return tuple(blocks(_element(BODY, _element("p", element) if tag == "a" else element)))
