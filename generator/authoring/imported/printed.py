"""Passages that a document of the imported plan prints of itself: sums, and what stands elsewhere too."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator, Mapping

from generator.authoring.imported.account import BETWEEN, Account, Left, Why
from generator.authoring.imported.skeletons import Skeletons
from generator.authoring.imported.units import CAPTION, words_of
from generator.base.findings import Rejected
from generator.document.model import Document
from generator.document.reading import texts_of, walk
from generator.plan import kinds
from generator.plan.kinds import HELHEDSPLAN
from generator.plan.model.helhedsplan import Helhedsplan
from generator.plan.model.load import load
from generator.plan.model.plan import Aftale, Plan
from generator.plan.source.read import read_yaml_bytes
from generator.run.document_properties import with_properties
from generator.run.texts import variables

AGAIN = (Why.NO_PLACE, Why.OTHER_WORDS, Why.COMPUTED)
PAGES = {"side", "af", "ca", "udkast"}


def said_again(
    files: Mapping[str, str], account: Account, skeletons: Skeletons
) -> tuple[Plan, dict[str, Document]]:
    """The plan of the files and its documents; what is left over and printed all the same is the form's."""
    plan = plan_of(files, skeletons)
    built = {aftale.navn: document for aftale in plan.aftaler
             if (document := _built(plan, aftale, skeletons)) is not None}  # fmt: skip
    printed: Counter[str] = Counter()
    for document in built.values():
        printed += Counter(_lines(document))
    stays: list[Left] = []
    words = {word for line in printed for word in words_of(line)} | PAGES
    for left in account.left:
        lines = (left.whole or left.text).replace(BETWEEN, "\n").splitlines()
        again = left.why in AGAIN and all(printed[folded(line)] for line in lines if line.strip())
        if again or _is_margin(left, words):
            account.form += words_of(left.text)
        else:
            stays.append(left)
    account.left[:] = stays
    return plan, built


def _is_margin(left: Left, words: Container[str]) -> bool:
    """Tell whether it is a header or a footer that says nothing but what the documents do, and the page."""
    said = words_of(folded(left.text))
    return left.why is Why.MARGIN and all(word.isdecimal() or word in words for word in said)


def plan_of(files: Mapping[str, str], skeletons: Skeletons) -> Plan:
    """The plan that the files say. Raises Rejected."""
    text = files[HELHEDSPLAN.pattern].encode()
    shared = load(read_yaml_bytes(text, HELHEDSPLAN.pattern), Helhedsplan)
    aftaler = []
    for name in files:
        if kind := kinds.of_file(name):
            loaded = load(read_yaml_bytes(files[name].encode(), name), kind.model)
            aftaler.append(Aftale(name.removesuffix(".yaml"), kind, loaded))
    return Plan("", shared, tuple(aftaler), skeletons.form)


def _built(plan: Plan, aftale: Aftale, skeletons: Skeletons) -> Document | None:
    name = f"{plan.form.midler}/{aftale.kind.name}.html.j2"
    try:
        rendered = skeletons.plain.document(name, variables(plan, aftale, draft=True), title="", draft=True)
    except Rejected:
        return None
    return with_properties(rendered, plan, aftale).document


def _lines(document: Document) -> Iterator[str]:
    for block in walk(document.blocks):
        yield from (folded(CAPTION.sub("", text)) for text in texts_of(block) if text)
    for _, text in document.properties:
        yield folded(text)


def folded(text: str) -> str:
    """A line as it is compared."""
    return " ".join(text.replace("\u00a0", " ").split()).casefold()
