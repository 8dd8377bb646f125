"""The codes that the program declares, read from its source."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from types import ModuleType

from generator.base.findings import Code, GradedCode

MAKERS = {Code.__name__, GradedCode.__name__}


def codes_of(module: ModuleType) -> set[Code]:
    """The codes that are constants of the module."""
    return {value for value in vars(module).values() if isinstance(value, Code)}


def declared(module: ast.Module) -> Iterator[str]:
    """The codes that the module declares, each as often as it does."""
    for node in ast.walk(module):
        match node:
            case ast.Call(ast.Name(maker), [ast.Constant(str(code)), *_]) if maker in MAKERS:
                yield code
