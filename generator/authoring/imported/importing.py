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
from generator.authoring.imported.texts import Texts
from generator.authoring.imported.units import Unit, units_of, words_of
from generator.authoring.imported.written import Refusal, sound, written
from generator.document.model import Document
from generator.document.revision_marks import accepted
from generator.formats.word.reading import Read
from generator.plan.kinds import DOCUMENTS, HELHEDSPLAN, DocumentKind
from generator.plan.model.plan import Plan


class Imported(Struct):
    """Result of an import: the files of a plan by name, and the account of their words.

    `plan` is what the files say, `built` and `read` the documents as they are built of it and as they were
    read, by the names of their files. `of` tells the file that each document has become, and `others` are
    the files of what stands in them besides.
    """

    files: dict[str, str]
    account: Account
    plan: Plan
    built: dict[str, Document] = field(default_factory=dict)
    read: dict[str, Document] = field(default_factory=dict)
    of: dict[str, str] = field(default_factory=dict)
    others: tuple[str, ...] = ()


class _One(Struct):
    """One document on its way: `name` is that of its file, which is known once it has been read.

    A file of which other documents print something has no document.
    """

    document: str
    kind: DocumentKind
    read: Document
    key: str
    units: Sequence[Unit] = ()
    name: str = ""


class _Importing(Struct):
    """Documents that are placed one after another, in what all share."""

    skeletons: Skeletons
    store: Store = field(default_factory=Store)
    account: Account = field(default_factory=Account)
    ones: list[_One] = field(default_factory=list)
    placers: list[Placer] = field(default_factory=list)

    def read(self, documents: Mapping[str, Read]) -> None:
        """Find out which kind each of the documents is; the agreement says first what all share."""
        self.store.files = {kind.name: [] for kind in DOCUMENTS}
        for number, (document, read) in enumerate(documents.items()):
            whole = as_seen(accepted(read.document))
            units = [*with_points([*ranked(units_of(with_tables(whole.blocks)))])]
            kind = kind_of(units, read.margins, self.skeletons, document)
            self.ones.append(_One(document, kind, whole, f"#{number}", units))
            self.store.files[kind.name].append(f"#{number}")
        self.ones.sort(key=lambda one: not one.kind.signed)
        self.store.extended_to = inferred.extended_to(one.read for one in self.ones)

    def place(self) -> dict[str, Headings]:
        """Place what stands in them. For each, the headings of its form."""
        milestones: dict[str, list[Unit]] = {}
        for one in self.ones:
            if may_have(one.kind, self.skeletons):
                one.units, milestones[one.document] = milestones_apart(one.units, self.skeletons)
            fits = Fits(headings_of(one.units, self.skeletons.of(one.kind)), is_area=self.store.is_area)
            self._place(one.kind, one.units, fits, self._texts(one.document, one.key))
        found = {one.document: placer.fits.headings
                 for one, placer in zip(self.ones, self.placers, strict=True)}  # fmt: skip
        for document, told in milestones.items():
            if told:
                self._milestones(document, told)
        for placer in self.placers:
            placer.then()
            self.store.number_signers(placer.texts.signers, placer.texts.document)
        self._name_the_others()
        return found

    def _milestones(self, document: str, told: Sequence[Unit]) -> None:
        """Place milestones that stand in another document in the file that is theirs; it may begin so."""
        files = self.store.files[MILESTONES.name]
        files += [] if files else [f"#{MILESTONES.name}"]
        fits = Fits(Headings.of(self.skeletons.of(MILESTONES)))
        placer = Placer(self._texts(document, files[0]), fits, is_second=True)
        placer.first(told, self.skeletons.of(MILESTONES))
        self.placers.append(placer)

    def _place(self, kind: DocumentKind, units: Sequence[Unit], fits: Fits, texts: Texts) -> None:
        slots = self.skeletons.of(kind)
        placer = Placer(texts, fits, is_second=not kind.signed)
        placer.first(prepared(units, slots, fits), slots)
        self.placers.append(placer)

    def _texts(self, document: str, key: str) -> Texts:
        return Texts(self.store, self.account, self.skeletons.form, document, key)

    def _name_the_others(self) -> None:
        """Add the files of which there is no document, and others print something."""
        known = {one.key for one in self.ones}
        self.ones += [_One("", kind, Document("", ()), key) for kind in DOCUMENTS
                      for key in self.store.files[kind.name] if key not in known]  # fmt: skip


def import_documents(documents: Mapping[str, Read], skeletons: Skeletons, name: str) -> Imported:
    """Make the files of a plan of these documents, each by the name that people know it by."""
    importing = _Importing(skeletons)
    importing.read(documents)
    headings, account = importing.place(), importing.account
    for document, read in documents.items():
        account.left += _beside(read, document)
    kinds = {one.document: one.kind for one in importing.ones}
    account.left[:] = [
        with_likely(left, headings[left.document], kinds[left.document], skeletons.form)
        for left in account.left]  # fmt: skip
    for left in account.left:
        if left.why in (Why.NOT_HELD, Why.MARGIN, Why.COMMENT):
            account.words += words_of(left.text)
    owners = [owned for placer in importing.placers for owned in placer.texts.owners]
    known = inferred.areas_of(importing.store.tree(HELHEDSPLAN.name), owners)
    return _written(importing.store, account, importing.ones, skeletons, name, known)


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
    whole = [one for one in ones if one.document]
    return Imported(files, account, plan, built, {one.name: one.read for one in whole},
                    {one.document: one.name for one in whole},
                    tuple(one.name for one in ones if not one.document))  # fmt: skip


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
