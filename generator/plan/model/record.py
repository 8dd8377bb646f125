"""Base of the models of files: frozen keys with Danish descriptions, made from the class's annotations.

pydantic does the same, and takes a quarter of the time of a whole run: decision 0008.
"""

from __future__ import annotations

import inspect
from collections.abc import Container, Iterator, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Self, dataclass_transform, get_origin

from msgspec import Struct

from generator.plan.model.refusal import Refused

REQUIRED: Any = object()
"""Stands for the default of a field that has none."""

NOTHING: tuple[Any, ...] = (None, (), {})
"""Values of a key where nothing is written."""


class NotRead(Exception):
    """Raised where somebody asks for a key of which the value could not be read: nobody knows what it is."""


class Field(Struct, frozen=True):
    """Key of a model: the type of its value, a Danish description, and an example as YAML.

    A key that `steers` decides what is printed and need not be printed itself; where it names a key beside
    it, it does so only when that one holds something. `instead` is a key beside it that may be filled in its
    place.
    """

    annotation: Any
    description: str
    example: str
    default: Any
    steers: bool | str = False
    instead: str = ""

    @property
    def is_required(self) -> bool:
        return self.default is REQUIRED


class _Told(Struct, frozen=True):
    """Declaration of a field in a class body, its annotation apart."""

    description: str
    example: str
    default: Any
    steers: bool | str = False
    instead: str = ""


def felt(
    beskrivelse: str, eksempel: str = "", default: Any = None, *, styrer: bool | str = False, eller: str = ""
) -> Any:
    """Declare a field that may be missing, with its Danish description and an example as YAML.

    `aftale new`, the guide and the editor's completion are all made from the two. See Field for `styrer`;
    `eller` is the key that may be filled in its place.
    """
    return _Told(beskrivelse, eksempel, default, styrer, eller)


def krævet(beskrivelse: str, eksempel: str = "", *, styrer: bool = False) -> Any:
    """Declare a field without which the thing has no identity: a name, a value. See Field for `styrer`."""
    return _Told(beskrivelse, eksempel, REQUIRED, styrer)


class _FromAnnotations:
    """Part of the keys of a model, whose annotations are read when somebody asks for it."""

    def __init__(self, what: str) -> None:
        self._what = what

    def __get__(self, _: Model | None, model: type[Model]) -> Any:
        model._read_annotations()
        return getattr(model, self._what)


@dataclass_transform(kw_only_default=True, frozen_default=True)
class Model:
    """A mapping with known keys. Missing content is None or an empty tuple, never an error of shape.

    `fields` are its keys in order, `given` those that the writer filled in. Values are taken as they are;
    `reader.model_of` makes them from what a source holds.
    """

    fields: ClassVar[Mapping[str, Field]] = {}
    defaults: ClassVar[dict[str, Any]] = {}
    required: ClassVar[frozenset[str]] = frozenset()
    _told: ClassVar[Mapping[str, _Told]] = {}
    alone: ClassVar[str] = ""
    """Key that takes a text written in place of the keys; empty where no key does."""
    one_of: ClassVar[tuple[str, ...]] = ()
    """Keys of which one at least must be there, the one that is asked for first; none where all may lack."""
    given: frozenset[str]
    rests: Mapping[str, Any] = {}
    """Rest of each value that has been forgotten."""

    def __init_subclass__(cls) -> None:
        cls._told = {name: _taken_out(cls, name)
                     for name, annotation in inspect.get_annotations(cls).items()
                     if not _is_of_the_class(annotation)}  # fmt: skip
        for what in ("fields", "defaults", "required"):
            setattr(cls, what, _FromAnnotations(what))

    @classmethod
    def _read_annotations(cls) -> None:
        above: type[Model] = next(base for base in cls.__mro__[1:] if issubclass(base, Model))
        types = inspect.get_annotations(cls, eval_str=True)
        own = {name: Field(types[name], told.description, told.example, told.default, told.steers,
                           told.instead) for name, told in cls._told.items()}  # fmt: skip
        cls.fields = {**above.fields, **own}
        cls.defaults = {name: field.default for name, field in cls.fields.items()}
        cls.required = frozenset([name for name, field in cls.fields.items() if field.is_required])

    def __init__(self, **values: Any) -> None:
        known = self.defaults | values
        if len(known) > len(self.defaults) or not self.required <= values.keys():
            raise TypeError(self._lacks_or_has(known))
        if self.one_of and not any(name in values for name in self.one_of):
            raise TypeError(f"{type(self).__name__} lacks one of {', '.join(self.one_of)}")
        self.__dict__.update(known, given=frozenset(values))

    def _lacks_or_has(self, known: Mapping[str, Any]) -> str:
        foreign = next((name for name in known if name not in self.fields), "")
        if foreign:
            return f"{type(self).__name__} has no field {foreign}"
        missing = next(name for name, value in known.items() if value is REQUIRED)
        return f"{type(self).__name__} lacks {missing}"

    @classmethod
    def is_whole(cls, keys: Container[str]) -> bool:
        """Tell whether it can be there with those keys filled in and no others."""
        required = all(name in keys for name in cls.required)
        return required and (not cls.one_of or any(name in keys for name in cls.one_of))

    @classmethod
    def refuse_text(cls, text: str) -> Refused | None:  # noqa: ARG003
        """Refusal of a text in place of the keys; None where it says no more than that keys are wanted."""
        return None

    @classmethod
    def contradictions(cls, values: Mapping[str, Any]) -> Iterator[tuple[str, Refused]]:  # noqa: ARG003
        """Yield the keys whose values cannot stand beside the others, each with its refusal."""
        return iter(())

    def is_empty(self) -> bool:
        """Tell whether it lacks what it is there to say; so it does where nothing is written in it."""
        return is_nothing(self)

    def items(self) -> Iterator[tuple[str, Any]]:
        """Yield each key with its value; of one that could not be read, what is left of it."""
        known = {**self.rests, **self.__dict__} if self.rests else self.__dict__
        return ((name, known[name]) for name in self.fields)

    def without(self, *keys: str) -> Self:
        """The same with nothing written at those keys."""
        return type(self)(**{key: value for key, value in self.items() if key in self.given - {*keys}})

    def forget(self, key: str) -> None:
        """Put apart a value of which something could not be read: who asks for it now gets NotRead."""
        if key in self.__dict__:
            self.__dict__["rests"] = {**self.rests, key: self.__dict__.pop(key)}

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> None:
            """Raise NotRead for a key that has been forgotten; Python asks here for no other."""
            raise (NotRead if name in self.fields else AttributeError)(f"{type(self).__name__}.{name}")

    def __eq__(self, other: object) -> bool:
        """Compare by what is said, whether written or by default."""
        return type(self) is type(other) and tuple(self.items()) == tuple(other.items())

    def __hash__(self) -> int:
        return hash((type(self), *(value for _, value in self.items())))

    def __repr__(self) -> str:
        said = ", ".join(f"{name}={value!r}" for name, value in self.items() if name in self.given)
        return f"{type(self).__name__}({said})"

    def __setattr__(self, name: str, value: object = None) -> None:
        raise AttributeError(f"{type(self).__name__} is frozen: {name} cannot be changed")

    __delattr__ = __setattr__


MACHINERY = frozenset(vars(Model)) | frozenset(Model.__annotations__)
"""Names that all models have beside their keys: nothing that a plan says."""


def is_nothing(value: object) -> bool:
    """Tell whether nothing is written there: no value, no items, or keys that hold nothing."""
    if isinstance(value, Model):
        return all(is_nothing(getattr(value, name)) for name in value.fields)
    if isinstance(value, Mapping):
        return all(map(is_nothing, value.values()))
    return value in NOTHING


def _is_of_the_class(annotation: Any) -> bool:
    written = isinstance(annotation, str)
    return annotation.startswith("ClassVar") if written else get_origin(annotation) is ClassVar


def _taken_out(model: type[Model], name: str) -> _Told:
    """Take the declaration of the field out of the class: an instance has the value there."""
    told = model.__dict__.get(name, _Told("", "", REQUIRED))
    if name in model.__dict__:
        delattr(model, name)
    return told if isinstance(told, _Told) else _Told("", "", told)
