"""Beside a document what Word files have brought: comments to see to, and passages without a place."""

from __future__ import annotations

from collections.abc import Sequence

from generator.base.language import say
from generator.formats.html.elements import element, text
from generator.page.leftovers import Passage
from generator.page.passages import as_json
from generator.page.remarks import Remark


def comments(found: Sequence[Remark]) -> str:
    """Comments of people, each the way to its field; each goes when she says so."""
    return _section(say("Comments"), [_comment(one) for one in found])


def left_over(rest: Sequence[Passage]) -> str:
    """Passages of imported documents, which she puts where they belong; each goes when she says so."""
    return _section(say("Left over from the Word files"), [_passage(one) for one in rest])


def _section(title: str, items: Sequence[str]) -> str:
    if not items:
        return ""
    heading = element("h2", text(title), " ", element("span", str(len(items)), class_="count"))
    return element("section", heading, element("ul", *items), class_="rest")


def _comment(one: Remark) -> str:
    who = element("strong", text(one.who), class_="where")
    about = element("button", text(say("Show where")), type="button", data_file=one.file,
                    data_key=as_json(one.path))
    seen = element("button", text(say("It is seen to")), type="button", data_gone="seen",
                   data_about=one.file, data_words=one.line)
    return element("li", who, element("blockquote", text(one.words)), about, " ", seen)


def _passage(one: Passage) -> str:
    where = element("strong", text(one.heading), class_="where") if one.heading else ""
    done = element("button", text(say("It has its place")), type="button", data_gone="placed",
                   data_words=one.words)
    words = element("blockquote", text(one.words))
    return element("li", where, words, element("span", text(one.why), class_="hint"), done)
