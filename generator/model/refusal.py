"""How a value is made from the text of a source, and how it says that it cannot be."""

from __future__ import annotations

from typing import Any, ClassVar, Self

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from generator.codes import WRONG_TYPE
from generator.model.patterns import Schema

HARD_SPACES = str.maketrans(dict.fromkeys("\u00a0\u202f\u2007\u2009", " "))


def refuse(
    code: str, message: str, hint: str, complaints: list[tuple[int, int, str, str]] | None = None
) -> PydanticCustomError:
    """The error to raise for a value that cannot be read; load.py makes a Finding of it.

    The message goes in the context, because pydantic would read braces in it as slots. `complaints`
    are several errors of one text: line and column within it (from 1), message and hint.
    """
    context = {"hint": hint, "complaints": complaints or [], "message": message}
    return PydanticCustomError(code, "{message}", context)


def folded(text: str) -> str:
    """The text with every run of white space, hard spaces too, as one plain space."""
    return " ".join(text.translate(HARD_SPACES).split())


class FromText:
    """A value that pydantic makes from a string, and takes as it is when it is made already.

    A class that inherits this has `parse`, which raises what `refuse` returns, and `looks`: what an editor
    needs to know of it, as JSON Schema.
    """

    __slots__ = ()
    example: ClassVar[str]
    looks: ClassVar[Schema]

    @classmethod
    def parse(cls, text: str) -> Self:
        """The value that the text stands for."""
        raise NotImplementedError

    @classmethod
    def _validate(cls, value: object) -> Self:
        if isinstance(value, cls):
            return value
        return cls.parse(text_or_refuse(value, cls.example))

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(cls._validate)

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> Schema:
        return dict(cls.looks)


def text_or_refuse(value: object, example: str) -> str:
    """The value when it is text; a list or keys are refused with an example of what to write."""
    if isinstance(value, str):
        return value
    shape = {list: "a list", dict: "keys", type(None): "nothing"}.get(type(value), type(value).__name__)
    raise refuse(WRONG_TYPE, f"text is wanted here, and {shape} was found", f"write for example {example}")
