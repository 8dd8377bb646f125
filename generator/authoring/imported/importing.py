"""Documents of one plan, read → its files, with what is left over."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct, field

from generator.authoring.answers import ascii_name
from generator.authoring.imported import inferred
from generator.authoring.imported.account import Account, Kept, Left, Why
from generator.authoring.imported.fit import Fits
from generator.authoring.imported.headings import Headings
from generator.authoring.imported.kinds import kind_of
from generator.authoring.imported.levels import ranked, with_points
from generator.authoring.imported.likely import with_likely
from generator.authoring.imported.lost import headings_of
from generator.authoring.imported.milestones import MILESTONES, may_have, milestones_apart
from generator.authoring.imported.place import Placer
from generator.authoring.imported.prepared import prepared
from generator.authoring.imported.printed import said_again
from generator.authoring.imported.seen import as_seen
from generator.authoring.imported.skeletons import Skeletons
from generator.authoring.imported.slots import Path
from generator.authoring.imported.store import Store
from generator.authoring.imported.tabbed import with_tables
from generator.authoring.imported.texts import Owned, Texts
from generator.authoring.imported.units import Unit, units_of, words_of
from generator.authoring.imported.written import Refusal, sound, written
from generator.base.values import replace
from generator.document.model import Document
from generator.document.revision_marks import accepted
from generator.formats.word.reading import Read
from generator.plan.kinds import DOCUMENTS, HELHEDSPLAN, DocumentKind
from generator.plan.model.plan import Plan


class Imported(Struct):
    """Result of an import: the files of a plan by name, and the account of their words.

    `plan` is what the files say, `built` and `read` the documents as they are built of it and as they were
    read, by the names of their files. `of` tells the file that each document has become.
    """

    files: dict[str, str]
    account: Account
    plan: Plan
    built: dict[str, Document] = field(default_factory=dict)
    read: dict[str, Document] = field(default_factory=dict)
    of: dict[str, str] = field(default_factory=dict)


class _One(Struct):
    """One document on its way: `name` is that of its file, which is known once it has been read.

    A file of which other documents print something has no document.
    """

    document: str
    kind: DocumentKind
    read: Document
    key: str
    name: str = ""


def import_documents(documents: Mapping[str, Read], skeletons: Skeletons, name: str) -> Imported:
    """Make the files of a plan of these documents, each by the name that people know it by."""
    store, account = Store(), Account()
    ones: list[_One] = []
    owners: list[Owned] = []
    placers: list[Placer] = []
    store.files = {kind.name: [] for kind in DOCUMENTS}
    wholes = {document: as_seen(accepted(read.document)) for document, read in documents.items()}
    milestones: dict[str, list[Unit]] = {}
    store.extended_to = inferred.extended_to(wholes.values())
    for number, (document, read) in enumerate(documents.items()):
        whole = wholes[document]
        units = [*with_points([*ranked(units_of(with_tables(whole.blocks)))])]
        kind = kind_of(units, read.margins, skeletons, document)
        if may_have(kind, skeletons):
            units, milestones[document] = milestones_apart(units, skeletons)
        fits = Fits(headings_of(units, skeletons.of(kind)), is_area=store.is_area)
        one = _One(document, kind, whole, f"#{number}")
        store.files[kind.name].append(one.key)
        texts = Texts(store, account, skeletons.form, document, one.key)
        placers.append(Placer(texts, fits, is_second=not kind.signed))
        placers[-1].first(prepared(units, skeletons.of(kind), fits), skeletons.of(kind))
        account.left += _beside(read, document)
        ones.append(one)
    forms = {one.document: (placer.fits.headings, one.kind)
             for one, placer in zip(ones, placers, strict=True)}  # fmt: skip
    for document, told in milestones.items():
        texts = Texts(store, account, skeletons.form, document, "")
        placers += [_of_milestones(told, skeletons, texts)] if told else []
    for placer in placers:
        placer.then()
        owners += placer.texts.owners
        store.number_signers(placer.texts.signers, placer.texts.document)
    account.left[:] = [with_likely(left, *forms[left.document], skeletons.form) for left in account.left]
    for left in account.left:
        if left.why in (Why.NOT_HELD, Why.MARGIN, Why.COMMENT):
            account.words += words_of(left.text)
    known_files = {one.key for one in ones}
    ones += [_One("", kind, Document("", ()), key) for kind in DOCUMENTS for key in store.files[kind.name]
             if key not in known_files]  # fmt: skip
    known = inferred.areas_of(store.tree(HELHEDSPLAN.name), owners)
    return _written(store, account, ones, skeletons, name, known)


def _of_milestones(units: Sequence[Unit], skeletons: Skeletons, texts: Texts) -> Placer:
    """Place milestones that stand in another document in the file that is theirs; it may begin with them."""
    files = texts.store.files[MILESTONES.name]
    files += [] if files else ["#milestones"]
    slots = skeletons.of(MILESTONES)
    placer = Placer(replace(texts, name=files[0]), Fits(Headings.of(slots)), is_second=True)
    placer.first(units, slots)
    return placer


def _beside(read: Read, document: str) -> Iterator[Left]:
    """Passages beside the text: what a document has no place for, comments, headers and footers."""
    for told in read.told:
        yield Left(told.text, document, told.heading, told.around, Why.NOT_HELD)
    for comment in read.comments:
        yield Left(comment.text, document, "", "", Why.COMMENT, instead=comment.words, author=comment.author)
    for text in dict.fromkeys(read.margins):
        yield Left(text, document, "", "", Why.MARGIN)


def _written(
    store: Store, account: Account, ones: Sequence[_One], skeletons: Skeletons, name: str,
    shared_tree: dict[str, object],
) -> Imported:
    """The files, and the account of what the models refuse and of what the documents print again."""
    form = skeletons.form
    data = {}
    trees = {one.key: store.tree(one.key) for one in ones}
    inferred.share_periods(shared_tree, trees.values())
    for one in ones:
        tree = trees[one.key]
        inferred.with_remarks(tree)
        found, refused = sound(_with_key(tree, one, ones, skeletons), one.kind.model)
        data[one.key] = found or {"status": "udkast"}
        _refuse(account, refused)
        own = str(tree.get(one.kind.key, "")) if one.kind.key else ""
        one.name = "-".join(filter(None, (one.kind.name, ascii_name(own))))
    areas = [area for one in ones for area in _areas(data[one.key])]
    shared, refused = sound(inferred.shared(shared_tree, form, name, areas), HELHEDSPLAN.model)
    _refuse(account, refused)
    files = {HELHEDSPLAN.pattern: written(shared, HELHEDSPLAN)}
    for one in ones:
        files[f"{one.name}.yaml"] = written(data[one.key], one.kind)
    plan, built = said_again(files, account, skeletons)
    return Imported(files, account, plan, built, {
        one.name: one.read for one in ones if one.document}, {
        one.document: one.name for one in ones if one.document})


def _with_key(
    tree: dict[str, object], one: _One, ones: Sequence[_One], skeletons: Skeletons
) -> dict[str, object]:
    """The keys, with one that tells the document from others of its kind where it lacks one that must be."""
    if one.kind.needs_name and one.kind.key not in tree:
        if one.kind.key == "indsatsområde":
            taken = {other.name for other in ones}
            free = [area for area in skeletons.form.indsatsområder
                    if f"{one.kind.name}-{ascii_name(area.nøgle)}" not in taken]
            tree[one.kind.key] = inferred.area_of(one.read, one.document, free)
        else:
            tree[one.kind.key] = inferred.name_of(one.kind, one.read, one.key.removeprefix("#"))
    return tree


def _areas(data: Mapping[str, object]) -> Iterator[str]:
    """The areas of effort that a document speaks of."""
    if isinstance(area := data.get("indsatsområde"), str):
        yield area
    for key in ("indsatsområder", "problemkompleks"):
        below = data.get(key)
        if isinstance(below, dict):
            yield from below
            inner = below.get("indsatsområder")
            yield from inner if isinstance(inner, dict) else ()


def _refuse(account: Account, refused: Sequence[Refusal]) -> None:
    """Take what a model refuses out of what is kept, and leave it over."""
    by_path: dict[Path, Refusal] = {one.key: one for one in refused}
    stays: list[Kept] = []
    for kept in account.kept:
        found = by_path.get(kept.key)
        if found is None:
            stays.append(kept)
        else:
            account.left.append(Left(kept.text, kept.document, "", "", Why.REFUSED, kept.key, found.reason))
    account.kept[:] = stays


def counted(account: Account) -> Counter[str]:
    """Numbers of words that are in values, in the form's text, and left over."""
    return Counter(
        values=sum(sum(words_of(one.text).values()) for one in account.kept),
        form=sum(account.form.values()),
        left=sum(sum(words_of(one.text).values()) for one in account.left),
    )
