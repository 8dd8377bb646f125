"""Which plans, agreements, forms and output paths there are: a folder that holds agreements/."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path

from msgspec import Struct

from generator.base.border import files, names, writing
from generator.base.findings import Code, Finding, Place, Rejected
from generator.base.language import listed, say
from generator.base.nearest import suggestion
from generator.plan import kinds
from generator.plan.kinds import HELHEDSPLAN, DocumentKind
from generator.workspace.left_over import LEFT_OVER, left_over
from generator.workspace.unreadable import no_text, trouble_with

_PACKAGE = Path(__file__).resolve().parent.parent
AGREEMENTS = "agreements"
TEMPLATES = "templates"
RECORDS = "underskrevet"
OUTPUT = "output"
SCHEMAS = ".aftale"

STRAY_FILE = Code("F1")
NO_HELHEDSPLAN = Code("F2")
NO_FORM_FILE = Code("F3")
NOT_WRITTEN = Code("F4")


class NotFound(Exception):
    """A name on the command line that is not there; `hint` says what is."""

    def __init__(self, message: str, hint: str) -> None:
        self.message, self.hint = message, hint
        super().__init__(message)


class AftaleFile(Struct, frozen=True):
    """The file of one agreement: its name without .yaml, its kind of document, its path."""

    name: str
    kind: DocumentKind
    path: Path


class Workspace(Struct, frozen=True):
    """A folder that holds agreements/, and perhaps templates/."""

    root: Path

    @classmethod
    def find(cls, start: Path) -> Workspace:
        """The nearest folder from `start` upwards that has agreements/; NotFound when none has."""
        start = files.resolved(start)
        for folder in (start, *start.parents):
            if files.is_folder(folder / AGREEMENTS):
                return cls(folder)
        raise NotFound(
            say("no folder agreements/ in {folder} or above it", folder=start),
            say("go to the folder that holds agreements/, or make it: aftale new PLAN --midler 2019-26"),
        )

    @classmethod
    def find_or_here(cls, start: Path) -> Workspace:
        """The workspace that `start` is in, or the one that a first plan makes of it."""
        try:
            return cls.find(start)
        except NotFound:
            return cls(files.resolved(start))

    def plan_names(self) -> tuple[str, ...]:
        """The names of all plans, in order; none where no plan was begun yet."""
        home = self.root / AGREEMENTS
        entries = files.listed(home) if files.is_there(home) else ()
        return tuple(f.name for f in entries if not f.name.startswith(".") and files.is_folder(f))

    def plan(self, name: str) -> PlanFolder:
        """The plan of that name, or at that path (`agreements/<plan>`, or a file in it)."""
        return self.plans([name])[0]

    def plans(self, names: Iterable[str] = ()) -> tuple[PlanFolder, ...]:
        """The plans of those names in the order given, each once; all plans when none is given."""
        known = {unicodedata.normalize("NFC", name): name for name in self.plan_names()}
        wanted = {unicodedata.normalize("NFC", self._folder_name(name)): name for name in names}
        for plan, name in wanted.items():
            if plan not in known:
                message = say("there is no plan `{name}` in agreements/", name=name)
                raise NotFound(message, suggestion(plan, known.values()))
        return tuple(PlanFolder(self, known[plan]) for plan in wanted or known)

    @property
    def output(self) -> Path:
        """Folder that documents are written to unless told otherwise."""
        return self.root / OUTPUT

    def create(self, name: str, texts: Mapping[str, str]) -> Path:
        """Make the folder of a new plan with these files, whole or not at all; NotFound when it is there."""
        folder = self.must_be_free(name)
        writing.make_whole_folder(folder, {file: text.encode() for file, text in texts.items()})
        return folder

    def must_be_free(self, name: str) -> Path:
        """The folder that a plan of that name will have; NotFound when it is there already."""
        folder = self.root / AGREEMENTS / name
        if files.is_there(folder):
            hint = say("choose another name; nothing was changed")
            raise NotFound(say("{file} is already there", file=self.name_of(folder)), hint)
        return folder

    def save_schemas(self, texts: Mapping[str, str], folder: Path | None = None) -> Path:
        """Write the schemas for editors in that folder, or where the files of new plans look for them."""
        top, folder = folder or self.root, folder or self.root / SCHEMAS
        for name, text in texts.items():
            path = writing.no_link(folder / name, top)
            writing.make_folder(path.parent, top)
            writing.replace_file(path, text.encode())
        return folder

    def name_of(self, path: Path) -> str:
        """The path as messages name it: from the workspace where it is inside, with forward slashes."""
        inside = path.is_relative_to(self.root)
        return names.shown((path.relative_to(self.root) if inside else path).as_posix())

    def _folder_name(self, name: str) -> str:
        path = files.resolved(Path(name))
        home = self.root / AGREEMENTS
        if path.is_relative_to(home) and path != home:
            return path.relative_to(home).parts[0]
        return name.rstrip("/\\")


class PlanFolder(Struct, frozen=True):
    """The folder of one plan."""

    workspace: Workspace
    name: str

    @property
    def path(self) -> Path:
        return self.workspace.root / AGREEMENTS / self.name

    @property
    def helhedsplan(self) -> Path:
        """The path of helhedsplan.yaml; Rejected when there is no such file."""
        path = self.path / HELHEDSPLAN.pattern
        if trouble := trouble_with(self.path, self.workspace.name_of(self.path)):
            raise Rejected([trouble])
        if not files.is_there(path):
            folder = Place(self.workspace.name_of(self.path))
            name = self.workspace.name_of(path)
            hint = say("write {file}; `aftale new` shows what belongs in it", file=name)
            for other in self._misnamed():
                hint = say("rename {file} to {name}", file=other.name, name=path.name)
            message = say("{file} is missing", file=path.name)
            raise Rejected([Finding(NO_HELHEDSPLAN, message, hint, folder)])
        return path

    def aftaler(self) -> tuple[AftaleFile, ...]:
        """The files of the plan's documents, kind by kind, then by name."""
        found = [AftaleFile(p.stem, kind, p) for p in self._sources() if (kind := kinds.of_file(p.name))]
        return tuple(sorted(found, key=lambda file: (kinds.DOCUMENTS.index(file.kind), file.name)))

    def stray_files(self) -> list[Finding]:
        """A finding for every .yaml or .yml file that is no document of a plan."""
        known = (HELHEDSPLAN.pattern, *(path.name for path in self._misnamed()))
        unknown = (p for p in self._sources() if p.name not in known and not kinds.of_file(p.name))
        others = (path for path in self._yaml_files() if not names.is_text(path.name))
        named = (no_text(path, self.workspace.name_of(path)) for path in others)
        return [*map(self._stray, unknown), *named, *left_over(self.path / LEFT_OVER, self.workspace.name_of)]

    def template_roots(self) -> tuple[Path, ...]:
        """The folders that templates are looked for in, the plan's own first."""
        own = self.path / TEMPLATES
        return (*((own,) if files.is_folder(own) else ()), *form_roots(self.workspace))

    def form_file(self, *parts: str) -> Path:
        """The first file of that name among the template roots; Rejected when there is none."""
        for path in (root.joinpath(*parts) for root in self.template_roots()):
            if files.is_there(path):
                return path
        name = "/".join(parts)
        roots = [self.workspace.name_of(root) for root in self.template_roots()]
        message = say("templates/{name} is not found", name=name)
        hint = say("looked in {folders}", folders=listed(roots))
        raise Rejected([Finding(NO_FORM_FILE, message, hint, Place(self.workspace.name_of(self.path)))])

    def template(self, midler: str, aftale: AftaleFile) -> str:
        """The name of the agreement's template: the plan's own where it has one, else the form's."""
        own = (f"{aftale.name}.html.j2", f"{aftale.kind.name}.html.j2")
        here = self.path / TEMPLATES
        mine = (name for name in own if files.is_there(here / name))
        return next(mine, f"{midler}/{own[1]}")

    def whole(self, file: AftaleFile) -> str:
        """The document's name with that of its plan: `viborg-2025-2029/delaftale-x`."""
        return f"{self.name}/{file.name}"

    def name_of(self, document: str) -> str:
        """The document's source as messages name it."""
        return self.workspace.name_of(self.path / f"{document}.yaml")

    def sources(self, files: Iterable[AftaleFile]) -> tuple[str, ...]:
        """helhedsplan.yaml and those files as messages name them."""
        return tuple(self.name_of(name) for name in (HELHEDSPLAN.name, *(file.name for file in files)))

    def add(self, file_name: str, text: str) -> Path:
        """Write a new file of the plan, whole or not at all; NotFound when it is there."""
        path = self.path / file_name
        try:
            writing.new_file(path, text.encode())
        except writing.ChangedMeanwhile as there:
            name = self.workspace.name_of(path)
            raise NotFound(say("{file} is already there", file=name), say("nothing was changed")) from there
        return path

    def output(self, document: str, out: Path | None = None) -> Path:
        """Path that the document is written to: `<out>/<plan>/<document>.docx`."""
        return (out or self.workspace.output) / self.name / f"{document}.docx"

    def _sources(self) -> list[Path]:
        return [path for path in self._yaml_files() if names.is_text(path.name)]

    def _yaml_files(self) -> list[Path]:
        """None where the folder itself is in trouble: that is told of where helhedsplan.yaml is asked for."""
        here = self.path
        found = [] if trouble_with(here, "") else files.names_in(here)
        shown = (name for name in found if not name.startswith("."))
        return [here / name for name in shown if name.lower().endswith((".yaml", ".yml"))]

    def _misnamed(self) -> list[Path]:
        """helhedsplan.yml and the like, where helhedsplan.yaml is missing: it is told of there."""
        others = [path for path in self._sources() if path.stem.casefold() == HELHEDSPLAN.name]
        return [] if any(path.name == HELHEDSPLAN.pattern for path in others) else others

    def _stray(self, path: Path) -> Finding:
        known = (HELHEDSPLAN.pattern, *(kind.pattern for kind in kinds.DOCUMENTS))
        hint = say("rename the file: {suggestion}", suggestion=suggestion(path.name, known))
        message = say("`{file}` is none of a plan's documents", file=path.name)
        return Finding(STRAY_FILE, message, hint, Place(self.workspace.name_of(path)))


def form_roots(workspace: Workspace | None) -> tuple[Path, ...]:
    """The folders that hold forms: templates/ beside agreements/, then those that came with the program."""
    shipped = _PACKAGE / "forms"
    ours = shipped if files.is_folder(shipped) else _PACKAGE.parent / TEMPLATES
    theirs = (workspace.root / TEMPLATES,) if workspace else ()
    return tuple(dict.fromkeys(root for root in (*theirs, ours) if files.is_folder(root)))
