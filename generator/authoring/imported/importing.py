"""Documents of one plan, read → its files, with what is left over."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct, field

from generator.authoring.answers import ascii_name
from generator.authoring.imported import inferred
from generator.authoring.imported.account import Account, Kept, Left, Why
from generator.authoring.imported.fit import Fits
from generator.authoring.imported.guests import Guest, with_guests_apart
from generator.authoring.imported.kinds import kind_of
from generator.authoring.imported.levels import ranked, with_points
from generator.authoring.imported.likely import with_likely
from generator.authoring.imported.lost import headings_of
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
from generator.base.values import replace
from generator.document.model import Document
from generator.document.revision_marks import accepted
from generator.formats.word.reading import Read
from generator.plan.kinds import DOCUMENTS, HELHEDSPLAN, DocumentKind
from generator.plan.model.plan import Plan


class Imported(Struct):
    """Result of an import: the files of a plan by name, and the account of their words.

    `plan` is what the files say, `built` and `read` the documents as they are built of it and as they were
    read, by the names of their files. `of` tells the file that each document has become, and `sections` of
    which documents the other files are made of sections.
    """

    files: dict[str, str]
    account: Account
    plan: Plan
    built: dict[str, Document] = field(default_factory=dict)
    read: dict[str, Document] = field(default_factory=dict)
    of: dict[str, str] = field(default_factory=dict)
    sections: dict[str, tuple[str, ...]] = field(default_factory=dict)


class _One(Struct):
    """One document on its way: `name` is that of its file, which is known once it has been read.

    One that was `sections` of others is left out where nothing comes of them, and a file of which others
    print something has no document.
    """

    document: str
    kind: DocumentKind
    read: Document
    key: str
    units: Sequence[Unit] = ()
    name: str = ""
    sections: tuple[str, ...] = ()

    @property
    def is_own(self) -> bool:
        """Tell whether it is one of the documents, whole."""
        return bool(self.document) and not self.sections


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

    def place(self) -> None:
        """Place what stands in them, and in the sections of them that are documents of their own."""
        there = {one.kind.name for one in self.ones}
        others = [kind for kind in self.skeletons.kinds() if kind.annex and kind.name not in there]
        guests: list[Guest] = []
        for one in self.ones:
            guests += self._place(one, one.document, () if one.kind.reports_on else others)
        hosts = {one.document: one for one in self.ones}
        for kind in dict.fromkeys(guest.kind for guest in guests):
            of_kind = [guest for guest in guests if guest.kind is kind]
            host = hosts[of_kind[0].document]
            sections = tuple(dict.fromkeys(guest.document for guest in of_kind))
            self.ones.append(replace(host, kind=kind, key=f"#{kind.name}", sections=sections))
            self.store.files[kind.name].append(f"#{kind.name}")
            for guest in of_kind:
                self._place(replace(self.ones[-1], units=guest.units), guest.document, ())
        for placer in self.placers:
            placer.then()
            self.store.number_signers(placer.texts.signers, placer.texts.document)

    def reported(self) -> None:
        """Add the files of which there is no document, and other documents print something."""
        known = {one.key for one in self.ones}
        self.ones += [_One("", kind, Document("", ()), key) for kind in DOCUMENTS
                      for key in self.store.files[kind.name] if key not in known]  # fmt: skip

    def _place(self, one: _One, document: str, others: Sequence[DocumentKind]) -> list[Guest]:
        slots = self.skeletons.of(one.kind)
        fits = Fits(headings_of(one.units, slots), is_area=self.store.is_area)
        texts = Texts(self.store, self.account, self.skeletons.form, document, one.key)
        units, guests = with_guests_apart(prepared(one.units, slots, fits), document, others)
        placer = Placer(texts, fits, is_second=not one.kind.signed)
        placer.first(units, slots)
        self.placers.append(placer)
        return guests


def import_documents(documents: Mapping[str, Read], skeletons: Skeletons, name: str) -> Imported:
    """Make the files of a plan of these documents, each by the name that people know it by."""
    importing = _Importing(skeletons)
    importing.read(documents)
    importing.place()
    account = importing.account
    for document, read in documents.items():
        account.left += _beside(read, document)
    forms = {one.document: (placer.fits.headings, one.kind)
             for one, placer in zip(importing.ones, importing.placers, strict=False) if one.is_own}
    account.left[:] = [with_likely(left, *forms[left.document], skeletons.form) for left in account.left]
    for left in account.left:
        if left.why in (Why.NOT_HELD, Why.MARGIN, Why.COMMENT):
            account.words += words_of(left.text)
    importing.reported()
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
    ones = [one for one in ones if trees[one.key] or not one.sections]
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
    return Imported(files, account, plan, built, {one.name: one.read for one in ones if one.is_own},
                    {one.document: one.name for one in ones if one.is_own},
                    {one.name: one.sections for one in ones if one.sections})


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
