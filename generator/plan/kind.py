"""Entries of the registry: a kind of file with its model, its names, and how many a plan has.

An entry names its model (`module:Class`) and imports it when it is asked for: the names of files are wanted
at the start of every command, the models are not.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from importlib import import_module
from typing import TYPE_CHECKING

from msgspec import field

from generator.base.values import EqualBut

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


class FileKind(EqualBut, frozen=True):
    """A kind of YAML file. `name` is the file's without .yaml, `about` tells people what it is, in Danish.

    `accepts` is the finding that the file of a new plan shows as an example under `accepter`.
    """

    aside = ("accepts",)
    name: str
    model_name: str
    """Name of its model: `module:Class`."""
    about: str
    accepts: Mapping[str, str] = field(default_factory=dict)

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


class DocumentKind(FileKind, frozen=True, kw_only=True):
    """A kind of document. Its name is also that of its templates, and in `krævede_felter` of a form.

    `definite` is its title as it stands in a sentence: `delaftalen`. `key` is the key that tells one from
    the plan's others of the kind: those that are not alone are named by it. `annex` is the key of
    the annex of the form that it is. `includes_shared` documents change when helhedsplan.yaml does.
    `rhythm_in` is the key that says how often it is looked at again. One of `roles_only` names no person, and
    holds no telephone number. `sheet` is the module in render/sheets/ that makes the workbook of figures
    beside it; none where it is empty. What `is_packed` goes along with the agreement, and
    what is `for_web` can be a web page. `also_called` are other names that people give it, in small letters.
    One that `reports_on` another kind, by its name, says more of what stands in those.
    """

    title: str
    definite: str
    plural: str = ""
    also_called: tuple[str, ...] = ()
    count: Count = Count.ONE
    key: str = ""
    signed: bool = False
    approved_by: Body | None = None
    annex: str = ""
    includes_shared: bool = False
    rhythm_in: str = ""
    is_packed: bool = True
    sheet: str = ""
    for_web: bool = False
    roles_only: bool = False
    reports_on: str = ""

    @property
    def pattern(self) -> str:
        """The names of such files as people are told them: `delaftale-<indsatsområde>.yaml`."""
        return f"{self.name}.yaml" if not self.count.has_names else f"{self.name}-<{self.key}>.yaml"

    @property
    def needs_name(self) -> bool:
        """Tell whether none of the kind can be without a name of its own."""
        return self.count.has_names and self.model.fields[self.key].is_required

    def has_file(self, file_name: str) -> bool:
        """Tell if a file of that name holds such a document; of any number, one may have the name alone."""
        name, dot, ending = file_name.rpartition(".")
        alone = self.count is not Count.EACH_AREA and name == self.name
        several = self.count.has_names and name.startswith(f"{self.name}-")
        return f"{dot}{ending}" == ".yaml" and (alone or several)
