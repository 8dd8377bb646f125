"""The kinds of document that a plan has, each declared once; everything else asks the entry.

A kind is three files: its model in plan/model/, its template in each round, and its entry here. An entry
names its model (`module:Class`) and imports it when it is asked for: the names of files are wanted at the
start of every command, the models are not.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.plan.model.record import Model


class Count(Enum):
    """Number of documents of a kind that a plan has."""

    ONE = "one"
    AT_MOST_ONE = "one, or none"
    EACH_AREA = "one for each indsatsområde"
    ANY = "any number"

    @property
    def has_names(self) -> bool:
        """Tell whether a plan can have several, each with a name of its own."""
        return self in (Count.EACH_AREA, Count.ANY)


class Body(Enum):
    """Approver of changes to a final document. The value is a word of its name, as `besluttet` has it."""

    FUND = "Landsbyggefonden"
    BOARD = "bestyrelse"


@dataclass(frozen=True)
class FileKind:
    """A kind of YAML file. `name` is the file's without .yaml, `about` tells people what it is, in Danish.

    `accepts` is the finding that the file of a new plan shows as an example under `accepter`.
    """

    name: str
    model_name: str
    """Name of its model: `module:Class`."""
    about: str
    accepts: Mapping[str, str] = field(default_factory=dict, compare=False)

    @property
    def model(self) -> type[Model]:
        """The model of such a file."""
        module, _, name = self.model_name.partition(":")
        model: type[Model] = getattr(import_module(module), name)
        return model

    @property
    def pattern(self) -> str:
        """The names of such files as people are told them: `delaftale-<indsatsområde>.yaml`."""
        return f"{self.name}.yaml"


@dataclass(frozen=True, kw_only=True)
class DocumentKind(FileKind):
    """A kind of document. Its name is also that of its templates, and in `krævede_felter` of a form.

    `definite` is its title as it stands in a sentence: `delaftalen`. `key` is the key that tells one from
    the plan's others of the kind: those that are not alone are named by it. `annex` is the key of
    the annex of the form that it is. `includes_shared` documents change when helhedsplan.yaml does.
    `rhythm_in` is the key that says how often it is looked at again. One of `roles_only` names no person, and
    holds no telephone number. `sheet` is the module in render/sheets/ that makes the workbook of figures
    beside it; none where it is empty.
    """

    title: str
    definite: str
    plural: str = ""
    count: Count = Count.ONE
    key: str = ""
    signed: bool = False
    approved_by: Body | None = None
    annex: str = ""
    includes_shared: bool = False
    rhythm_in: str = ""
    sheet: str = ""
    roles_only: bool = False

    @property
    def pattern(self) -> str:
        """The names of such files as people are told them: `delaftale-<indsatsområde>.yaml`."""
        return f"{self.name}.yaml" if not self.count.has_names else f"{self.name}-<{self.key}>.yaml"

    def has_file(self, file_name: str) -> bool:
        """Tell if a file of that name holds such a document; of any number, one may have the name alone."""
        name, dot, ending = file_name.rpartition(".")
        alone = self.count is not Count.EACH_AREA and name == self.name
        several = self.count.has_names and name.startswith(f"{self.name}-")
        return f"{dot}{ending}" == ".yaml" and (alone or several)


_MODELS = "generator.plan.model"
_THE_REST = "Planens fælles oplysninger står i helhedsplan.yaml."

HELHEDSPLAN = FileKind(
    "helhedsplan", f"{_MODELS}.helhedsplan:Helhedsplan", "Det, som alle planens dokumenter er fælles om."
)
"""The file that all documents of a plan share. It is no document itself."""

FORM = FileKind(
    "form", f"{_MODELS}.form:Form",
    "En bevillingsrunde: dens indsatsområder, bilag, grænser og krævede felter.",
)  # fmt: skip
"""The facts of a funding round."""

DOCUMENTS: tuple[DocumentKind, ...] = (
    DocumentKind(
        name="strategisk-samarbejdsaftale",
        model_name=f"{_MODELS}.strategisk:StrategiskSamarbejdsaftale",
        title="Strategisk samarbejdsaftale",
        definite="den strategiske samarbejdsaftale",
        about=f"Den strategiske samarbejdsaftale. {_THE_REST}",
        signed=True,
        approved_by=Body.FUND,
        includes_shared=True,
        rhythm_in="lokal_evaluering",
        accepts={"regel": "K3", "sted": "problemkompleks", "begrundelse": "Det står i ansøgningen."},
    ),
    DocumentKind(
        name="delaftale",
        model_name=f"{_MODELS}.delaftale:Delaftale",
        title="Delaftale",
        definite="delaftalen",
        plural="delaftaler",
        about=f"Delaftalen for ét indsatsområde. {_THE_REST}",
        count=Count.EACH_AREA,
        key="indsatsområde",
        approved_by=Body.BOARD,
        annex="delaftaler",
        rhythm_in="revision",
        accepts={
            "regel": "D5", "sted": "delmål[1].baseline", "begrundelse": "Det måles kun i ét område.",
        },
    ),
    DocumentKind(
        name="beredskabsplan",
        model_name=f"{_MODELS}.beredskabsplan:Beredskabsplan",
        title="Beredskabsplan",
        definite="beredskabsplanen",
        about=f"Hvem der gør hvad, når der er uro i et boligområde. {_THE_REST}",
        count=Count.AT_MOST_ONE,
        approved_by=Body.BOARD,
        annex="beredskabsplan",
        rhythm_in="revision",
        roles_only=True,
        accepts={"regel": "R3", "sted": "revision", "begrundelse": "Den ses efter ved hver hændelse."},
    ),
    DocumentKind(
        name="milepaelsplan",
        model_name=f"{_MODELS}.milepaelsplan:Milepælsplan",
        title="Milepælsplan",
        definite="milepælsplanen",
        about=f"Hvad der skal være nået hvornår, projektår for projektår. {_THE_REST}",
        count=Count.AT_MOST_ONE,
        approved_by=Body.BOARD,
        annex="milepælsplan",
        accepts={"regel": "P6", "sted": "gentagne[1].hver", "begrundelse": "Det første år mødes de oftere."},
    ),
    DocumentKind(
        name="budget",
        model_name=f"{_MODELS}.budgetbilag:Budgetbilag",
        title="Budget",
        definite="budgettet",
        about=f"Budgettet i fuld længde, år for år. {_THE_REST}",
        count=Count.AT_MOST_ONE,
        approved_by=Body.FUND,
        annex="budget",
        sheet="budget",
        accepts={"regel": "H3", "sted": "poster[1].antal", "begrundelse": "Satsen er et gennemsnit."},
    ),
    DocumentKind(
        name="aktivitetsskema",
        model_name=f"{_MODELS}.aktivitetsskemabilag:Aktivitetsskemabilag",
        title="Aktivitetsskema",
        definite="aktivitetsskemaet",
        about="Aktivitetsskemaet med aktiviteterne fra alle delaftaler. De står i delaftalerne.",
        count=Count.AT_MOST_ONE,
        approved_by=Body.BOARD,
        annex="aktivitetsskema",
        sheet="activities",
        accepts={"regel": "K2", "sted": "note", "begrundelse": "Det er et citat."},
    ),
    DocumentKind(
        name="maalinger",
        model_name=f"{_MODELS}.maalinger:Målinger",
        title="Målinger",
        definite="bilaget med målinger",
        about="De centralt genererede målinger, som delaftalernes baselines kan henvise til.",
        count=Count.AT_MOST_ONE,
        annex="målinger",
        accepts={
            "regel": "D5", "sted": "målepunkter[1].år.2025.områder",
            "begrundelse": "Det opgøres kun for to områder.",
        },
    ),
)  # fmt: skip
"""Every kind of document, in the order in which a plan's documents stand."""


def files() -> tuple[FileKind, ...]:
    """Every kind of file, in the order in which people are told of them."""
    return (HELHEDSPLAN, *DOCUMENTS, FORM)


def asked_for() -> dict[str, DocumentKind]:
    """The kinds that a new plan has only where they are asked for, by name."""
    return {kind.name: kind for kind in DOCUMENTS if kind.count in (Count.AT_MOST_ONE, Count.ANY)}


def of_file(file_name: str) -> DocumentKind | None:
    """The kind of document that a file of that name holds; None where it is none of a plan's documents."""
    return next((kind for kind in DOCUMENTS if kind.has_file(file_name)), None)
