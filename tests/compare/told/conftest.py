"""A repository with an agreements/ folder, which is also where commands are given."""

from tests.compare.data.conftest import clone

__all__ = ["clone"]
